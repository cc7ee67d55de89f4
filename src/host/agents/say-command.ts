// In: a correction that somebody proposes. Out: what it would change, in one sentence.
import type { Command } from '../../domain/correction.ts';
import type { ElementId, FindingId } from '../../domain/ids.ts';
import type { Insights } from '../../domain/insights.ts';
import type { MinedProcess } from '../../needs/store.ts';

/** By the names that the map has now. */
export function sayCommand(command: Command, { graph, insights }: MinedProcess): string {
  const labelsOf = (elements: readonly ElementId[], logLabels: readonly string[]): string[] => {
    const told = graph.activities.filter(({ stepIds }) => stepIds.some((id) => elements.includes(id)));
    const labels = [...new Set([...logLabels, ...told.map(({ label }) => label)])];
    return labels.length > 0 ? labels.map((label) => `“${label}”`) : ['what is not on the map any more'];
  };
  switch (command.do) {
    case 'rename': {
      const [first] = labelsOf(command.elements, command.logLabel === null ? [] : [command.logLabel]);
      return `Call ${first} “${command.label}” instead`;
    }
    case 'relate':
    case 'relateLog': {
      const logLabels = command.do === 'relateLog' ? command.logLabels : [];
      return `${labelsOf(command.elements, logLabels).join(' and ')} are the same activity`;
    }
    case 'judgeFinding': {
      const finding = findFinding(insights, command.finding);
      const verb = command.status === 'confirmed' ? 'Confirm' : 'Dismiss';
      return `${verb}: ${finding?.label ?? 'a finding that is not there any more'}`;
    }
    default:
      return `A correction of the kind "${command.do}"`;
  }
}

export function findFinding(insights: Insights, id: string): { id: FindingId; label: string } | undefined {
  const { handoffs, bottlenecks, exceptions, judgements, rework, transfers, openEnds, decisions, waits, differences } =
    insights;
  const told = [...exceptions, ...judgements, ...decisions, ...waits, ...differences, ...openEnds];
  return [...handoffs, ...bottlenecks, ...rework, ...transfers, ...told].find((each) => each.id === id);
}
