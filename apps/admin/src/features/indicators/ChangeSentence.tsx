import { mayBeAShare } from '@tandem/domain/small-numbers';
import { answeredWords } from '@tandem/ui/answered';
import { countedOf } from '@tandem/ui/counted';
import type { Figure } from '@tandem/ui/figure';
import { useFormat } from '@tandem/ui/format';
import { FormattedMessage, useIntl } from 'react-intl';
import type { FigureChangeQuery } from '../../gql/graphql.ts';
import type { SideWords } from './change-scope.ts';
import { ChangeSureness } from './ChangeSureness.tsx';
import type { Metric } from './indicator.queries.ts';
import classes from './Indicator.module.css';

interface Props {
  readonly metric: Metric;
  readonly before: Figure;
  readonly after: Figure;
  readonly difference: FigureChangeQuery['figureChange']['difference'];
  readonly sides: SideWords;
}

/** Decimals beyond which two figures are called the same. */
const FINEST = 6;

/** Both figures with what they are out of and how sure they are, and by how much they differ. */
export function ChangeSentence({ metric, before, after, difference, sides }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const digits = digitsApart(before.value, after.value, (value, more) => written(value, more));
  function written(value: number, more: number): string {
    const decimals = { minimumFractionDigits: more, maximumFractionDigits: more };
    if (metric.unit === 'RATE') return intl.formatNumber(value, { style: 'percent', ...decimals });
    if (metric.unit === 'SCORE') return intl.formatNumber(value, { signDisplay: 'exceptZero', ...decimals });
    if (metric.unit === 'CENTS') return format.money(value, { exact: more > 0 });
    return format.value(value, metric.unit);
  }
  const side = (figure: Figure): string => {
    const { value, numerator, denominator, interval, unit } = figure;
    if (denominator == null || unit === 'CENTS') return written(value, digits);
    const counts = {
      value: written(value, digits),
      numerator: format.number(numerator),
      denominator: format.number(denominator),
    };
    if (unit === 'RATE' && !mayBeAShare(denominator)) return intl.formatMessage({ id: 'change.few' }, counts);
    if (interval == null) return intl.formatMessage({ id: 'change.side' }, counts);
    const between = format.interval(interval.lower, interval.upper, unit);
    return intl.formatMessage({ id: 'change.sideSure' }, { ...counts, between });
  };
  const isTold =
    difference != null &&
    (metric.unit !== 'RATE' || (mayBeAShare(before.denominator ?? 0) && mayBeAShare(after.denominator ?? 0)));
  const said = (amount: number) => format.difference(amount, metric.unit);
  const howSure = (): string | null => {
    if (!isTold || metric.unit !== 'RATE') return null;
    const { interval, shared } = difference;
    if (interval == null) return intl.formatMessage({ id: 'change.noInterval' });
    const holdsNought = interval.lower <= 0 && interval.upper >= 0;
    return [
      intl.formatMessage(
        { id: holdsNought ? 'change.differenceUnclear' : 'change.differenceClear' },
        { lower: said(interval.lower), upper: said(interval.upper) },
      ),
      shared == null || shared === 0
        ? undefined
        : intl.formatMessage({ id: `change.shared.${metric.records ?? 'DUOS'}` }, { shared }),
    ]
      .filter((part) => part !== undefined)
      .join(' ');
  };
  const sureness = howSure();
  const answered = [before, after].map((figure) => answeredWords([countedOf(figure)], intl));
  return (
    <>
      <p className={classes.sentence}>
        {intl.formatMessage(
          {
            id:
              after.value === before.value
                ? 'change.same'
                : isTold
                  ? 'change.sentence'
                  : 'change.sentenceOfFew',
          },
          {
            name: metric.name,
            before: side(before),
            after: side(after),
            whenBefore: sides.before,
            whenAfter: sides.after,
            difference: isTold ? said(difference.value) : '',
          },
        )}
      </p>
      {sureness !== null && <p>{sureness}</p>}
      {isTold && <ChangeSureness before={before} after={after} bounds={difference.bounds} sides={sides} />}
      {answered[0] !== undefined && (
        <p>
          <FormattedMessage
            id="change.answered"
            values={{
              before: answered[0],
              after: answered[1],
              whenBefore: sides.before,
              whenAfter: sides.after,
            }}
          />
        </p>
      )}
    </>
  );
}

/** The fewest decimals with which two values read as two. */
function digitsApart(one: number, other: number, written: (value: number, digits: number) => string): number {
  if (one === other) return 0;
  let digits = 0;
  while (digits < FINEST && written(one, digits) === written(other, digits)) digits += 1;
  return digits;
}
