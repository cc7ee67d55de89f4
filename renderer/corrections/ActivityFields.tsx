// What an activity says about itself, to be put right where it is read.
import { type ReactNode, useMemo } from 'react';
import type { Activity } from '../../src/domain/graph.ts';
import { countOf } from '../format.ts';
import { InlineEdit } from '../parts/InlineEdit.tsx';
import { useScope } from '../process/process-context.ts';
import { renameActivity, setField } from './command-for.ts';
import { FIELD_WORDS } from './correction-words.ts';
import { listKnown } from './list-known.ts';
import { useCorrect } from './use-correct.ts';

interface Props {
  readonly activity: Activity;
  readonly children: ReactNode;
}

export function RenameActivity({ activity, children }: Props) {
  const { view } = useScope();
  const { apply } = useCorrect(view.process.id);
  const { sources } = activity;
  return (
    <InlineEdit
      action="Rename"
      isHeading
      value={activity.label}
      hint={sources.log > 0 ? 'In the recordings and in the event log.' : undefined}
      check={(text) => checkName(text, activity, view.graph.activities)}
      onSave={(text) => apply(renameActivity(activity, text))}
    >
      {children}
    </InlineEdit>
  );
}

// A label is unique in its process; two activities that are one are put together, which says more than a name.
function checkName(text: string, activity: Activity, all: readonly Activity[]): string | undefined {
  const taken = all.some(({ id, label }) => id !== activity.id && label.toLowerCase() === text.toLowerCase());
  return taken ? `There is a “${text}” already. If they are one, use “Same as…”.` : undefined;
}

const FIELDS = {
  actor: { tallies: 'roles', known: 'roles' },
  system: { tallies: 'systems', known: 'systems' },
  artifact: { tallies: 'artifacts', known: 'artifacts' },
} as const;

/** Who does it, where, with what: said of all its steps at once. */
export function SetActivityField({ activity, field, children }: Props & { readonly field: keyof typeof FIELDS }) {
  const { view } = useScope();
  const { apply } = useCorrect(view.process.id);
  const known = useMemo(() => listKnown(view.graph), [view.graph]);
  const { stepIds, sources } = activity;
  if (stepIds.length === 0) return children;
  const reach = `Set on ${countOf(stepIds.length, 'told step')}`;
  return (
    <InlineEdit
      action={`Change the ${FIELD_WORDS[field]}`}
      value={activity[FIELDS[field].tallies][0]?.name ?? ''}
      options={known[FIELDS[field].known]}
      hint={sources.log > 0 ? `${reach}; what the event log says stays beside it.` : `${reach}.`}
      canClear
      onSave={(text) => apply(setField(stepIds, field, text))}
    >
      {children}
    </InlineEdit>
  );
}
