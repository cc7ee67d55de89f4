import { Link } from 'wouter';
import { type Insights, isCounted } from '../../src/domain/insights.ts';
import type { ProcessView } from '../../src/domain/views.ts';
import { capitalize, countOf, formatCount } from '../format.ts';
import { Icon, type IconName } from '../parts/Icon.tsx';
import {
  comparePath,
  correctionsPath,
  type FindingKind,
  findingsPath,
  mapPath,
  performancePath,
  questionsPath,
  recordingsPath,
} from '../route.ts';
import { useQuestions } from '../use-mirror.ts';
import { ExportMenu } from './ExportMenu.tsx';
import styles from './ProcessHeader.module.css';
import type { ProcessTab } from './ProcessScreen.tsx';

interface Props {
  readonly view: ProcessView;
  readonly tab: ProcessTab;
  readonly kind: FindingKind;
}

/** The process's name, its headline as figures that lead to what they count, and the tabs. */
export function ProcessHeader({ view, tab, kind }: Props) {
  const { process } = view;
  const open = useQuestions(process.id).data?.filter(({ state }) => state === 'open').length ?? 0;
  const tabs: { tab: ProcessTab; label: string; icon: IconName; href: string; count?: number }[] = [
    { tab: 'map', label: 'Map', icon: 'map', href: mapPath(process.id) },
    { tab: 'findings', label: 'Findings', icon: 'list', href: findingsPath(process.id, kind) },
    { tab: 'recordings', label: 'Recordings', icon: 'film', href: recordingsPath(process.id) },
    { tab: 'questions', label: 'Questions', icon: 'speech', href: questionsPath(process.id), count: open },
    { tab: 'performance', label: 'Performance', icon: 'clock', href: performancePath(process.id) },
    { tab: 'compare', label: 'Compare', icon: 'scale', href: comparePath(process.id) },
    { tab: 'corrections', label: 'Corrections', icon: 'pencil', href: correctionsPath(process.id) },
  ];
  return (
    <header className={styles.header}>
      <div className={styles.top}>
        <div className={styles.head}>
          <h1 className={styles.name} title={process.name}>
            {capitalize(process.name)}
          </h1>
          <p className={styles.owner}>
            {process.owner ? `Owned by ${process.owner}` : 'No owner yet'}
            {process.description && <span title={process.description}> · {process.description}</span>}
          </p>
        </div>
        <Figures view={view} tab={tab} kind={kind} />
      </div>
      <div className={styles.bottom}>
        <nav aria-label="Views of this process" className={styles.tabs}>
          {tabs.map((item) => (
            <Link
              key={item.tab}
              href={item.href}
              className={styles.tab}
              aria-current={item.tab === tab ? 'page' : undefined}
            >
              <Icon name={item.icon} size={15} />
              {item.label}
              {item.count ? <span className={styles.open}>{formatCount(item.count)}</span> : null}
            </Link>
          ))}
        </nav>
        <ExportMenu processId={process.id} />
      </div>
    </header>
  );
}

function Figures({ view, tab, kind }: Props) {
  const { headline, insights } = view;
  const { id } = view.process;
  const figures = [
    { count: headline.handoffs, one: 'handoff', kind: 'handoffs', tone: styles.handoff },
    { count: headline.bottlenecks, one: 'bottleneck', kind: 'bottlenecks', tone: styles.hot },
    { count: headline.exceptions, one: 'exception', kind: 'exceptions' },
    { count: headline.judgements, one: 'judgement moment', kind: 'judgements' },
    { count: headline.cases, one: 'case', kind: 'paths' },
  ] as const;
  return (
    <nav aria-label="Headline" className={styles.figures}>
      {figures.map((figure) => (
        <Figure
          key={figure.kind}
          count={figure.count}
          one={figure.one}
          tone={'tone' in figure ? figure.tone : undefined}
          href={findingsPath(id, figure.kind)}
          isCurrent={tab === 'findings' && kind === figure.kind}
          title={explain(insights, figure.kind)}
        />
      ))}
      <Figure
        count={headline.recordings}
        one="recording"
        href={recordingsPath(id)}
        isCurrent={tab === 'recordings'}
        title="Recordings of this process, understood or not"
      />
    </nav>
  );
}

/** What the figure counts, and how many of its kind it leaves out: the list below it shows both. */
function explain(insights: Insights, kind: FindingKind): string | undefined {
  const list = kind === 'paths' || kind === 'waits' ? [] : insights[kind];
  const left = list.filter((finding) => !isCounted(finding)).length;
  const rest = left > 0 ? `${formatCount(left)} more, unsure or dismissed, are listed but not counted.` : undefined;
  return [insights.definitions[kind], rest].filter(Boolean).join(' ') || undefined;
}

interface FigureProps {
  readonly count: number;
  readonly one: string;
  readonly href: string;
  readonly isCurrent: boolean;
  readonly tone?: string;
  readonly title?: string;
}

function Figure({ count, one, href, isCurrent, tone, title }: FigureProps) {
  const word = countOf(count, one).slice(formatCount(count).length + 1);
  return (
    <Link href={href} className={styles.figure} title={title} aria-current={isCurrent ? 'true' : undefined}>
      <span className={`${styles.count} ${tone ?? ''}`}>{formatCount(count)}</span>{' '}
      <span className={styles.word}>{word}</span>
    </Link>
  );
}
