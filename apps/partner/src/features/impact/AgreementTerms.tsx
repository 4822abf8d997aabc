import { addDays, daysBetween } from '@tandem/domain/calendar-day';
import { DAYS_NEAR } from '@tandem/domain/funding';
import { useFormat } from '@tandem/ui/format';
import { Status } from '@tandem/ui/Status';
import { useViewer } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { FormattedMessage } from 'react-intl';
import type { AgreementsQuery } from '../../gql/graphql.ts';

type Terms = Pick<AgreementsQuery['grants'][number], 'conditions' | 'instalments' | 'deadlines'>;
type Condition = Terms['conditions'][number];

/** The conditions, instalments and reports of a grant, each in a line; nothing where nothing was written down. */
export function AgreementTerms({ terms: { conditions, instalments, deadlines } }: { readonly terms: Terms }) {
  const format = useFormat();
  const { word } = useWords();
  const inUnit = ({ measure }: Condition, value: number) =>
    measure === 'DUOS_STARTED' ? format.number(value) : format.percent(value, 1);
  const stateOf = (condition: Condition) => {
    const { progress, metOn } = condition;
    if (progress != null)
      return (
        <FormattedMessage
          id={progress.reached ? 'agreement.reached' : 'agreement.notReached'}
          values={{ value: inUnit(condition, progress.value), day: format.day(progress.asOf) }}
        />
      );
    if (metOn != null) return <FormattedMessage id="agreement.met" values={{ day: format.day(metOn) }} />;
    if (condition.measure != null) return <FormattedMessage id="agreement.notShown" />;
    return (
      <>
        <FormattedMessage id="agreement.notYet" /> <Waiting dueOn={condition.dueOn} />
      </>
    );
  };
  return (
    <ul>
      {conditions.map((condition) => (
        <li key={condition.id}>
          {condition.text}
          {condition.measure != null && condition.target != null && (
            <>
              {' '}
              ({`${word('ConditionMeasure', condition.measure)} ≥ ${inUnit(condition, condition.target)}`})
            </>
          )}
          {': '}
          {stateOf(condition)}
        </li>
      ))}
      {instalments.map(({ id, dueOn, amountCents, receivedOn }) => (
        <li key={id}>
          <FormattedMessage
            id={receivedOn == null ? 'agreement.instalmentDue' : 'agreement.instalmentReceived'}
            values={{
              amount: format.money(amountCents, { exact: true }),
              day: format.day(receivedOn ?? dueOn),
            }}
          />{' '}
          {receivedOn == null && <Waiting dueOn={dueOn} />}
        </li>
      ))}
      {deadlines.map(({ id, dueOn, text, sentOn }) => (
        <li key={id}>
          <FormattedMessage
            id={sentOn == null ? 'agreement.reportDue' : 'agreement.reportSent'}
            values={{ report: text, day: format.day(sentOn ?? dueOn) }}
          />{' '}
          {sentOn == null && <Waiting dueOn={dueOn} />}
        </li>
      ))}
    </ul>
  );
}

/** Of what is not done yet: whether its day, as the programme counts days, is over or near. */
function Waiting({ dueOn }: { readonly dueOn: string | null | undefined }) {
  const { today } = useViewer();
  if (dueOn == null || dueOn > addDays(today, DAYS_NEAR)) return null;
  const isOver = dueOn < today;
  return (
    <Status tone={isOver ? 'bad' : 'warn'}>
      <FormattedMessage
        id={isOver ? 'agreement.overdue' : 'agreement.dueSoon'}
        values={{ days: isOver ? daysBetween(dueOn, today) : daysBetween(today, dueOn) }}
      />
    </Status>
  );
}
