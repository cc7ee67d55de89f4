import { expect, test } from 'vitest';
import { createRandom } from '../lib/random.ts';
import { createWebmScanner } from './scan-webm.ts';

const UNKNOWN_SIZE = [0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
const head = [0x1a, 0x45, 0xdf, 0xa3, 0x84, 0x42, 0x86, 0x81, 0x01, 0x18, 0x53, 0x80, 0x67, ...UNKNOWN_SIZE];
const entry = (number: number, type: number): number[] => [0xae, 0x86, 0xd7, 0x81, number, 0x83, 0x81, type];
/** Picture is track 1, sound track 2. */
const tracks = [0x16, 0x54, 0xae, 0x6b, 0x90, ...entry(1, 1), ...entry(2, 2)];
const cluster = (ms: number): number[] => [0x1f, 0x43, 0xb6, 0x75, ...UNKNOWN_SIZE, 0xe7, 0x82, ms >> 8, ms & 255];
/** A frame of 40 bytes: some look like elements themselves. */
const frame = Array.from({ length: 40 }, (_, at) => [0xa3, 0x1f, 0x43, 0xb6, 0x75, 0][at % 6]!);
const block = (ms: number, track = 1): number[] => [
  0xa3,
  0x80 | (frame.length + 4),
  0x80 | track,
  ms >> 8,
  ms & 255,
  0x80,
  ...frame,
];
const group = (ms: number): number[] => [
  0xa0,
  0x80 | (frame.length + 6),
  0xa1,
  0x80 | (frame.length + 4),
  0x81,
  ms >> 8,
  ms & 255,
  0,
  ...frame,
];

const webm = Uint8Array.from([
  ...head,
  ...tracks,
  ...cluster(0),
  ...block(0),
  ...block(200, 2),
  ...cluster(1000),
  ...group(7),
  ...block(400),
]);
const lastCluster = { atByte: head.length + tracks.length + cluster(0).length + 2 * block(0).length, headBytes: 12 };
const whole = { blocks: 4, pictures: 3, wholeBytes: webm.length, lastCluster, mediaMs: 1400, isWebm: true };

test('blocks and times come out the same, wherever the bytes are cut', () => {
  const random = createRandom(7);
  expect(createWebmScanner().push(webm)).toEqual(whole);
  for (let round = 0; round < 200; round += 1) {
    const scanner = createWebmScanner();
    let last = scanner.push(webm.subarray(0, 0));
    for (let at = 0; at < webm.length; ) {
      const size = 1 + Math.floor(random() * 30);
      last = scanner.push(webm.subarray(at, at + size));
      at += size;
    }
    expect(last).toEqual(whole);
  }
});

test('a block counts when its last byte is there', () => {
  const scanner = createWebmScanner();
  const cut = webm.length - 1;
  const { blocks, wholeBytes } = scanner.push(webm.subarray(0, cut));
  expect([blocks, wholeBytes]).toEqual([3, webm.length - frame.length - 6]);
  expect(scanner.push(webm.subarray(cut))).toEqual(whole);
});

test('other bytes are no WebM, and random ones end nowhere', () => {
  expect(createWebmScanner().push(Uint8Array.from(Buffer.from('RIFF....WAVEfmt'))).isWebm).toBe(false);
  const random = createRandom(11);
  const scanner = createWebmScanner();
  scanner.push(webm);
  for (let round = 0; round < 500; round += 1) {
    const { blocks } = scanner.push(Uint8Array.from({ length: 100 }, () => Math.floor(random() * 256)));
    expect(blocks).toBeGreaterThanOrEqual(4);
  }
});
