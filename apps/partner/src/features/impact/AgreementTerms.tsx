import { useFormat } from '@tandem/ui/format';
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
    return <FormattedMessage id={condition.measure == null ? 'agreement.notYet' : 'agreement.notShown'} />;
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
          />
        </li>
      ))}
      {deadlines.map(({ id, dueOn, text, sentOn }) => (
        <li key={id}>
          <FormattedMessage
            id={sentOn == null ? 'agreement.reportDue' : 'agreement.reportSent'}
            values={{ report: text, day: format.day(sentOn ?? dueOn) }}
          />
        </li>
      ))}
    </ul>
  );
}
