// One document: its text page by page, and the file as it came.
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { DocumentView } from '../../src/domain/artifact.ts';
import type { ArtifactId } from '../../src/domain/ids.ts';
import { capitalize, countOf, formatDate } from '../format.ts';
import { saySize } from '../intake/say-size.ts';
import { Crumbs } from '../parts/Crumbs.tsx';
import { Icon } from '../parts/Icon.tsx';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import { ScreenSkeleton } from '../parts/Skeleton.tsx';
import { documentPath, recordingsPath } from '../route.ts';
import { useMirror } from '../use-mirror.ts';
import { KIND_WORDS } from './DocumentList.tsx';
import styles from './DocumentScreen.module.css';

interface Props {
  readonly artifactId: ArtifactId;
  readonly page: number;
}

export default function DocumentScreen({ artifactId, page }: Props) {
  const document = useQuery(useMirror().document.open.queryOptions({ input: { artifactId } }));
  if (document.data) return <Full document={document.data} page={page} />;
  return (
    <>
      <Crumbs trail={[{ label: 'Processes', href: '/' }, { label: 'Document' }]} />
      {document.error ? (
        <ProblemNote error={document.error} onRetry={() => void document.refetch()} />
      ) : (
        <ScreenSkeleton label="Loading the document" />
      )}
    </>
  );
}

function Full({ document, page }: { readonly document: DocumentView; readonly page: number }) {
  const { artifact, kind, pages, warnings, url, process, pageList } = document;
  const isPicture = kind === 'image' && artifact.mimeType !== 'image/tiff';
  const about = [
    KIND_WORDS[kind],
    ...(kind === 'image' ? [] : [countOf(pages, kind === 'xlsx' ? 'sheet' : 'page')]),
    saySize(artifact.sizeBytes),
    `added ${formatDate(artifact.createdAtMs)}`,
  ];
  return (
    <div className={styles.screen}>
      <Crumbs
        trail={[
          { label: 'Processes', href: '/' },
          { label: capitalize(process.name), href: recordingsPath(process.id) },
          { label: artifact.name },
        ]}
      />
      <header className={styles.header}>
        <div className={styles.titles}>
          <h1 className={styles.title}>{artifact.title ?? artifact.name}</h1>
          <p className={styles.about}>{[...(artifact.title ? [artifact.name] : []), ...about].join(' · ')}</p>
        </div>
        <a className={styles.save} href={url} download={artifact.name}>
          <Icon name="below" size={14} />
          Save the original
        </a>
      </header>
      {warnings.length > 0 && (
        <ul className={styles.notes}>
          {warnings.map((warning) => (
            <li key={warning}>{capitalize(warning)}.</li>
          ))}
        </ul>
      )}
      {isPicture && <img className={styles.picture} src={url} alt={artifact.name} />}
      {kind === 'image' && <p className={styles.none}>The text in pictures is not read yet.</p>}
      {pageList.length > 1 && <PageLinks document={document} page={page} />}
      {pageList.length > 0 && <PageText artifactId={artifact.id} page={page} />}
    </div>
  );
}

function PageLinks({
  document: { artifact, pageList },
  page,
}: {
  readonly document: DocumentView;
  readonly page: number;
}) {
  const at = pageList.findIndex((each) => each.page === page);
  // All of a short document; of a long one those around, with the first and the last.
  const shown = pageList.filter(
    (_, place) => pageList.length <= 20 || Math.abs(place - at) <= 6 || place === 0 || place === pageList.length - 1,
  );
  return (
    <nav className={styles.pages} aria-label="Pages">
      {shown.map((each) => (
        <Link
          key={each.page}
          href={documentPath(artifact.id, each.page)}
          className={styles.page}
          aria-current={each.page === page ? 'page' : undefined}
          data-empty={each.characters === 0}
          replace
        >
          {each.name ?? (
            <span>
              <span className="visually-hidden">Page </span>
              {each.page}
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}

function PageText({ artifactId, page }: Props) {
  const text = useQuery(
    useMirror().document.page.queryOptions({ input: { artifactId, page }, staleTime: Number.POSITIVE_INFINITY }),
  );
  if (text.error) return <ProblemNote error={text.error} onRetry={() => void text.refetch()} isSmall />;
  if (!text.data) return <ScreenSkeleton label="Loading the page" />;
  if (text.data.text === '') return <p className={styles.none}>This page has no text.</p>;
  return (
    <article className={styles.text} aria-label={text.data.name ?? `Page ${page}`}>
      {text.data.text}
    </article>
  );
}
