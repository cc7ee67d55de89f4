// In: what a person corrects. Out: the same as it will be stored.
import type { Correction } from '../../domain/correction.ts';
import type { ProcessId } from '../../domain/ids.ts';
import { createRedactor } from '../../evidence/redact/create-redactor.ts';
import { openRedaction } from '../../evidence/redact/redact-text.ts';
import type { Store } from '../../needs/store.ts';
import { listNames } from './list-names.ts';
import { redactCommand } from './redact-drafts.ts';
import { readRedactionRules } from './rules-setting.ts';

export function cleanCommand<Command extends Correction['command']>(
  store: Store,
  id: ProcessId,
  command: Command,
): Command {
  const rules = readRedactionRules(store);
  const redactor = createRedactor(rules, rules.on.includes('name') ? listNames(store, id) : []);
  return redactCommand(command, (text) => openRedaction(redactor).clean(text));
}
