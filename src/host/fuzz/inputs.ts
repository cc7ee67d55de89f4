// Every kind of file that Mirror takes in, one small and whole example of each.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import BetterSqlite3 from 'better-sqlite3';
import { unzipSync } from 'fflate';
import { makeDocx, makeEmail, makePdf, makeXlsx, zip } from '../../ingest/documents/documents.sample.ts';
import { OCEL } from '../../ingest/ocel.sample.ts';
import { mutate } from '../../lib/mutate.ts';
import { samplesFolder } from '../samples.ts';

export interface FuzzInput {
  /** A file's name: its ending says what it is. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Whether it is taken in as a log or as a recording. */
  readonly door: 'import' | 'ingest';
  /** What the bytes are packed with: damaged before it, they can still be unpacked. */
  readonly pack?: (bytes: Uint8Array) => Uint8Array;
}

/** Damage to the bytes, or to what is packed in them. */
export function damage({ bytes, pack }: FuzzInput, random: () => number): Uint8Array {
  const isInside = pack !== undefined && random() < 0.5;
  if (isInside) return pack(mutate(bytes, random));
  return mutate(packed({ bytes, pack }), random);
}

/** The file as it is when it is whole. */
export const packed = ({ bytes, pack }: Pick<FuzzInput, 'bytes' | 'pack'>): Uint8Array => (pack ? pack(bytes) : bytes);

export function makeInputs(): FuzzInput[] {
  const text = (name: string, door: FuzzInput['door'], content: string): FuzzInput => ({
    name,
    door,
    bytes: Buffer.from(content),
  });
  return [
    text('log.csv', 'import', CSV),
    { name: 'utf16.csv', door: 'import', bytes: Buffer.from(`\ufeff${CSV}`, 'utf16le') },
    text('log.xes', 'import', XES),
    { name: 'packed.xes.gz', door: 'import', bytes: Buffer.from(XES), pack: gzipSync },
    text('log.jsonocel', 'import', JSON.stringify(OCEL)),
    text('log.xmlocel', 'import', OCEL_XML),
    { name: 'log.sqlite', door: 'import', bytes: makeOcelDatabase() },
    text('windows.json', 'import', ACTIVITY),
    text('talk.vtt', 'ingest', VTT),
    text('talk.srt', 'ingest', VTT.replace('WEBVTT\n\n', '').replaceAll(/(\d)\.(\d{3})/g, '$1,$2')),
    text('talk.txt', 'ingest', 'First I open the return request in Atlas.\nThen I check the receipt.\n'),
    text('talk.json', 'ingest', TRANSCRIPT),
    text('talk.events.jsonl', 'ingest', EVENTS),
    { name: 'sound.wav', door: 'ingest', bytes: makeWave() },
    ...makeDocuments(),
    ...findRecording(),
  ];
}

/** Damaged as bytes, and for those that are archives also in what is packed in them. */
function makeDocuments(): FuzzInput[] {
  const pdf = makePdf(['Cutoff is 2:30 pm', 'Second page'], { title: 'Rules' });
  const attachments = [{ name: 'rules.pdf', type: 'application/pdf', bytes: pdf }];
  const html =
    '<html><head><title>Shop &amp; ship</title><style>p{}</style></head><body><p>One</p><table><tr><td>a</td></tr></table>';
  const word = makeDocx(['Credit rules', '\fExceptions'], { title: 'Policy' });
  const xml = unzipSync(word)['word/document.xml']!;
  return [
    { name: 'rules.pdf', door: 'ingest', bytes: pdf },
    { name: 'policy.docx', door: 'ingest', bytes: word },
    {
      name: 'packed.docx',
      door: 'ingest',
      bytes: xml,
      pack: (body) => zip({ 'word/document.xml': new Uint8Array(body) }),
    },
    { name: 'limits.xlsx', door: 'ingest', bytes: makeXlsx({ Limits: [['clerk', 500, new Date(0)]] }) },
    {
      name: 'order.eml',
      door: 'ingest',
      bytes: makeEmail({ subject: 'Order', text: 'Please.', html: '<p>Please</p>', attachments }),
    },
    { name: 'page.html', door: 'ingest', bytes: Buffer.from(html) },
    { name: 'notes.md', door: 'ingest', bytes: Buffer.from('# Notes\n\nAsk Noor – ½ price.') },
  ];
}

const CSV = `Case ID,Activity,Start,End,Resource,Role,Amount
4711,"enter, check",2026-03-02T08:00:00Z,2026-03-02T08:10:00Z,Ann,clerk,12
4712,"say ""no""",2026-03-02T08:20:00Z,2026-03-02T08:30:00Z,"Bob
Brown",, 13
4711,prüfen,,2026-03-02T09:00:00+01:00,,,
`;

const XES = `<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1.0" xmlns="http://www.xes-standard.org/">
  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
  <classifier name="Activity" keys="concept:name lifecycle:transition"/>
  <trace>
    <string key="concept:name" value="order 1"/>
    <event>
      <string key="concept:name" value="enter &amp; check"/>
      <date key="time:timestamp" value="2026-03-02T09:00:00.000+01:00"/>
      <string key="org:resource" value="Ann"/>
      <string key="lifecycle:transition" value="START"/>
      <list key="items"><values><int key="n" value="7"/></values></list>
    </event>
    <event>
      <string key="concept:name" value="enter &amp; check"/>
      <date key="time:timestamp" value="2026-03-02T09:10:00.123456+01:00"/>
    </event>
  </trace>
</log>
`;

const OCEL_XML = `<log><objects><object id="o1" type="orders"><attributes/></object></objects><events>
<event id="e1" type="place order" time="2026-03-02T08:00:00Z"><attributes><attribute name="resource">Ann</attribute></attributes>
<objects><relationship object-id="o1" qualifier="order"/></objects></event></events></log>`;

const ACTIVITY = JSON.stringify({
  buckets: {
    window: {
      type: 'currentwindow',
      events: [
        { timestamp: '2026-03-02T09:00:00Z', duration: 30.5, data: { app: 'SAP', title: 'Order 4711' } },
        { timestamp: '2026-03-02T09:02:00Z', duration: 600, data: { app: 'Outlook', title: 'Inbox' } },
      ],
    },
    afk: { type: 'afkstatus', events: [{ timestamp: '2026-03-02T09:04:00Z', duration: 180, data: { status: 'afk' } }] },
  },
});

const VTT = `WEBVTT

00:00:01.000 --> 00:00:04.000
<v Ida>First I open the return request in Atlas.

2
00:00:05.000 --> 00:00:09.000 align:start
I check the receipt &amp; I enter the amount in Ledgerly.

00:00:10.000 --> 00:00:15.000
If it is more than two hundred euros I send it to Noor.
`;

const TRANSCRIPT = JSON.stringify({
  schema: 'mirror-transcript/1',
  process: 'refunds',
  narrator: { name: 'Ida', role: 'agent' },
  language: 'en',
  duration: 20,
  segments: [
    { start: 1, end: 4, text: 'First I open the return request in Atlas.' },
    { start: 5, end: 9, text: 'Who checks it?', speaker: 'Interviewer' },
  ],
  events: [{ t: 2.5, app: 'Atlas', title: 'Return 12' }],
});

const EVENTS = `{"t": 12.3456, "app": "SAP", "title": "Order 4711", "kind": "copy"}
{"t": 0, "app": "Outlook", "title": "Inbox"}
`;

function makeOcelDatabase(): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'mirror-fuzz-'));
  try {
    const file = join(folder, 'log.sqlite');
    const sqlite = new BetterSqlite3(file);
    sqlite.pragma('page_size = 512');
    sqlite.exec(`
      CREATE TABLE object (ocel_id TEXT PRIMARY KEY, ocel_type TEXT);
      CREATE TABLE event (ocel_id TEXT PRIMARY KEY, ocel_type TEXT);
      CREATE TABLE event_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT);
      CREATE TABLE event_object (ocel_event_id TEXT, ocel_object_id TEXT, ocel_qualifier TEXT);
      CREATE TABLE event_place (ocel_id TEXT PRIMARY KEY, ocel_time TIMESTAMP, resource TEXT);
      INSERT INTO object VALUES ('o1', 'orders'), ('o2', 'orders');
      INSERT INTO event VALUES ('e1', 'place order'), ('e2', 'place order');
      INSERT INTO event_map_type VALUES ('place order', 'place');
      INSERT INTO event_object VALUES ('e1', 'o1', 'order'), ('e2', 'o2', 'order');
      INSERT INTO event_place VALUES ('e1', '2026-03-02 08:00:00', 'Ann'), ('e2', '2026-03-02 09:00:00', NULL);`);
    sqlite.close();
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A tenth of a second of silence, 8 kHz, mono, 16 bit. */
function makeWave(): Uint8Array {
  const samples = 800;
  const wave = Buffer.alloc(44 + samples * 2);
  wave.write('RIFF', 0);
  wave.writeUInt32LE(wave.length - 8, 4);
  wave.write('WAVEfmt ', 8);
  wave.writeUInt32LE(16, 16);
  wave.writeUInt16LE(1, 20);
  wave.writeUInt16LE(1, 22);
  wave.writeUInt32LE(8000, 24);
  wave.writeUInt32LE(16_000, 28);
  wave.writeUInt16LE(2, 32);
  wave.writeUInt16LE(16, 34);
  wave.write('data', 36);
  wave.writeUInt32LE(samples * 2, 40);
  return wave;
}

/** The beginning of a bundled recording, for whole ones are megabytes; nothing where the samples are not there. */
function findRecording(): FuzzInput[] {
  const folder = join(samplesFolder(), 'customer-onboarding');
  const name = readdirSync(folder).find((each) => each.endsWith('.webm'));
  if (name === undefined) return [];
  return [{ name: 'screen.webm', door: 'ingest', bytes: readFileSync(join(folder, name)).subarray(0, 20_000) }];
}
