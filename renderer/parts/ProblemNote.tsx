import { readProblem } from '../../src/api/client.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import styles from './ProblemNote.module.css';

interface Props {
  readonly error: unknown;
  readonly onRetry: () => void;
  /** Inside a panel rather than in the middle of a screen. */
  readonly isSmall?: boolean;
}

/** What failed and what to do next, in the core's own words where it has some. */
export function ProblemNote({ error, onRetry, isSmall = false }: Props) {
  const { title, hint } = describeFailure(error);
  const Title = isSmall ? 'h3' : 'h1';
  return (
    <div className={isSmall ? styles.small : styles.large} role="alert">
      <span className={styles.icon}>
        <Icon name="warning" size={isSmall ? 16 : 22} />
      </span>
      <Title className={styles.title}>{title}</Title>
      <p className={styles.hint}>{hint}</p>
      <Button onPress={onRetry}>Try again</Button>
    </div>
  );
}

function describeFailure(error: unknown): { title: string; hint: string } {
  const problem = readProblem(error);
  if (problem) return problem;
  const detail = error instanceof Error && error.message !== '' ? ` (${error.message})` : '';
  return {
    title: 'Mirror could not answer',
    hint: `Try again; if it keeps happening, restart Mirror. Nothing stored is affected.${detail}`,
  };
}
