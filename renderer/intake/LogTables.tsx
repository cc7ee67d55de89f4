// The first rows of a log: as they stand in the file, or as they would be stored.
import type { LogPreview } from '../../src/domain/intake.ts';
import styles from './LogCheck.module.css';

export function FirstEvents({ preview: { firstEvents, file } }: { readonly preview: LogPreview }) {
  const hasStart = firstEvents.some(({ start }) => start !== null);
  const header = ['Case', 'Activity', ...(hasStart ? ['Start'] : []), 'Time (UTC)', 'Person', 'Role'];
  const rows = firstEvents.map(({ case: name, activity, start, time, resource, role }) => [
    name,
    activity,
    ...(hasStart ? [sayTime(start)] : []),
    sayTime(time),
    resource ?? '–',
    role ?? '–',
  ]);
  return <Table label={`The first events of ${file}, as they would be stored`} header={header} rows={rows} />;
}

export function FirstRows({ preview: { csv, file } }: { readonly preview: LogPreview }) {
  if (csv === null) return null;
  return <Table label={`The first rows of ${file}`} header={csv.header} rows={csv.rows} />;
}

interface TableProps {
  readonly label: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function Table({ label, header, rows }: TableProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={label}>
      <table className={styles.table}>
        <thead>
          <tr>
            {header.map((name, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- two columns may have one name
              <th key={at} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows have no name of their own
            <tr key={at}>
              {header.map((_, column) => (
                // oxlint-disable-next-line react/no-array-index-key -- as the header's
                <td key={column}>{row[column] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const sayTime = (iso: string | null): string =>
  iso === null ? '–' : iso.replace('T', ' ').replace(/(?::00)?\.000Z$/, '');
