import { MirrorCommand } from '../parts/MirrorCommand.tsx';
import styles from './AddCommands.module.css';

const WAYS = [
  {
    what: 'A recording',
    files:
      'Video or sound (.webm .mp4 .mkv .mov .wav .mp3 .m4a) with its words beside it as .vtt or .srt; or words alone (.vtt .srt .txt .json)',
    command: 'ingest FILE --process NAME',
  },
  {
    what: 'Documents, or a whole folder',
    files:
      'PDF, Word (.docx), Excel (.xlsx), mail (.eml), pictures, Markdown, HTML; of a folder whatever is known, put together by name',
    command: 'ingest FOLDER --process NAME',
  },
  {
    what: 'An event log',
    files:
      'From the systems the work runs through: XES (.xes), CSV (.csv .tsv), OCEL 2.0 (.jsonocel .json .xmlocel .sqlite), text also as .gz; or what ActivityWatch exports (.json)',
    command: 'import LOG --process NAME',
  },
] as const;

/** The terminal commands that bring recordings and logs in, to be typed in the project's folder. */
export function AddCommands() {
  return (
    <div className={styles.ways}>
      {WAYS.map(({ what, files, command }) => (
        <div key={what} className={styles.way}>
          <h3 className={styles.what}>{what}</h3>
          <p className={styles.files}>{files}</p>
          <MirrorCommand command={command} />
        </div>
      ))}
    </div>
  );
}
