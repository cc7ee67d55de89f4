import styles from './IntakeDialog.module.css';

const SHOWN = 6;

/** Sentences about what was read; many of them can be unfolded. */
export function NoteList({ title, notes }: { readonly title: string; readonly notes: readonly string[] }) {
  if (notes.length === 0) return null;
  const items = (some: readonly string[]) => some.map((note) => <li key={note}>{note}</li>);
  return (
    <section className={styles.notes}>
      <h3 className={styles.subtitle}>{title}</h3>
      <ul>{items(notes.slice(0, SHOWN))}</ul>
      {notes.length > SHOWN && (
        <details>
          <summary>{notes.length - SHOWN} more</summary>
          <ul>{items(notes.slice(SHOWN))}</ul>
        </details>
      )}
    </section>
  );
}
