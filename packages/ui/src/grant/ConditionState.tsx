import { Status } from '../feedback/Status.tsx';
import { Explanation } from '../figure/Explanation.tsx';
import { TONES, useConditionWords, type MeasuredCondition } from './condition-words.ts';
import classes from './TermState.module.css';

/** Whether a measured condition is reached, and below it the figure by which that is said, which opens. */
export function ConditionState({ condition }: { readonly condition: MeasuredCondition }) {
  const say = useConditionWords();
  return (
    <div>
      <span className={classes.state}>
        <Status tone={TONES[condition.progress.verdict]}>{say.verdict(condition)}</Status>
        <Explanation result={condition.progress.figure} />
      </span>
      <small className={classes.said}>{say.figure(condition)}</small>
    </div>
  );
}
