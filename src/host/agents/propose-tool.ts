// What an agent may propose where somebody lets it: a correction of the map, kept as a draft until a person decides.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Command } from '../../domain/correction.ts';
import { MirrorError } from '../../domain/errors.ts';
import type { Activity } from '../../domain/graph.ts';
import { ProposalId } from '../../domain/proposal.ts';
import type { MinedProcess } from '../../needs/store.ts';
import { checkCorrection } from '../corrections.ts';
import { getMined } from '../views.ts';
import { defineAgentTool } from './agent-tool.ts';
import { findFinding, sayCommand } from './say-command.ts';

const Wish = z.object({
  process: z.string().min(1).max(200),
  what: z
    .enum(['rename', 'same', 'confirm', 'dismiss'])
    .describe('An activity has another name; two activities are the same; a finding is right; a finding is wrong.'),
  activity: z.string().optional().describe('With rename and same: its label.'),
  label: z.string().trim().min(1).max(200).optional().describe('With rename: a plain verb and an object.'),
  other: z.string().optional().describe('With same: the label of the other activity.'),
  finding: z.string().optional().describe('With confirm and dismiss: the `id` of a handoff, bottleneck and so on.'),
  why: z.string().trim().min(1).max(2000).describe('For the person who decides, with the moments that show it.'),
});

/** A person reads each of them. */
const MOST_OPEN = 100;

export const PROPOSE_TOOL = defineAgentTool({
  name: 'propose_correction',
  title: 'Propose a correction',
  description:
    'Proposes that the map be put right. Nothing changes by it: a person reads it with its reason and accepts or declines it.',
  input: Wish,
  output: z.object({ id: ProposalId, says: z.string(), state: z.literal('open') }),
  needs: 'figures',
  writes: true,
  run: async (wish, { host, findProcess, agent }) => {
    const { id: processId } = findProcess(wish.process);
    const mined = getMined(host.store, findProcess(wish.process));
    const command = toCommand(wish, mined);
    checkCorrection(host, processId, command);
    const earlier = host.store.listProposals(processId);
    requireRoom(earlier.filter(({ state }) => state === 'open').length);
    const id = ProposalId.parse(randomUUID());
    // Times rise even where the clock stands still: they are the order of the list.
    const atMs = Math.max(host.clock.nowMs(), (earlier.at(-1)?.atMs ?? 0) + 1);
    const draft = { processId, atMs, agent, why: wish.why, command };
    host.store.saveProposal({ id, ...draft, state: 'open', decidedMs: null });
    return { id, says: sayCommand(command, mined), state: 'open' as const };
  },
});

function requireRoom(open: number): void {
  if (open >= MOST_OPEN) throw new MirrorError('proposal/too-many', { data: { open } });
}

function toCommand({ what, ...wish }: z.output<typeof Wish>, mined: MinedProcess): Command {
  const { activities } = mined.graph;
  if (what === 'rename') {
    const { stepIds, ...activity } = requireActivity(activities, 'activity', wish.activity);
    if (wish.label === undefined) throw lacking('label');
    return { do: 'rename', elements: stepIds, logLabel: logLabelsOf([activity])[0] ?? null, label: wish.label };
  }
  if (what === 'same') {
    const both = [
      requireActivity(activities, 'activity', wish.activity),
      requireActivity(activities, 'other', wish.other),
    ];
    const elements = both.flatMap(({ stepIds }) => stepIds);
    const logLabels = logLabelsOf(both);
    if (logLabels.length > 0) return { do: 'relateLog', elements, logLabels, as: 'same' };
    return { do: 'relate', elements, as: 'same', label: both[0]!.label };
  }
  if (wish.finding === undefined) throw lacking('finding');
  const finding = findFinding(mined.insights, wish.finding);
  if (finding === undefined) throw new MirrorError('element/missing');
  return { do: 'judgeFinding', finding: finding.id, status: what === 'confirm' ? 'confirmed' : 'dismissed' };
}

/** @throws tools/bad-input, tools/unknown-name */
function requireActivity(activities: readonly Activity[], key: string, label: string | undefined): Activity {
  if (label === undefined) throw lacking(key);
  const found = activities.find((each) => each.label === label);
  if (found !== undefined) return found;
  throw new MirrorError('tools/unknown-name', {
    data: { name: label, what: 'activity', nearest: '`activities` lists them' },
  });
}

const lacking = (key: string): MirrorError =>
  new MirrorError('tools/bad-input', { data: { tool: 'propose_correction', detail: `${key} is missing` } });

const logLabelsOf = (activities: readonly Pick<Activity, 'sources' | 'label'>[]): string[] =>
  activities.filter(({ sources }) => sources.log > 0).map(({ label }) => label);
