// The process that the screen is about: named in the address, or the one that a recording or a document belongs to.
import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { ArtifactId, ProcessId, RecordingId } from '../../src/domain/ids.ts';
import { useMirror } from '../use-mirror.ts';

export interface PlaceHere {
  readonly processId: ProcessId | undefined;
  /** A screen of the process itself, on which its map can show something and its player plays. */
  readonly isProcess: boolean;
}

export function useProcessHere(): PlaceHere {
  const [path] = useLocation();
  const mirror = useMirror();
  const [, screen, part = ''] = /^\/(process|recording|document)\/([^/]+)/.exec(path) ?? [];
  const id = decodeURIComponent(part);
  // The ids come out of addresses that this app wrote; one that names nothing has no process.
  const recording = useQuery({
    ...mirror.recording.open.queryOptions({ input: { recordingId: id as RecordingId } }),
    enabled: screen === 'recording',
  });
  const document = useQuery({
    ...mirror.document.open.queryOptions({ input: { artifactId: id as ArtifactId } }),
    enabled: screen === 'document',
  });
  if (screen === 'process') return { processId: id as ProcessId, isProcess: true };
  const processId =
    screen === 'recording' ? recording.data?.process.id : screen === 'document' ? document.data?.process.id : undefined;
  return { processId, isProcess: false };
}
