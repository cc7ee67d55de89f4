import type { Transition } from '../../src/domain/graph.ts';
import { listFindings } from '../findings/find-finding.ts';
import { capitalize, countOf, formatCount, formatShare } from '../format.ts';
import { isToldOnly, mainRole } from '../map/map-model.ts';
import { OTHER_COLOR } from '../map/role-colors.ts';
import { Icon } from '../parts/Icon.tsx';
import { RoleChip } from '../parts/RoleChip.tsx';
import { useScope } from '../process/process-context.ts';
import { EvidenceList } from './EvidenceList.tsx';
import { EndLinks } from './EndLinks.tsx';
import { FindingLinks } from './FindingLinks.tsx';
import { Facts, PanelHead, Section, TimeStats } from './PanelParts.tsx';
import styles from './TransitionPanel.module.css';

/** One way from an activity to the next: how often, how long it waits, who passes it to whom. */
export function TransitionPanel({ transition }: { readonly transition: Transition }) {
  const { view, model } = useScope();
  const source = model.activities.get(transition.source);
  const target = model.activities.get(transition.target);
  const bottleneck = model.bottlenecks.get(transition.id);
  const findings = listFindings(view.insights).filter(
    ({ finding }) => 'transitionId' in finding && finding.transitionId === transition.id,
  );
  const told = isToldOnly(transition);
  const share = bottleneck?.finding.share01;
  return (
    <>
      <PanelHead
        kind="Transition"
        title={`${capitalize(source?.label ?? '?')} → ${target?.label ?? '?'}`}
        grounds={transition}
      >
        <RoleChange from={mainRole(source)} to={mainRole(target)} />
      </PanelHead>
      <Facts
        facts={[
          ['Gone', told ? `told in ${countOf(transition.count, 'recording')}` : countOf(transition.count, 'time')],
          ['Role changes', `${formatCount(transition.handoffs)} of ${formatCount(transition.count)} times`],
          ...(share === null || share === undefined
            ? []
            : ([['Of all waiting', `${formatShare(share)} of the time cases wait`]] as const)),
        ]}
      />
      {transition.wait ? (
        <Section title="Waiting time between them">
          <TimeStats times={transition.wait} what="Waits" />
        </Section>
      ) : (
        <Section title="Waiting time between them">Not measured: no log has this way.</Section>
      )}
      {findings.length > 0 && (
        <Section title={`Findings here (${formatCount(findings.length)})`}>
          <FindingLinks found={findings} />
        </Section>
      )}
      <Section title="From and to">
        <EndLinks ids={[transition.source, transition.target]} />
      </Section>
      <EvidenceList refs={transition.evidence} />
    </>
  );
}

function RoleChange({ from, to }: { readonly from: string | undefined; readonly to: string | undefined }) {
  const { model } = useScope();
  const colorOf = (role: string): string => model.roleColors.get(role) ?? OTHER_COLOR;
  if (!from || !to) return null;
  return (
    <p className={styles.change}>
      <RoleChip role={from} color={colorOf(from)} />
      <Icon name="arrow" size={14} />
      {from === to ? 'same role' : <RoleChip role={to} color={colorOf(to)} />}
    </p>
  );
}
