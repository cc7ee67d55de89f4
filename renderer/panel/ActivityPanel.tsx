import type { Activity, Transition } from '../../src/domain/graph.ts';
import { ActivityActions } from '../corrections/ActivityActions.tsx';
import { LogDoubt } from '../corrections/LogDoubt.tsx';
import { RenameActivity, SetActivityField } from '../corrections/ActivityFields.tsx';
import { listFindings } from '../findings/find-finding.ts';
import { capitalize, countOf, formatCount, formatShare } from '../format.ts';
import { isToldOnly } from '../map/map-model.ts';
import { OTHER_COLOR } from '../map/role-colors.ts';
import { RoleChip } from '../parts/RoleChip.tsx';
import { useScope } from '../process/process-context.ts';
import { EvidenceList } from './EvidenceList.tsx';
import { FindingLinks } from './FindingLinks.tsx';
import { Facts, PanelHead, PanelTitle, Section, Tallies, TimeStats } from './PanelParts.tsx';
import styles from './ActivityPanel.module.css';
import { describeSources } from './source-words.ts';
import { WayLinks } from './WayLinks.tsx';

/** Everything known about one activity. */
export function ActivityPanel({ activity }: { readonly activity: Activity }) {
  const { view, model } = useScope();
  const findings = listFindings(view.insights).filter(({ finding }) => finding.activityIds.includes(activity.id));
  const { incoming, outgoing } = findWays(view.graph.transitions, activity);
  return (
    <>
      <PanelHead
        kind="Activity"
        title={capitalize(activity.label)}
        grounds={activity}
        heading={
          <div>
            <RenameActivity activity={activity}>
              <PanelTitle>{capitalize(activity.label)}</PanelTitle>
            </RenameActivity>
          </div>
        }
      >
        <div>
          <SetActivityField activity={activity} field="actor">
            {activity.roles.length === 0 && <span className={styles.none}>Role not known</span>}
            {activity.roles.map(({ name, count }) => (
              <span key={name} className={styles.chip}>
                <RoleChip
                  role={name}
                  color={model.roleColors.get(name) ?? OTHER_COLOR}
                  count={formatShare(count / activity.roles.reduce((sum, role) => sum + role.count, 0))}
                />
              </span>
            ))}
          </SetActivityField>
        </div>
      </PanelHead>
      <p className={styles.sources}>{describeSources(activity, view.logs.length > 0)}</p>
      <LogDoubt activity={activity} />
      <Facts facts={describeActivity(activity)} />
      <ActivityActions activity={activity} />
      {activity.processing && (
        <Section title="Processing time">
          <TimeStats times={activity.processing} what="Working time" />
        </Section>
      )}
      {findings.length > 0 && (
        <Section title={`Findings here (${formatCount(findings.length)})`}>
          <FindingLinks found={findings} />
        </Section>
      )}
      <Section title={`Comes after (${formatCount(incoming.length)})`}>
        <WayLinks ways={incoming} end="source" />
      </Section>
      <Section title={`Goes on to (${formatCount(outgoing.length)})`}>
        <WayLinks ways={outgoing} end="target" />
      </Section>
      <EvidenceList refs={activity.evidence} />
    </>
  );
}

function describeActivity(activity: Activity) {
  const count = isToldOnly(activity)
    ? 'not known: in no log'
    : `${countOf(activity.count, 'time')} in ${countOf(activity.cases, 'case')}`;
  return [
    ['Done', count],
    [
      'Told',
      activity.sources.recordings === 0 ? 'by nobody' : `in ${countOf(activity.sources.recordings, 'recording')}`,
    ],
    ...(isToldOnly(activity) ? [] : listCounted(activity)),
    [
      'Systems',
      <SetActivityField key="systems" activity={activity} field="system">
        <Tallies tallies={activity.systems} unit="step" />
      </SetActivityField>,
    ],
    [
      'Artifacts',
      <SetActivityField key="artifacts" activity={activity} field="artifact">
        <Tallies tallies={activity.artifacts} unit="step" />
      </SetActivityField>,
    ],
  ] as const;
}

/** What only a log can count. */
const listCounted = (activity: Activity) =>
  [
    ['Again', `${countOf(activity.reworkCases, 'case')} more than once`, 'Cases in which it occurs more than once'],
    ['People', activity.resources === 0 ? 'not known' : countOf(activity.resources, 'person', 'people')],
  ] as const;

function findWays(transitions: readonly Transition[], { id }: Activity) {
  const sorted = transitions.toSorted((a, b) => b.count - a.count);
  return {
    incoming: sorted.filter((transition) => transition.target === id),
    outgoing: sorted.filter((transition) => transition.source === id),
  };
}
