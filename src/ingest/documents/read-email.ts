// In: a mail as a file (RFC 5322, MIME). Out: who wrote what to whom, and the files attached.
import PostalMime, { type Address, type Email } from 'postal-mime';
import {
  type Attachment,
  collectPages,
  type DocumentInput,
  type DocumentReading,
  tidyTitle,
  unreadable,
} from './document-reading.ts';
import { readHtmlText } from './html-text.ts';

const MAX_ATTACHMENTS = 200;
/** Smaller pictures inside a mail's text are logos and marks of who opened it. */
const SMALL_PICTURE_BYTES = 8192;

/** A mail inside the mail is one of its files. @throws document/unreadable for a file that has nothing of a mail */
export async function readEmail(input: DocumentInput): Promise<DocumentReading> {
  const mail = await parse(input);
  const { from, to, cc, subject, date } = mail;
  if (from === undefined && to === undefined && subject === undefined && date === undefined)
    throw unreadable(input.file, 'it has nothing of a mail: no sender, no subject, no date');
  const all = mail.attachments.map((each, at) => ({ ...each, name: nameOf(each.filename, each.mimeType, at) }));
  const kept = all.filter(({ contentId, mimeType, content, disposition }) => {
    const isInText = disposition !== 'attachment' && contentId !== undefined && mimeType.startsWith('image/');
    return !(isInText && sizeOf(content) < SMALL_PICTURE_BYTES);
  });
  const head = [
    ['From', sayAll(from && [from])],
    ['To', sayAll(to)],
    ['Cc', sayAll(cc)],
    ['Date', date ?? ''],
    ['Subject', subject ?? ''],
    ['Attached', kept.map(({ name }) => name).join(', ')],
  ] as const;
  const lines = head.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}`);
  const collected = collectPages(input);
  collected.add(`${lines.join('\n')}\n\n${textOf(mail)}`);
  const left = kept.length - MAX_ATTACHMENTS;
  return {
    mimeType: 'message/rfc822',
    title: tidyTitle(subject),
    pages: collected.pages,
    warnings: [
      ...collected.warnings(),
      ...(left > 0 ? [`${left} of its ${kept.length} attachments were left out`] : []),
    ],
    attachments: kept
      .slice(0, MAX_ATTACHMENTS)
      .map(({ name, content }): Attachment => ({ name, bytes: toBytes(content) })),
  };
}

async function parse({ bytes, file }: DocumentInput): Promise<Email> {
  try {
    // A mail that was forwarded as a file stays one: it is a document of its own.
    return await new PostalMime({ forceRfc822Attachments: true, maxNestingDepth: 50 }).parse(bytes);
  } catch (cause) {
    throw unreadable(file, 'its parts cannot be told from each other', cause);
  }
}

function textOf({ text, html }: Email): string {
  if (text !== undefined && text.trim() !== '') return text;
  return html === undefined ? '' : readHtmlText(html).text;
}

const sayAll = (addresses: readonly Address[] | undefined): string =>
  (addresses ?? []).map(sayOne).filter(Boolean).join(', ');

function sayOne({ name, address, group }: Address): string {
  if (group !== undefined) return `${name}: ${sayAll(group)}`;
  return name !== '' && name !== address ? `${name} <${address}>` : (address ?? '');
}

const ENDINGS: Readonly<Record<string, string>> = {
  'message/rfc822': 'eml',
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'text/plain': 'txt',
  'text/html': 'html',
};

const nameOf = (filename: string | null, mimeType: string, at: number): string =>
  filename?.trim() || `attachment ${at + 1}.${ENDINGS[mimeType] ?? 'bin'}`;

type Content = ArrayBuffer | Uint8Array | string;

const sizeOf = (content: Content): number => (typeof content === 'string' ? content.length : content.byteLength);

// Without an encoding asked for it is an ArrayBuffer; the other two are possible by its type only.
const toBytes = (content: Content): Uint8Array =>
  content instanceof Uint8Array ? content : content instanceof ArrayBuffer ? new Uint8Array(content) : new Uint8Array();
