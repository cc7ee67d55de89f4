// In: a workspace, and what may leave it. Out: what an agent can read there by an address.
import type { AgentResource } from '../../domain/agent.ts';
import type { Process } from '../../domain/process.ts';
import { EXPORTS } from '../../exports/index.ts';
import { listExports } from '../exports.ts';
import type { Host } from '../host.ts';
import { type Release, releaseText } from './release.ts';

/** Whole processes first, then recordings and documents; of each process together. */
export function listResources(host: Host, release: Release): AgentResource[] {
  const processes = host.store.listProcesses();
  return [
    ...processes.flatMap((process) => listFormats(host, process, release)),
    ...(release.level === 'figures' ? [] : processes.flatMap((process) => listEvidence(host, process, release))),
  ];
}

/** Formats other than the spec hold names in places that only their own writers know: they leave as they are, or not. */
export const isReleased = (format: string, { level }: Release): boolean => level === 'text' || format === 'spec';

function listFormats(host: Host, { id, name }: Process, release: Release): AgentResource[] {
  if (host.store.findMined(id) === undefined) return [];
  const shown = releaseText(name, release);
  return listExports(host, id).flatMap(({ format, title, purpose, missing }) => {
    const about = Object.entries(EXPORTS).find(([each]) => each === format)?.[1];
    if (about?.kind !== 'text' || missing !== null || !isReleased(format, release)) return [];
    const uri = `mirror://process/${id}/${format}`;
    return [
      { uri, name: `${shown}/${format}`, title: `${shown}: ${title}`, description: purpose, mimeType: about.mediaType },
    ];
  });
}

function listEvidence({ store }: Host, process: Process, release: Release): AgentResource[] {
  const show = (text: string): string => releaseText(text, release);
  const of = show(process.name);
  const recordings = store.listRecordings(process.id).map(({ id, title, actor, role }) => ({
    uri: `mirror://recording/${id}`,
    name: `${of}/recording/${id}`,
    title: show(title),
    description: `What ${
      [actor, role]
        .filter((each) => each !== null)
        .map(show)
        .join(', ') || 'somebody'
    } said and did on the screen, with the address of each moment.`,
    mimeType: 'text/markdown',
  }));
  const documents = store.listArtifacts(process.id).map(({ id, name }) => ({
    uri: `mirror://document/${id}`,
    name: `${of}/document/${id}`,
    title: show(name),
    description: 'The text of a document, page by page, with the address of each page.',
    mimeType: 'text/markdown',
  }));
  return [...recordings, ...documents];
}
