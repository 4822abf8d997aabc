import type { MetricDefinition } from '@tandem/metrics/definition';
import type { Locale } from '../../graphql/locale.ts';
import type { MetricDefinitionType } from './metric.type.ts';
import type { CriterionType } from './records-of-figure.type.ts';

/** What a metric opens to, how its records may stand to it, and by which day they are placed. */
export function recordsOf({
  numerator,
  denominator,
  notYetObservable,
  unknown,
}: MetricDefinition): Pick<MetricDefinitionType, 'records' | 'standings' | 'cohortDay'> {
  const { records, placedBy = null } = numerator.source;
  if (records === undefined) return { records: null, standings: [], cohortDay: placedBy };
  // Of a sum everything counts that is among those looked at.
  const isShare = denominator !== null && numerator.sum === undefined;
  return {
    records: records === 'ANSWERS' ? 'ANSWERS' : 'DUOS',
    cohortDay: placedBy,
    standings: [
      'COUNTED',
      ...(isShare ? (['NOT_COUNTED'] as const) : []),
      ...(unknown === undefined ? [] : (['UNKNOWN'] as const)),
      ...(notYetObservable === undefined ? [] : (['NOT_YET'] as const)),
    ],
  };
}

/** What its records tell of themselves, in a language. */
export function criterionOf(
  { criterion = [] }: Pick<MetricDefinition, 'criterion'>,
  locale: Locale,
): CriterionType[] {
  return criterion.map(({ words, is, list }) => ({ name: words[locale], is, list: list ?? null }));
}
