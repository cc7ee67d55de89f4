// In: the rules of a workspace, as they are now. Out: what takes out of a text what they name; for text that is not stored.
import type { ProcessId } from '../../domain/ids.ts';
import { createRedactor } from '../../evidence/redact/create-redactor.ts';
import { openRedaction } from '../../evidence/redact/redact-text.ts';
import type { Store } from '../../needs/store.ts';
import { listNames } from './list-names.ts';
import { readRedactionRules } from './rules-setting.ts';

/** Where values are numbered, the texts that one cleaner is given share the numbers. @throws redaction/bad-pattern */
export function openCleaner(store: Store, processId: ProcessId): (text: string) => string {
  const rules = readRedactionRules(store);
  const names = rules.on.includes('name') ? listNames(store, processId) : [];
  return openRedaction(createRedactor(rules, names)).clean;
}
