// Comes in: what one talk teaches, and what people taught about the words of its process. Goes out: both, people's first.
import type { Dictionary } from '../domain/dictionary.ts';
import type { Candidate } from './find-steps.ts';
import type { Cast } from './parties.ts';
import type { Systems } from './systems.ts';

/** Of a process in which nobody has put anything right. */
export const NOTHING_KNOWN: Dictionary = {
  roles: new Map(),
  systems: new Map(),
  artifacts: new Map(),
  verbs: new Map(),
};

/** Systems by the names people gave them, also where a window or the talk calls them otherwise. */
export function knowSystems({ names, windows }: Systems, { systems }: Dictionary): Systems {
  const known = (name: string): string => systems.get(name.toLowerCase()) ?? name;
  return {
    names: new Map([...[...names].map(([said, name]) => [said, known(name)] as const), ...systems]),
    windows: windows.map((window) => ({ ...window, name: known(window.name) })),
  };
}

/** Who is who. What somebody narrates is his own, whatever another with the same role was corrected to. */
export function knowPeople(cast: Cast, { roles }: Dictionary): Cast {
  const narrator = cast.narrator?.toLowerCase();
  const known = new Map([...roles].filter(([said]) => said !== narrator));
  const aliases = [...cast.aliases].map(([said, role]) => [said, known.get(role.toLowerCase()) ?? role] as const);
  return { ...cast, aliases: new Map([...aliases, ...known]) };
}

/** Verbs and things of labels by the words people use for them; the words in the evidence stay what was said. */
export function knowLabels(candidates: readonly Candidate[], { verbs, artifacts }: Dictionary): readonly Candidate[] {
  if (verbs.size === 0 && artifacts.size === 0) return candidates;
  return candidates.map((candidate) => {
    const { label } = candidate;
    const verb = verbs.get(label.verb.toLowerCase()) ?? label.verb;
    const artifact = label.artifact === null ? null : (artifacts.get(label.artifact.toLowerCase()) ?? label.artifact);
    return { ...candidate, label: { ...label, verb, artifact, text: [verb, label.object].join(' ').trim() } };
  });
}
