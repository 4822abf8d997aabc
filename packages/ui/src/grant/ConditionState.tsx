import { Status } from '../feedback/Status.tsx';
import { TONES, useConditionWords, type MeasuredCondition } from './condition-words.ts';

/** Whether a measured condition is reached, and below it the figure by which that is said. */
export function ConditionState({ condition }: { readonly condition: MeasuredCondition }) {
  const say = useConditionWords();
  return (
    <>
      <Status tone={TONES[condition.progress.verdict]}>{say.verdict(condition)}</Status>{' '}
      <small>{say.figure(condition)}</small>
    </>
  );
}
