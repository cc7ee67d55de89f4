// What the door needs of redaction: implemented once, by the host.
import type { OwnPattern, RedactionKind, RedactionTrial, RedactionView } from '../domain/redaction.ts';

export type RedactionChange =
  | { readonly kind: RedactionKind; readonly isOn: boolean }
  | { readonly isNumbered: boolean };

export interface RedactionService {
  read(): RedactionView;
  change(change: RedactionChange): RedactionView;
  add(own: OwnPattern): RedactionView;
  drop(pattern: string): RedactionView;
  try(text: string, signal: AbortSignal | undefined): Promise<RedactionTrial>;
}
