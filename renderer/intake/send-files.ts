// In: files, and a core. Out: the core has them. One piece is read and sent at a time: no file is ever held.
import type { MirrorClient } from '../../src/api/client.ts';
import type { IntakeId } from '../../src/domain/intake.ts';
import type { GivenFile } from './collect-files.ts';

export interface Sending {
  readonly name: string;
  readonly files: number;
  readonly ofFiles: number;
  readonly bytes: number;
  readonly ofBytes: number;
}

interface SendOptions {
  readonly intakeId: IntakeId;
  readonly chunkBytes: number;
  readonly signal: AbortSignal;
  readonly tell: (sending: Sending) => void;
}

export async function sendFiles(
  client: MirrorClient,
  given: readonly GivenFile[],
  { intakeId, chunkBytes, signal, tell }: SendOptions,
): Promise<void> {
  const ofBytes = given.reduce((sum, { file }) => sum + file.size, 0);
  let bytes = 0;
  for (const [at, { path, file }] of given.entries()) {
    const { file: number } = await client.intake.add({ intakeId, path, sizeBytes: file.size }, { signal });
    for (let offset = 0; offset < file.size; offset += chunkBytes) {
      tell({ name: file.name, files: at, ofFiles: given.length, bytes, ofBytes });
      const data = file.slice(offset, offset + chunkBytes);
      await client.intake.chunk({ intakeId, file: number, offset, data }, { signal });
      bytes += data.size;
    }
  }
  tell({ name: '', files: given.length, ofFiles: given.length, bytes, ofBytes });
}
