import { useIntl } from 'react-intl';
import { placedBy } from './change-reason.ts';
import type { Metric } from './indicator.queries.ts';

/** Whom a period is about, by the day that places them in it: the same year is another one by starts than by closures. */
export function usePlacedWords(metric: Metric): string {
  return useIntl().formatMessage({ id: `comparison.placed.${placedBy(metric, {})}` });
}
