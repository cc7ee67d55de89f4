// In: what a person wants speech to be written down by. Out: the same, kept in the workspace: a model, or a server of this machine.
import { z } from 'zod';
import { MirrorError } from '../../domain/errors.ts';
import { ModelId } from '../../domain/models.ts';
import type { Store } from '../../needs/store.ts';
import { isLoopback } from '../egress/hosts.ts';
import { listModels } from '../models/model-service.ts';
import type { ModelsFolder } from '../models/models-folder.ts';
import { choiceOf } from './pick-model.ts';

const SERVER = 'transcription server';

const SpeechServer = z.object({ address: z.string(), model: z.string() });
export type SpeechServer = z.infer<typeof SpeechServer>;

type Settings = Pick<Store, 'readSetting' | 'writeSetting'>;

/** What a server is asked for where nobody said: most have one model and do not look at its name. */
const ANY_MODEL = 'whisper-1';

/** Undefined where models of this machine are used. */
export const findSpeechServer = (store: Pick<Store, 'readSetting'>): SpeechServer | undefined =>
  SpeechServer.safeParse(store.readSetting(SERVER)).data;

/**
 * @param by `auto`, the id of a model, or the address of a server on this machine
 * @throws transcriber/not-here, models/unknown, egress/bad-address
 */
export function chooseSpeech(
  store: Settings,
  folder: ModelsFolder,
  { by, model = ANY_MODEL }: { readonly by: string; readonly model?: string | undefined },
): void {
  if (/^https?:/.test(by)) return store.writeSetting(SERVER, { address: requireHere(by), model });
  if (by !== 'auto' && !listModels(folder).some(({ model: { id, role } }) => id === by && role === 'transcriber'))
    throw new MirrorError('models/unknown', { data: { id: by } });
  store.writeSetting(SERVER, null);
  store.writeSetting(choiceOf('transcriber'), by === 'auto' ? null : ModelId.parse(by));
}

/** Without a slash at its end. */
function requireHere(address: string): string {
  const url = URL.parse(address);
  if (url === null) throw new MirrorError('egress/bad-address', { data: { address } });
  if (!isLoopback(url)) throw new MirrorError('transcriber/not-here', { data: { address: url.host } });
  return address.replace(/\/+$/, '');
}
