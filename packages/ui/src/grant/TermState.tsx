import { addDays, daysBetween, type CalendarDay } from '@tandem/domain/calendar-day';
import { DAYS_NEAR } from '@tandem/domain/funding';
import { useIntl } from 'react-intl';
import { Status, type Tone } from '../feedback/Status.tsx';
import { useViewer } from '../session/viewer.ts';
import classes from './TermState.module.css';

interface Props {
  /** What is still to be done, and who owes it to whom. */
  readonly words: string;
  readonly dueOn: CalendarDay | null | undefined;
}

/** Of what is not done yet: what is to be done, and whether its day, as the programme counts days, is over or near. */
export function TermState({ words, dueOn }: Props) {
  const waiting = useWaiting()(dueOn);
  return (
    <span className={classes.state}>
      {words}
      {waiting && <Status tone={waiting.tone}>{waiting.words}</Status>}
    </span>
  );
}

/** Whether a day is over or near, in words; undefined where it is neither, or there is none. */
export function useWaiting() {
  const intl = useIntl();
  const { today } = useViewer();
  return (
    dueOn: CalendarDay | null | undefined,
  ): { readonly tone: Tone; readonly words: string } | undefined => {
    if (dueOn == null || dueOn > addDays(today, DAYS_NEAR)) return undefined;
    return dueOn < today
      ? {
          tone: 'bad',
          words: intl.formatMessage({ id: 'term.overdue' }, { days: daysBetween(dueOn, today) }),
        }
      : {
          tone: 'warn',
          words: intl.formatMessage({ id: 'term.dueSoon' }, { days: daysBetween(today, dueOn) }),
        };
  };
}
