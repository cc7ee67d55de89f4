import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { DocumentReading } from './document-reading.ts';
import { makeDocx, makeEmail, makeLockedPdf, makePdf, makeXlsx, PNG, zip } from './documents.sample.ts';
import { readDocument } from './read-document.ts';

const decode = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes);

const read = (file: string, bytes: Uint8Array): Promise<DocumentReading> => readDocument({ file, bytes, decode });

/** The line a person is told. */
const refusal = async (file: string, bytes: Uint8Array): Promise<string> =>
  read(file, bytes).then(
    () => 'it was read',
    (error: Error) => error.message,
  );

const text = (value: string): Uint8Array => strToU8(value);

describe('PDF', () => {
  test('each page gives its lines; the title is the file’s own', async () => {
    expect(
      await read(
        'terms.pdf',
        makePdf(['Cutoff is 2:30 pm.\nAfter that, the next day.', '', 'Signed'], { title: 'Terms' }),
      ),
    ).toEqual({
      mimeType: 'application/pdf',
      title: 'Terms',
      pages: [
        { page: 1, name: null, text: 'Cutoff is 2:30 pm.\nAfter that, the next day.' },
        { page: 2, name: null, text: '' },
        { page: 3, name: null, text: 'Signed' },
      ],
      warnings: ['page 2 has no text (scanned, perhaps)'],
      attachments: [],
    });
  });

  test('a locked one, half of one and a renamed one are refused in one line', async () => {
    expect(await refusal('a.pdf', makeLockedPdf())).toBe(
      'a.pdf: the document asks for a password. Save a copy without the password, and add that.',
    );
    const whole = makePdf(['one', 'two']);
    expect(await refusal('a.pdf', whole.slice(0, 60))).toMatch(
      /^a\.pdf: the document cannot be read \([^\n]+\)\. Open it/,
    );
    expect(await refusal('a.pdf', text('hello'))).toContain('its bytes are not those of .pdf');
  });

  test('of ten thousand pages only as many are read as a document may have, which is said', async () => {
    const bytes = makePdf(Array.from({ length: 10_000 }, (_, at) => `page ${at + 1}`));
    const { pages, warnings } = await readDocument({ file: 'a.pdf', bytes, decode, mostPages: 20 });
    expect({ pages: pages.length, last: pages.at(-1)?.text, warnings }).toEqual({
      pages: 20,
      last: 'page 20',
      warnings: ['only the first 20 pages have been read'],
    });
  });
});

describe('Word', () => {
  test('paragraphs, pages, tables and notes come out as text', async () => {
    const table =
      '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>role</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>limit</w:t></w:r></w:p></w:tc></w:tr></w:tbl>';
    const docx = makeDocx(['Credit rules', 'Above 500 &\tsecond signature', '\fExceptions'], {
      title: 'Credit policy',
      parts: {
        'word/footnotes.xml': `<w:footnotes xmlns:w="w">${table}<w:p><w:r><w:delText>gone</w:delText></w:r></w:p></w:footnotes>`,
      },
    });
    expect(await read('policy.docx', docx)).toEqual({
      mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      title: 'Credit policy',
      pages: [
        { page: 1, name: null, text: 'Credit rules\nAbove 500 &\tsecond signature' },
        { page: 2, name: null, text: 'Exceptions' },
        { page: 3, name: 'Footnotes', text: 'role\tlimit' },
      ],
      warnings: [],
      attachments: [],
    });
  });

  test('entities and external parts are refused, not looked up', async () => {
    const docx = makeDocx(['&leak;'.replaceAll('&', '')], {
      before: '<!DOCTYPE d [<!ENTITY leak SYSTEM "file:///etc/passwd">]>',
    });
    expect(await refusal('a.docx', docx)).toContain('word/document.xml: a document type declaration is not accepted');
  });

  test('an archive that unpacks to gigabytes is refused before it does', async () => {
    const honest = zip({ 'word/document.xml': new Uint8Array(100_000) });
    setSize(honest, 270 * 1024 ** 2);
    expect(await refusal('bomb.docx', honest)).toContain('unpacked it takes more than 256 MB');
    // One that says less than it holds gets no more memory than it said.
    const lying = zip({ 'word/document.xml': new Uint8Array(2_000_000) });
    setSize(lying, 1000);
    expect(await refusal('bomb.docx', lying)).toMatch(/^bomb\.docx: the document cannot be read \([^\n]+\)\./);
  });

  test('what is no document of Word is said to be none', async () => {
    expect(await refusal('a.docx', zip({ 'x.txt': 'x' }))).toContain('it is no Word document');
    expect(await refusal('a.docx', makeDocx(['x']).slice(0, 100))).toContain('it is not whole');
    expect(await refusal('a.docx', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0))).toContain('before 2007');
    expect(await refusal('a.zip', zip({ a: 'b' }))).toContain('it is a zip archive');
  });
});

describe('Excel', () => {
  test('each sheet is a page; shared texts, numbers and dates are values', async () => {
    const { pages, warnings } = await read(
      'limits.xlsx',
      makeXlsx({
        Limits: [
          ['role', 'from', 'limit'],
          ['clerk', new Date(Date.UTC(2026, 2, 2)), 500],
          ['lead', new Date(Date.UTC(2026, 2, 2, 14, 30)), 0.5],
        ],
        'Old & gone': [['nothing']],
      }),
    );
    expect({ pages, warnings }).toEqual({
      pages: [
        { page: 1, name: 'Limits', text: 'role\tfrom\tlimit\nclerk\t2026-03-02\t500\nlead\t2026-03-02 14:30\t0.5' },
        { page: 2, name: 'Old & gone', text: 'nothing' },
      ],
      warnings: [],
    });
  });
});

describe('mail', () => {
  test('who wrote what to whom; files come along under their names', async () => {
    const pdf = makePdf(['terms']);
    const { attachments, ...rest } = await read(
      'order.eml',
      makeEmail({
        subject: 'Order 4711',
        text: 'Please enter it today.',
        attachments: [{ name: 'terms.pdf', type: 'application/pdf', bytes: pdf }],
      }),
    );
    expect(rest).toEqual({
      mimeType: 'message/rfc822',
      title: 'Order 4711',
      pages: [
        {
          page: 1,
          name: null,
          text: 'From: Nadia Rosén <nadia@example.com>\nTo: Berg, Tomas <tomas@example.com>\nDate: 2026-03-02T08:14:00.000Z\nSubject: Order 4711\nAttached: terms.pdf\n\nPlease enter it today.',
        },
      ],
      warnings: [],
    });
    expect(attachments).toEqual([{ name: 'terms.pdf', bytes: pdf }]);
  });

  test('a mail of HTML alone gives its words; scripts are not among them', async () => {
    const mail =
      'Subject: Hi\r\nContent-Type: text/html\r\n\r\n<p>First &amp; <b>best</b></p><script>alert(1)</script><p>Second</p>';
    expect((await read('a.eml', text(mail))).pages[0]?.text).toBe('Subject: Hi\n\nFirst & best\n\nSecond');
  });

  test('a file without anything of a mail is refused', async () => {
    expect(await refusal('a.eml', text('just words'))).toContain('it has nothing of a mail');
  });
});

describe('text and pictures', () => {
  test('text is read in its encoding', async () => {
    expect((await read('a.txt', Uint8Array.from([0x46, 0xfc, 0x72]))).pages).toEqual([
      { page: 1, name: null, text: 'Für' },
    ]);
    expect((await read('a.txt', text('Für'))).pages[0]?.text).toBe('Für');
    expect(await refusal('a.txt', Uint8Array.from([0x46, 0, 0, 1, 0x72]))).toContain('it is no text');
  });

  test('the heading of Markdown and the title of a page are their titles', async () => {
    expect((await read('a.md', text('intro\n# How we ship\nwords'))).title).toBe('How we ship');
    expect(
      await read(
        'a.html',
        text('<html><title>Ship&auml;</title><h1>One</h1><td>a</td><td>b</td><!-- x > --><p title="a > b">c'),
      ),
    ).toMatchObject({
      title: 'Shipä',
      pages: [{ page: 1, name: null, text: 'One\na\tb\nc' }],
    });
  });

  test('long text is parted into pages at the ends of lines', async () => {
    const { pages } = await read('a.csv', text('0123456789 123456789\n'.repeat(2000)));
    expect(pages.map(({ text: words }) => words.length)).toEqual([19_991, 19_991, 2015]);
  });

  test('pictures are known by their bytes, whatever they are called', async () => {
    expect(await read('scan.pdf', PNG)).toEqual({
      mimeType: 'image/png',
      title: null,
      pages: [],
      warnings: [],
      attachments: [],
    });
  });
});

/** Writes another unpacked size into the list at the archive's end. */
function setSize(archive: Uint8Array, size: number): void {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.length);
  for (let at = archive.length - 46; at > 0; at -= 1) {
    if (view.getUint32(at, true) === 0x02014b50) return view.setUint32(at + 24, size, true);
  }
}
