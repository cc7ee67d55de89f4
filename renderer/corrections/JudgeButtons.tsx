import type { FindingStatus } from '../../src/domain/insights.ts';
import type { AnyFinding } from '../findings/find-finding.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useScope } from '../process/process-context.ts';
import { useCorrect } from './use-correct.ts';

/** A person's word on a finding: it holds, it does not, or (taken back) nobody has said. */
export function JudgeButtons({ finding }: { readonly finding: AnyFinding['finding'] }) {
  const { view } = useScope();
  const { apply, isBusy } = useCorrect(view.process.id);
  const judge = (status: FindingStatus) => () => void apply({ do: 'judgeFinding', finding: finding.id, status });
  if (finding.status !== 'open') {
    return (
      <Button isDisabled={isBusy} onPress={judge('open')}>
        <Icon name="undo" size={15} />
        Reopen
      </Button>
    );
  }
  return (
    <>
      <Button isDisabled={isBusy} onPress={judge('confirmed')} title="It is so: keep it, marked as confirmed">
        <Icon name="check" size={15} />
        Confirm
      </Button>
      <Button isDisabled={isBusy} onPress={judge('dismissed')} title="It is not so: fold it away and count it nowhere">
        <Icon name="close" size={15} />
        Dismiss
      </Button>
    </>
  );
}
