// What is still unknown about the process, and how near it is to being automated.
import type { ProcessGraph } from '../domain/graph.ts';
import type { ProcessSpec, SpecQuestion, SpecReadiness } from '../domain/spec.ts';

export type SpecElements = Pick<
  ProcessSpec,
  'activities' | 'handoffs' | 'waits' | 'decisions' | 'exceptions' | 'judgements' | 'bottlenecks' | 'openEnds'
>;

/** The blocking ones first, in process order within a kind. Nothing is asked about what is unsure itself. */
export function askOpenQuestions(elements: SpecElements, { cases }: ProcessGraph): SpecQuestion[] {
  const questions = [
    ...ask(elements.activities, true, ({ actor, label }) => actor === null && `Who does “${label}”?`),
    ...ask(elements.activities, true, ({ when, label, ...activity }) => {
      return when === null && `When is “${label}” done? It is in ${activity.cases} of ${cases} cases.`;
    }),
    ...ask(elements.decisions, true, ({ branches, question }) => {
      return branches.length < 2 && `“${question}” What if it is not so: “${branches[0]?.condition ?? ''}”?`;
    }),
    ...ask(elements.exceptions, true, ({ handling, label }) => handling === null && `What is done when: “${label}”?`),
    ...ask(elements.judgements, true, ({ label }) => `By what rule, or who must decide: “${label}”?`),
    ...ask(elements.openEnds, true, ({ to }) => `What happens with the work that goes to ${to}?`),
    ...ask(elements.activities, false, ({ system, label }) => system === null && `In which system is “${label}” done?`),
    ...ask(
      elements.handoffs,
      false,
      ({ what, kind, label }) => what === null && kind === 'actor' && `What is handed over: ${label}?`,
    ),
    ...ask(elements.waits, false, ({ duration, label }) => duration === null && `How long does it take: “${label}”?`),
    ...ask(
      elements.bottlenecks,
      false,
      ({ cause, label }) => cause === null && `Why do cases wait: ${lowerFirst(label)}?`,
    ),
  ];
  return questions.sort((a, b) => Number(b.blocking) - Number(a.blocking));
}

function ask<T extends { readonly id: SpecQuestion['about'][number]; readonly unsure: boolean }>(
  elements: readonly T[],
  blocking: boolean,
  question: (element: T) => string | false,
): SpecQuestion[] {
  return elements.flatMap((element) => {
    const text = element.unsure ? false : question(element);
    return text === false ? [] : [{ question: text, about: [element.id], blocking }];
  });
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Each check is a share of elements; checks with nothing to check are left out. */
export function rateReadiness(elements: SpecElements, questions: readonly SpecQuestion[]): SpecReadiness {
  const sure = elements.activities.filter(({ unsure }) => !unsure);
  const judged = new Set(elements.judgements.flatMap(({ activities }) => activities));
  const open = new Set(elements.openEnds.map(({ to }) => to));
  const checks = [
    check('activities whose actor is known', sure, ({ actor }) => actor !== null),
    check('activities whose system is known', sure, ({ system }) => system !== null),
    check('activities whose condition is known', sure, ({ when }) => when !== null),
    check('activities without a judgement moment', sure, ({ id }) => !judged.has(id)),
    check('decisions with more than one branch', elements.decisions, ({ branches }) => branches.length > 1),
    check('handoffs whose receiver is recorded or logged', elements.handoffs, ({ to }) => !open.has(to)),
    check('waits with a duration', elements.waits, ({ duration }) => duration !== null),
    check('exceptions whose handling is known', elements.exceptions, ({ handling }) => handling !== null),
  ].filter(({ of }) => of > 0);
  const shares = checks.map(({ met, of }) => met / of);
  return {
    score01: shares.length > 0 ? round(shares.reduce((sum, share) => sum + share, 0) / shares.length) : 0,
    blocking: questions.filter(({ blocking }) => blocking).map(({ question }) => question),
    checks,
  };
}

const check = <T>(name: string, elements: readonly T[], isMet: (element: T) => boolean) => {
  return { check: name, met: elements.filter(isMet).length, of: elements.length };
};

const round = (value: number): number => Math.round(value * 1000) / 1000;
