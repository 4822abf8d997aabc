import { addDays, type CalendarDay } from '@tandem/domain/calendar-day';
import type { GrantStatus } from '@tandem/domain/vocabulary';
import { FormattedMessage, useIntl } from 'react-intl';
import { ExplainWord } from '../figure/ExplainWord.tsx';
import { useFormat } from '../i18n/format.ts';
import { useViewer } from '../session/viewer.ts';
import classes from './GrantAmounts.module.css';
import { useRuleWords, type SaidRule } from './use-rule-words.ts';

interface Cents {
  readonly cents: number;
}

interface Props {
  readonly grant: {
    readonly status: GrantStatus;
    /** Whether it was granted: what is asked for, or was declined, was not. */
    readonly counts: boolean;
    readonly startsOn: CalendarDay;
    readonly endsOn: CalendarDay;
    readonly amount: Cents;
    readonly received: Cents;
    readonly instalments: readonly unknown[];
    /** Null where it is not told, or there is nothing yet. */
    readonly cost?:
      | {
          readonly to: CalendarDay;
          readonly ruleVersion: number;
          readonly rule?: SaidRule | null | undefined;
          readonly cost: Cents;
        }
      | null
      | undefined;
  };
  /** Who reads it: the funder itself, or the programme's staff. */
  readonly reader: 'funder' | 'staff';
  readonly funder: string;
  /** What else is said of a grant that counts, after the cost. */
  readonly more?: readonly AmountFact[];
}

const NOTHING_MORE: readonly AmountFact[] = [];

export interface AmountFact {
  readonly name: string;
  readonly value: string;
  readonly about: string;
  /** How it is made, one click away. */
  readonly made?: string;
}

/**
 * What was granted, what of it came in, and what its duos cost: a sentence, then each with what it is. What is asked for or was
 * declined is said to be that, with nothing to be paid.
 */
export function GrantAmounts({ grant, reader, funder, more = NOTHING_MORE }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const { today } = useViewer();
  const { status, counts, amount, received, cost, instalments, startsOn, endsOn } = grant;
  const open = amount.cents - received.cents;
  const hasInstalments = instalments.length > 0;
  // Rounded each for itself, what came in and what is open might not come to what was granted.
  const exact = [amount, received].some(({ cents }) => cents % 100 !== 0);
  const values = {
    reader,
    funder,
    amount: format.money(amount.cents, { exact }),
    received: format.money(received.cents, { exact }),
    open: format.money(open, { exact }),
    cost: cost == null ? '' : format.money(cost.cost.cents),
    rule: cost?.ruleVersion ?? 0,
    costDay: cost == null ? '' : format.day(addDays(cost.to, -1)),
    today: format.day(today),
    from: format.day(startsOn),
    to: format.day(endsOn),
    over: endsOn < today ? 'over' : 'running',
    rest: open === 0 ? 'none' : status === 'SETTLED' ? 'settled' : 'some',
  };
  const words = (id: string) => intl.formatMessage({ id: `amounts.${id}` }, values);
  const ruleWords = useRuleWords();
  if (!counts)
    return (
      <div className={classes.amounts}>
        <p>{words(`sentence.${status}`)}</p>
        <Facts facts={[{ name: words('asked'), value: values.amount, about: words('asked.about') }]} />
      </div>
    );
  const facts = [
    { name: words('granted'), value: values.amount, about: words('granted.about') },
    {
      name: words('received'),
      value: hasInstalments ? values.received : '–',
      about: words(hasInstalments ? 'received.about' : 'received.none'),
    },
    {
      name: words('cost'),
      value: cost == null ? '–' : values.cost,
      about: words(cost == null ? 'cost.none' : 'cost.about'),
      ...(cost?.rule != null && {
        made: [ruleWords(cost.ruleVersion, cost.rule), words('cost.made')].join(' '),
      }),
    },
    ...more,
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
      <Facts facts={facts} />
    </div>
  );
}

function Facts({ facts }: { readonly facts: readonly AmountFact[] }) {
  return (
    <dl>
      {facts.map(({ name, value, about, made }) => (
        <div key={name}>
          <dt>
            {name} {made !== undefined && <ExplainWord name={name} says={made} />}
          </dt>
          <dd>
            <strong>{value}</strong>
            <small>{about}</small>
          </dd>
        </div>
      ))}
    </dl>
  );
}
