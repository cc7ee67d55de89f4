// The documents of a process: what they are called, what they are, and how much of them can be read.
import { Link } from 'wouter';
import type { DocumentKind, DocumentSummary } from '../../src/domain/artifact.ts';
import { countOf, formatDate } from '../format.ts';
import { saySize } from '../intake/say-size.ts';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { InlineEdit } from '../parts/InlineEdit.tsx';
import { useKeeping } from '../process/use-keeping.ts';
import { documentPath } from '../route.ts';
import styles from './DocumentList.module.css';

export function DocumentList({ documents }: { readonly documents: readonly DocumentSummary[] }) {
  if (documents.length === 0)
    return <p className={styles.none}>No document yet: drop a PDF, a mail, a workbook or a picture on this window.</p>;
  return (
    <ul className={styles.list}>
      {documents.map((document) => (
        <DocumentItem key={document.artifact.id} document={document} />
      ))}
    </ul>
  );
}

export const KIND_WORDS: Readonly<Record<DocumentKind, string>> = {
  pdf: 'PDF',
  docx: 'Word',
  xlsx: 'Excel',
  email: 'Mail',
  image: 'Picture',
  text: 'Text',
};

const ICONS: Readonly<Partial<Record<DocumentKind, IconName>>> = { xlsx: 'table', email: 'speech', image: 'eye' };

function DocumentItem({ document: { artifact, kind, pages, warnings } }: { readonly document: DocumentSummary }) {
  const keep = useKeeping();
  const { id: artifactId, name, title, parentId, sizeBytes, createdAtMs } = artifact;
  const pageWord = kind === 'xlsx' ? 'sheet' : 'page';
  return (
    <li className={styles.item} data-inside={parentId !== null}>
      <Icon name={ICONS[kind] ?? 'list'} />
      <InlineEdit
        action={`Rename ${name}`}
        value={name}
        onSave={(next) => keep((client) => client.document.rename({ artifactId, name: next }), `Renamed to “${next}”`)}
      >
        <Link href={documentPath(artifactId)} className={styles.name} title={title ?? undefined}>
          {name}
        </Link>
      </InlineEdit>
      <span>{KIND_WORDS[kind]}</span>
      {kind !== 'image' && <span>{countOf(pages, pageWord)}</span>}
      <span>{saySize(sizeBytes)}</span>
      <span>added {formatDate(createdAtMs)}</span>
      {parentId !== null && <span>attached to a mail</span>}
      {warnings.length > 0 && <span title={warnings.join('\n')}>{countOf(warnings.length, 'note')}</span>}
      <ConfirmButton
        label={`Remove ${name}`}
        question={
          kind === 'email' ? 'Remove this mail and what is attached to it for good?' : 'Remove this document for good?'
        }
        onConfirm={() => keep((client) => client.document.remove({ artifactId }), `“${name}” is gone`)}
      />
    </li>
  );
}
