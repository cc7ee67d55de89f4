// In: an address of a model server beside its models. Out: what it says there, as JSON; undefined where it says nothing.
import type { EgressAnswer } from '../egress/gate.ts';

/** Lists of hundreds of models are some hundred kilobytes; what is more is something else. */
const MOST_BYTES = 8_000_000;

/** Of a `fetch` of the gate's. Failures to connect are the caller's. */
export async function readPage(response: Response): Promise<unknown> {
  return response.ok ? parse(await readText(response.body ?? [])) : leave(response);
}

/** Of an answer of the gate itself. */
export async function readAnswer(answer: EgressAnswer): Promise<unknown> {
  if (answer.status === 200) return parse(await readText(answer.body()));
  answer.close();
  return undefined;
}

async function readText(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > MOST_BYTES) return '';
    all.push(chunk);
  }
  return Buffer.concat(all).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A page for people: another program listens there.
    return undefined;
  }
}

async function leave(response: Response): Promise<undefined> {
  await response.body?.cancel();
  return undefined;
}
