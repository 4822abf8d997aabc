import { useFormat } from '@tandem/ui/format';
import { useIntl } from 'react-intl';
import type { BenchmarksQuery } from '../../gql/graphql.ts';
import { isCountedOtherwise, usePublishedLine } from '@tandem/ui/published-name';
import { isTold } from './told-difference.ts';

export type PublishedBeside = BenchmarksQuery['comparePublished']['rates'][number];

/** Why no difference to a published rate is told, or how its interval is to be read. */
export function usePublishedStanding() {
  const intl = useIntl();
  return ({ published, differs, difference }: PublishedBeside): string => {
    const words = (id: string) => intl.formatMessage({ id });
    if (isTold(difference))
      return words(published.people == null ? 'benchmark.standing.exact' : 'benchmark.standing.both');
    if (difference != null) return words('benchmark.standing.few');
    return words(isCountedOtherwise(differs) ? 'benchmark.standing.otherwise' : 'figure.noData');
  };
}

/** How far the figure is from each published rate, with the interval of the difference; where none is told, why. */
export function usePublishedDistances() {
  const intl = useIntl();
  const format = useFormat();
  const lineOf = usePublishedLine();
  const standingOf = usePublishedStanding();
  return (rates: readonly PublishedBeside[]): string[] =>
    rates.flatMap((rate) => {
      const { published, difference } = rate;
      if (difference == null) return [];
      const line = lineOf(published);
      return isTold(difference)
        ? intl.formatMessage(
            { id: 'benchmark.distance' },
            {
              line,
              difference: format.difference(difference.difference, 'RATE'),
              interval: format.differences(difference.interval, 'RATE'),
              standing: standingOf(rate),
            },
          )
        : intl.formatMessage({ id: 'published.aboutLine' }, { line, population: standingOf(rate) });
    });
}
