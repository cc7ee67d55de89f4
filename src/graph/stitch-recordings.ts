// Joins recordings of several people where one hands work to the role of another.
import type { Extraction, NarratedRecording, StatedHandoff, Step } from '../domain/extraction.ts';
import type { ActivityId, ElementId } from '../domain/ids.ts';
import type { RoleBook } from './role-book.ts';
import { tellOrder } from './told-order.ts';

export interface Stitch {
  /** The step that hands over. */
  readonly source: Step;
  /** The step of the other recording that takes it up. */
  readonly target: Step;
  readonly handoff: StatedHandoff;
}

export interface StitchNeeds {
  readonly roles: RoleBook;
  /** The activity each step belongs to. */
  readonly ofStep: ReadonlyMap<ElementId, ActivityId>;
}

/**
 * A handoff to the role of another recording leads to that recording's first step; if that role had handed the work
 * out before, it leads to the step after that ("and then it comes back to me"), and what is sent back leads to what
 * the other does again. Where the giver tells himself what the taker does next, the two meet there anyway.
 */
export function stitchRecordings(recordings: readonly NarratedRecording[], needs: StitchNeeds): Stitch[] {
  const { roles } = needs;
  return recordings.flatMap((giver) =>
    giver.extraction.handoffs
      .filter(({ kind }) => kind === 'actor')
      .flatMap((handoff) => {
        const source = findGivingStep(giver.extraction, handoff);
        const to = roles.resolve(handoff.to);
        const giverRole = giver.recording.role;
        const from = handoff.from ?? giverRole;
        // What the narrator says others hand to each other is no handing over of this recording's steps.
        if (!source || giverRole === null || (from && roles.resolve(from) !== roles.resolve(giverRole))) return [];
        return recordings
          .filter(({ recording }) => recording.id !== giver.recording.id && isRole(recording.role, to, roles))
          .filter((taker) => !tellsTaking(giver.extraction, { source, taker: taker.extraction, ...needs }))
          .flatMap((taker) => {
            const target = findTakingStep(taker.extraction, { giverRole, roles, isReturn: isReturn(source, handoff) });
            return target ? [{ source, target, handoff }] : [];
          });
      }),
  );
}

/** True when the step told next is one that the taker tells, too. */
function tellsTaking(
  giver: Extraction,
  { source, taker, ofStep }: StitchNeeds & { source: Step; taker: Extraction },
): boolean {
  const taken = new Set(taker.steps.map(({ id }) => ofStep.get(id)));
  const later = giver.steps.filter(({ order }) => order > source.order).map(({ order }) => order);
  return giver.steps.some(({ id, order }) => order === Math.min(...later) && taken.has(ofStep.get(id)));
}

const isReturn = (step: Step, { evidence }: StatedHandoff): boolean =>
  [step.label, ...evidence.map((ref) => (ref.kind === 'speech' ? ref.quote : ''))].some((text) =>
    /\b(back|return(s|ed|ing)?)\b/i.test(text),
  );

const isRole = (role: string | null, wanted: string, roles: RoleBook): boolean =>
  role !== null && roles.resolve(role) === wanted;

/** The step the handoff names, otherwise the last one that began before the words were over. */
export function findGivingStep(extraction: Extraction, handoff: StatedHandoff): Step | undefined {
  return (
    extraction.steps.find(({ id }) => id === handoff.stepId) ??
    extraction.steps
      .filter(({ startMs }) => startMs <= handoff.endMs)
      .reduce<Step | undefined>((latest, step) => (latest && latest.startMs > step.startMs ? latest : step), undefined)
  );
}

interface Taking {
  readonly giverRole: string;
  readonly roles: RoleBook;
  readonly isReturn: boolean;
}

function findTakingStep(taker: Extraction, { giverRole, roles, isReturn: isBack }: Taking): Step | undefined {
  const { places, starts } = tellOrder(taker);
  const redone = taker.rework.flatMap(({ to }) => taker.steps.find(({ id }) => id === to) ?? []);
  if (isBack && redone.length > 0) return redone[0];
  const wasOut = taker.handoffs.find(({ kind, to }) => kind === 'actor' && isRole(to, roles.resolve(giverRole), roles));
  const out = wasOut && findGivingStep(taker, wasOut);
  const next = out && places.find((steps) => steps.some(({ order }) => order > out.order));
  if (next) return next[0];
  // Sent back to somebody who never said to have sent it: where it arrives is not known.
  return isBack ? undefined : starts[0];
}
