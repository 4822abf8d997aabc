import { FEWEST_FOR_A_SHARE } from '@tandem/domain/small-numbers';
import type { IntlShape } from 'react-intl';
import { isOfFew, type Point } from './point.ts';

/** So many groups are named one by one. */
const MOST_NAMED = 4;

/** Dashes of the outline of what is out of few: it is drawn hollow. */
export const FEW_DASHES = '2.5 2';

/** What a dashed outline means, and where it stands; undefined where it stands nowhere. */
export function fewLegend(points: readonly Point[], intl: IntlShape): string | undefined {
  const few = points.filter(isOfFew);
  if (few.length === 0) return undefined;
  const groups = few.length > MOST_NAMED ? 'none' : intl.formatList(few.map(({ label }) => label));
  return intl.formatMessage({ id: 'chart.fewLegend' }, { fewest: FEWEST_FOR_A_SHARE, groups });
}
