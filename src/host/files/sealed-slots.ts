// Sealed files that are whole: read and written anywhere, slot by slot.
import type { FileHandle } from 'node:fs/promises';
import { readAll, writeAll } from './plain-files.ts';
import { type FileKey, HEADER_BYTES, seal, SEAL_BYTES, unseal } from './sealed-format.ts';
import type { Refuse } from './sealed-place.ts';
import type { DraftFile, OpenFile } from './workspace-files.ts';

/** Content of a slot: what a seek costs at most to read. */
export const SLOT_BYTES = 1 << 16;
const SEALED_SLOT_BYTES = SLOT_BYTES + SEAL_BYTES;
/** So many slots are asked of the disk at a time. */
const SLOTS_AT_A_TIME = 16;
/** So many are held of a draft: the library that writes films goes back to their beginning again and again. */
const MOST_HELD = 64;

export interface SealedHandle {
  readonly handle: FileHandle;
  readonly key: FileKey;
  readonly refuse: Refuse;
}

/** Of the content, by the size of the file; undefined for a size that no whole file has. */
function sizeOfSlots(fileBytes: number): number | undefined {
  const body = fileBytes - HEADER_BYTES;
  const rest = body % SEALED_SLOT_BYTES;
  if (body < SEAL_BYTES || (rest > 0 && rest < SEAL_BYTES)) return undefined;
  // Only the one slot of an empty file is empty.
  if (rest === SEAL_BYTES && body > rest) return undefined;
  return body - Math.ceil(body / SEALED_SLOT_BYTES) * SEAL_BYTES;
}

const slotsOf = (sizeBytes: number): number => Math.max(1, Math.ceil(sizeBytes / SLOT_BYTES));
const placeOf = (slot: number): number => HEADER_BYTES + slot * SEALED_SLOT_BYTES;

function aboutSlot(slot: number, isLast: boolean): Buffer {
  const about = Buffer.alloc(9);
  about.writeBigUInt64BE(BigInt(slot));
  about[8] = isLast ? 1 : 0;
  return about;
}

/** A file of one slot, as small ones are, behind its header. */
export const sealOne = (key: FileKey, content: Uint8Array): Buffer =>
  Buffer.concat(seal(key, content, aboutSlot(0, true)));

/** The content of what `sealOne` gave; undefined when it is not that. */
export const unsealOne = (key: FileKey, sealed: Uint8Array): Buffer | undefined =>
  sealed.length > SEALED_SLOT_BYTES ? undefined : unseal(key, sealed, aboutSlot(0, true));

/** Its last slot is looked at: a file that was cut between two slots is refused here. */
export async function openSlots(file: SealedHandle): Promise<OpenFile> {
  const sizeBytes = sizeOfSlots((await file.handle.stat()).size);
  if (sizeBytes === undefined) throw file.refuse('it is cut off');
  const count = slotsOf(sizeBytes);
  const [last] = await readSlots(file, { first: count - 1, end: count, count });
  let held = { slot: count - 1, content: last! };
  return {
    sizeBytes,
    read: async (into, at) => {
      const end = Math.min(sizeBytes, at + into.length);
      for (let next = at; next < end; ) {
        const slot = Math.floor(next / SLOT_BYTES);
        const upTo = Math.min(Math.ceil(end / SLOT_BYTES), slot + SLOTS_AT_A_TIME);
        const contents = held.slot === slot ? [held.content] : await readSlots(file, { first: slot, end: upTo, count });
        for (const [ahead, content] of contents.entries()) {
          const from = next - (slot + ahead) * SLOT_BYTES;
          const part = content.subarray(from, from + end - next);
          into.set(part, next - at);
          next += part.length;
        }
        held = { slot: slot + contents.length - 1, content: contents.at(-1)! };
      }
      return Math.max(0, end - at);
    },
    close: () => file.handle.close(),
  };
}

/** The contents of slots from `first` up to and without `end`, of `count` in the file. */
async function readSlots(
  { handle, key, refuse }: SealedHandle,
  { first, end, count }: { readonly first: number; readonly end: number; readonly count: number },
): Promise<Buffer[]> {
  const sealed = Buffer.allocUnsafe((end - first) * SEALED_SLOT_BYTES);
  const read = await readAll(handle, sealed, placeOf(first));
  return Array.from({ length: end - first }, (_, at) => {
    const bytes = sealed.subarray(at * SEALED_SLOT_BYTES, Math.min(read, (at + 1) * SEALED_SLOT_BYTES));
    const content = unseal(key, bytes, aboutSlot(first + at, first + at === count - 1));
    if (content === undefined)
      throw refuse(`its part ${first + at + 1} of ${count} was changed, or the key is another`);
    return content;
  });
}

interface HeldSlot {
  readonly content: Buffer;
  isChanged: boolean;
}

/** Goes on with a whole file, or begins an empty one (`fileBytes` is then that of its header). */
export function draftSlots(file: SealedHandle, fileBytes: number): DraftFile {
  const { handle, key, refuse } = file;
  const known = fileBytes > HEADER_BYTES ? sizeOfSlots(fileBytes) : 0;
  if (known === undefined) throw refuse('it is cut off');
  let sizeBytes = known;
  /** Which slot is marked as the last on the disk. */
  let marked = fileBytes > HEADER_BYTES ? slotsOf(known) - 1 : -1;
  let diskBytes = sizeBytes;
  const held = new Map<number, HeldSlot>();

  const lengthOf = (slot: number, size: number): number => Math.max(0, Math.min(SLOT_BYTES, size - slot * SLOT_BYTES));

  const hold = async (slot: number): Promise<HeldSlot> => {
    const known = held.get(slot);
    if (known) return known;
    if (held.size >= MOST_HELD) await letGo();
    const content = Buffer.alloc(SLOT_BYTES);
    const length = lengthOf(slot, diskBytes);
    if (length > 0) {
      const sealed = Buffer.allocUnsafe(length + SEAL_BYTES);
      const read = await readAll(handle, sealed, placeOf(slot));
      const there = unseal(key, sealed.subarray(0, read), aboutSlot(slot, slot === marked));
      if (there === undefined) throw refuse(`its part ${slot + 1} was changed, or the key is another`);
      there.copy(content);
    }
    const fresh = { content, isChanged: false };
    held.set(slot, fresh);
    return fresh;
  };

  const put = async (slot: number, one: HeldSlot, isLast: boolean): Promise<void> => {
    const content = one.content.subarray(0, lengthOf(slot, sizeBytes));
    await writeAll(handle, Buffer.concat(seal(key, content, aboutSlot(slot, isLast))), placeOf(slot));
    one.isChanged = false;
    if (isLast) marked = slot;
    else if (marked === slot) marked = -1;
    diskBytes = Math.max(diskBytes, slot * SLOT_BYTES + content.length);
  };

  /** In memory, as far as the slot goes; answers how many bytes that was. */
  const change = async (slot: number, from: number, bytes: Uint8Array): Promise<number> => {
    const part = bytes.subarray(0, SLOT_BYTES - from);
    const one = await hold(slot);
    one.content.set(part, from);
    one.isChanged = true;
    return part.length;
  };

  /** Whole slots of what is written, from `slot` on, past memory; answers how many bytes that was. */
  const putWhole = async (slot: number, bytes: Uint8Array): Promise<number> => {
    const parts: Buffer[] = [];
    let count = 0;
    while (count < SLOTS_AT_A_TIME && (count + 1) * SLOT_BYTES <= bytes.length && !held.has(slot + count)) {
      const content = bytes.subarray(count * SLOT_BYTES, (count + 1) * SLOT_BYTES);
      parts.push(...seal(key, content, aboutSlot(slot + count, false)));
      if (marked === slot + count) marked = -1;
      count += 1;
    }
    if (count === 0) return 0;
    await writeAll(handle, Buffer.concat(parts), placeOf(slot));
    diskBytes = Math.max(diskBytes, (slot + count) * SLOT_BYTES);
    return count * SLOT_BYTES;
  };

  /** Makes room, with the slot that was held first. */
  const letGo = async (): Promise<void> => {
    const [slot, one] = [...held].find(([each]) => (each + 1) * SLOT_BYTES <= sizeBytes) ?? [...held][0]!;
    if (one.isChanged) await put(slot, one, false);
    held.delete(slot);
  };

  /** With zeros up to `end`, in the slots that are there and in new ones. */
  const reach = async (end: number): Promise<void> => {
    while (sizeBytes < end) {
      const slot = Math.floor(sizeBytes / SLOT_BYTES);
      const one = await hold(slot);
      one.isChanged = true;
      sizeBytes = Math.min(end, (slot + 1) * SLOT_BYTES);
    }
  };

  const complete = async (): Promise<void> => {
    const last = slotsOf(sizeBytes) - 1;
    if (marked !== last) {
      if (marked >= 0) (await hold(marked)).isChanged = true;
      (await hold(last)).isChanged = true;
    }
    for (const [slot, one] of held) if (one.isChanged) await put(slot, one, slot === last);
  };

  return {
    write: async (bytes, at) => {
      await reach(at);
      for (let done = 0; done < bytes.length; ) {
        const slot = Math.floor((at + done) / SLOT_BYTES);
        const from = at + done - slot * SLOT_BYTES;
        const whole = from === 0 ? await putWhole(slot, bytes.subarray(done)) : 0;
        done += whole > 0 ? whole : await change(slot, from, bytes.subarray(done));
        sizeBytes = Math.max(sizeBytes, at + done);
      }
    },
    truncate: async (wanted) => {
      await reach(wanted);
      if (wanted === sizeBytes) return;
      const last = slotsOf(wanted) - 1;
      const one = await hold(last);
      one.content.fill(0, wanted - last * SLOT_BYTES);
      one.isChanged = true;
      for (const slot of held.keys()) if (slot > last) held.delete(slot);
      sizeBytes = wanted;
      diskBytes = Math.min(diskBytes, wanted);
      if (marked > last) marked = -1;
      await complete();
      await handle.truncate(placeOf(last) + lengthOf(last, wanted) + SEAL_BYTES);
    },
    sync: async () => {
      await complete();
      await handle.sync();
    },
    close: async () => {
      try {
        await complete();
      } finally {
        await handle.close();
      }
    },
  };
}
