import { Fragment } from 'react';
import { type DecisionFinding, type Insights, isCounted } from '../../src/domain/insights.ts';
import { useElementsOf } from '../corrections/FindingField.tsx';
import { JudgeButtons } from '../corrections/JudgeButtons.tsx';
import type { AnyFinding } from '../findings/find-finding.ts';
import { describeFinding, KIND_WORDS } from '../findings/finding-words.ts';
import { capitalize, countOf } from '../format.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { InfoNote } from '../parts/InfoNote.tsx';
import { useScope } from '../process/process-context.ts';
import { EndLinks } from './EndLinks.tsx';
import { EvidenceList } from './EvidenceList.tsx';
import styles from './FindingPanel.module.css';
import { listFacts } from './finding-facts.tsx';
import { Facts, PanelHead, Section, TimeStats } from './PanelParts.tsx';

/** What a person has confirmed is known by that person. */
const groundsOf = (finding: AnyFinding['finding']): AnyFinding['finding'] =>
  finding.status === 'confirmed' ? { ...finding, provenance: 'confirmed', confidence01: 1, unsure: false } : finding;

/** Everything known about one finding. */
export function FindingPanel({ found }: { readonly found: AnyFinding }) {
  const { view, showOnMap, model } = useScope();
  const { finding, kind } = found;
  const wait = 'wait' in finding ? finding.wait : null;
  const title = describeFinding(found, model).label;
  const sentence =
    kind === 'bottlenecks' ? found.finding.sentence : title === finding.label ? undefined : finding.label;
  const definition = view.insights.definitions[kind];
  const elements = useElementsOf(found);
  return (
    <>
      <PanelHead kind={nameKind(found, view.insights)} title={capitalize(title)} grounds={groundsOf(finding)} />
      {sentence && <p className={styles.sentence}>{capitalize(sentence)}</p>}
      {finding.status !== 'open' && <StatusNote status={finding.status} />}
      <Facts facts={listFacts(found, elements)} />
      <div className={styles.actions}>
        <JudgeButtons finding={finding} />
        <Button onPress={() => showOnMap({ what: 'finding', id: finding.id })}>
          <Icon name="map" size={15} />
          Show on map
        </Button>
      </div>
      {wait && (
        <Section title="Waiting time">
          <TimeStats times={wait} what="Waits" />
        </Section>
      )}
      {kind === 'decisions' && <Branches decision={found.finding} />}
      {finding.activityIds.length > 0 && (
        <Section title={`Concerns ${countOf(finding.activityIds.length, 'activity', 'activities')}`}>
          <EndLinks ids={finding.activityIds} />
        </Section>
      )}
      <EvidenceList refs={finding.evidence} />
      {definition && (
        <div className={styles.definition}>
          <InfoNote label="What is counted">{definition}</InfoNote>
        </div>
      )}
    </>
  );
}

/** "Bottleneck 3 of 18": ranks count what the headline counts. */
function nameKind({ kind, finding }: AnyFinding, insights: Insights): string {
  const ranked = kind === 'bottlenecks' ? insights.bottlenecks.filter(isCounted) : [];
  const index = ranked.findIndex(({ id }) => id === finding.id);
  return index < 0 ? KIND_WORDS[kind].one : `${KIND_WORDS[kind].one} ${index + 1} of ${ranked.length}`;
}

function StatusNote({ status }: { readonly status: 'confirmed' | 'dismissed' }) {
  return (
    <p className={styles.status} data-status={status}>
      <Icon name={status === 'confirmed' ? 'check' : 'close'} size={14} />
      {status === 'confirmed' ? 'Confirmed by a person.' : 'Dismissed by a person: it is counted nowhere.'}
    </p>
  );
}

function Branches({ decision }: { readonly decision: DecisionFinding }) {
  return (
    <Section title={decision.question}>
      {decision.branches.map((branch) => (
        <Fragment key={branch.condition}>
          <p className={styles.condition}>{capitalize(branch.condition)}</p>
          {branch.note && <p className={styles.note}>{branch.note}</p>}
          <EndLinks ids={branch.then} />
        </Fragment>
      ))}
    </Section>
  );
}
