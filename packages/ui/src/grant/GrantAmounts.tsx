import { addDays, type CalendarDay } from '@tandem/domain/calendar-day';
import { FormattedMessage, useIntl } from 'react-intl';
import { useFormat } from '../i18n/format.ts';
import { useViewer } from '../session/viewer.ts';
import classes from './GrantAmounts.module.css';

interface Cents {
  readonly cents: number;
}

interface Props {
  readonly grant: {
    readonly startsOn: CalendarDay;
    readonly endsOn: CalendarDay;
    readonly amount: Cents;
    readonly received: Cents;
    readonly instalments: readonly unknown[];
    /** Null where it is not told, or there is nothing yet. */
    readonly cost?:
      | { readonly to: CalendarDay; readonly ruleVersion: number; readonly cost: Cents }
      | null
      | undefined;
  };
  /** Who reads it: the funder itself, or the programme's staff. */
  readonly reader: 'funder' | 'staff';
  readonly funder: string;
}

/** What was granted, what of it came in, and what its duos cost: a sentence, then each with what it is. */
export function GrantAmounts({ grant, reader, funder }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const { today } = useViewer();
  const { amount, received, cost, instalments, startsOn, endsOn } = grant;
  const open = amount.cents - received.cents;
  const hasInstalments = instalments.length > 0;
  const values = {
    reader,
    funder,
    amount: format.money(amount.cents),
    received: format.money(received.cents),
    open: format.money(open),
    cost: cost == null ? '' : format.money(cost.cost.cents),
    rule: cost?.ruleVersion ?? 0,
    costDay: cost == null ? '' : format.day(addDays(cost.to, -1)),
    today: format.day(today),
    from: format.day(startsOn),
    to: format.day(endsOn),
    rest: open === 0 ? 'none' : 'some',
  };
  const words = (id: string) => intl.formatMessage({ id: `amounts.${id}` }, values);
  const facts = [
    { id: 'granted', value: values.amount, about: words('granted.about') },
    {
      id: 'received',
      value: hasInstalments ? values.received : '–',
      about: words(hasInstalments ? 'received.about' : 'received.none'),
    },
    {
      id: 'cost',
      value: cost == null ? '–' : values.cost,
      about: words(cost == null ? 'cost.none' : 'cost.about'),
    },
  ];
  return (
    <div className={classes.amounts}>
      <p>
        <FormattedMessage
          id={hasInstalments ? 'amounts.sentence' : 'amounts.sentence.whole'}
          values={values}
        />{' '}
        {cost != null && <FormattedMessage id="amounts.sentence.cost" values={values} />}
      </p>
      <dl>
        {facts.map(({ id, value, about }) => (
          <div key={id}>
            <dt>{words(id)}</dt>
            <dd>
              <strong>{value}</strong>
              <small>{about}</small>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
