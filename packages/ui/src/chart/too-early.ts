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
