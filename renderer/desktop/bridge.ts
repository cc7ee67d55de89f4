// What the desktop does for this window; nothing of it is there in a browser.
import type { AbilityInput, AbilityName, AbilityOutput, DesktopBridge } from '../../src/domain/desktop.ts';

export interface Desktop {
  ask<Name extends AbilityName>(name: Name, input: AbilityInput<Name>): Promise<AbilityOutput<Name>>;
  readonly listen: DesktopBridge['listen'];
}

/** Undefined in a browser. */
export function findDesktop(): Desktop | undefined {
  // The preload script puts it there; main answers with the shapes of this table, and with nothing else.
  return (window as { readonly mirrorDesktop?: Desktop }).mirrorDesktop;
}
