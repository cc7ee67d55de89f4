// For a run of tests: what is made when the first test asks for it, once for all. In: how it is made. Out: a door, an address
// that any process of the run can ask where it is.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Shared {
  readonly address: string;
  close(): Promise<void>;
}

/** Closing ends what was made, if anything was. */
export async function openDoor(make: () => Promise<Shared>): Promise<Shared> {
  let made: Promise<Shared> | undefined;
  const door = createServer((_, response) => {
    made ??= make();
    made.then(
      ({ address }) => response.end(address),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((opened) => door.listen(0, '127.0.0.1', opened));
  const { port } = door.address() as AddressInfo; // of a port, not of a pipe
  return {
    address: `http://127.0.0.1:${port}`,
    close: async () => {
      door.close();
      await (await made)?.close();
    },
  };
}

/** Where the thing behind a door is. @throws Error with the words of whoever failed to make it */
export async function askDoor(door: string): Promise<string> {
  const answer = await fetch(door);
  const words = await answer.text();
  if (!answer.ok) throw new Error(words);
  return words;
}
