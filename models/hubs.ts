// In: where a model is published. Out: the address of each of its files, and the hosts that may answer.
import type { ModelFile, ModelOrigin } from '../src/domain/models.ts';

export interface Hub {
  readonly base: string;
  /** Hosts that the hub sends its visitors on to; "*.x" is any host below x. */
  readonly sendsTo: readonly string[];
  place(origin: ModelOrigin, file: ModelFile): string;
}

/** Hugging Face keeps large files with several providers, all below these names. */
const HUGGING_FACE_STORES = ['*.huggingface.co', '*.hf.co'];

export const HUBS: Readonly<Record<ModelOrigin['hub'], Hub>> = {
  huggingface: {
    base: 'https://huggingface.co',
    sendsTo: HUGGING_FACE_STORES,
    place: ({ repository, revision }, { path }) => `${repository}/resolve/${revision}/${path}`,
  },
  github: {
    base: 'https://raw.githubusercontent.com',
    sendsTo: [],
    place: ({ repository, revision }, { path }) => `${repository}/${revision}/${path}`,
  },
};
