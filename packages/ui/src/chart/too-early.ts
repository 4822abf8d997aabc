import type { IntlShape } from 'react-intl';
import { tooEarlyWords } from '../figure/counted.ts';
import type { Point } from './point.ts';

/** So many periods are named one by one. */
const MOST_NAMED = 4;

/** Whether of a period not everybody's time is over, as far as it is told, so that its value may still change. */
export function isUnfinished({ counted }: Point): boolean {
  return typeof counted?.notYet === 'number' && counted.notYet > 0;
}

/** Which periods are too early to judge, and of how many; undefined where none is. */
export function tooEarlyLegend(points: readonly Point[], intl: IntlShape): string | undefined {
  const unfinished = points.filter(isUnfinished);
  const [first] = unfinished;
  if (first === undefined) return undefined;
  const ofPeriod = ({ label, counted }: Point) =>
    intl.formatMessage(
      { id: 'chart.ofPeriod' },
      { period: label, words: counted && tooEarlyWords(counted, intl) },
    );
  const marks = intl.formatList(
    (['circle', 'clock'] as const)
      .filter((mark) => unfinished.some(({ value }) => (value === undefined) === (mark === 'clock')))
      .map((mark) => intl.formatMessage({ id: `chart.mark.${mark}` })),
    { type: 'disjunction' },
  );
  if (unfinished.length <= MOST_NAMED)
    return intl.formatMessage(
      { id: 'chart.tooEarlyLegend' },
      { marks, periods: intl.formatList(unfinished.map(ofPeriod)) },
    );
  return intl.formatMessage({ id: 'chart.tooEarlySince' }, { marks, period: first.label });
}

/** Of how many of each period it is not known, or from which share to which where these are many; undefined where of none. */
export function unknownLegend(points: readonly Point[], intl: IntlShape): string | undefined {
  const open = points.flatMap(({ label, counted }) =>
    typeof counted?.unknown === 'number' && counted.unknown > 0 && counted.bounds
      ? [{ label, unknown: counted.unknown, share: counted.bounds.best - counted.bounds.worst }]
      : [],
  );
  if (open.length === 0) return undefined;
  if (open.length > MOST_NAMED) {
    const share = (value: number) => intl.formatNumber(value, { style: 'percent' });
    const shares = open.map((one) => one.share);
    return intl.formatMessage(
      { id: 'chart.unknownShares' },
      { least: share(Math.min(...shares)), most: share(Math.max(...shares)) },
    );
  }
  const periods = open.map(({ label, unknown }) =>
    intl.formatMessage({ id: 'chart.ofPeriod' }, { period: label, words: intl.formatNumber(unknown) }),
  );
  return intl.formatMessage({ id: 'chart.unknownLegend' }, { periods: intl.formatList(periods) });
}
