import { CopyCommand } from '../parts/CopyCommand.tsx';
import styles from './AddCommands.module.css';

const WAYS = [
  {
    what: 'A recording',
    files:
      'Video or sound (.webm .mp4 .mkv .mov .wav .mp3 .m4a) with its words beside it as .vtt or .srt; or words alone (.vtt .srt .txt .json)',
    command: 'mirror ingest FILE --process NAME',
  },
  {
    what: 'An event log',
    files: 'From the systems the work runs through (.xes .xes.gz .csv)',
    command: 'mirror import LOG --process NAME',
  },
] as const;

/** The terminal commands that bring recordings and logs in. */
export function AddCommands() {
  return (
    <div className={styles.ways}>
      {WAYS.map(({ what, files, command }) => (
        <div key={what} className={styles.way}>
          <h3 className={styles.what}>{what}</h3>
          <p className={styles.files}>{files}</p>
          <CopyCommand command={command} />
        </div>
      ))}
    </div>
  );
}
