// In: names of processes, and of what is in them. Out: stand-ins for them, the same for as long as an agent's session lasts.
import type { NameKind } from '../../domain/answer.ts';

/** Of a process, or the name of one. */
export interface LearntName {
  readonly kind: NameKind | 'process';
  readonly name: string;
}

/** Names as an agent is told them, and back. */
export interface SessionNames {
  learn(names: readonly LearntName[]): void;
  /** Whether the whole text is a name. */
  isName(text: string): boolean;
  /** The text with stand-ins for the names in it. */
  hide(text: string): string;
  /** The text with the names that the stand-ins in it are for. */
  show(text: string): string;
}

const TITLES = {
  process: 'Process',
  activity: 'Activity',
  role: 'Role',
  person: 'Person',
  system: 'System',
  artifact: 'Artifact',
} as const satisfies Record<LearntName['kind'], string>;

/** "Activity 3", "Role 1": numbered in the order in which they are learnt. Only whole texts are names. */
export function numberNames(): SessionNames {
  const standIns = new Map<string, string>();
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  return {
    learn: (known) => {
      for (const { kind, name } of known) {
        if (standIns.has(fold(name))) continue;
        const number = (counts.get(kind) ?? 0) + 1;
        counts.set(kind, number);
        const standIn = `${TITLES[kind]} ${number}`;
        standIns.set(fold(name), standIn);
        names.set(standIn.toLowerCase(), name);
      }
    },
    isName: (text) => standIns.has(fold(text)),
    hide: (text) => standIns.get(fold(text)) ?? text,
    show: (text) => text.replaceAll(STAND_IN, (standIn) => names.get(standIn.toLowerCase()) ?? standIn),
  };
}

const STAND_IN = new RegExp(`\\b(?:${Object.values(TITLES).join('|')}) \\d+\\b`, 'gi');

/** Roles and labels differ in capitals from place to place, and mean the same. */
const fold = (text: string): string => text.trim().replaceAll(/\s+/g, ' ').toLowerCase();
