import { useFormat } from '@tandem/ui/format';
import { useIntl } from 'react-intl';
import type { BenchmarksQuery } from '../../gql/graphql.ts';
import { usePublishedName } from './published-name.ts';

export type PublishedBeside = BenchmarksQuery['comparePublished']['rates'][number];
type Difference = NonNullable<PublishedBeside['difference']>;

/** Of few people nothing is told of a difference but that they are few. */
export function isTold(difference: PublishedBeside['difference']): difference is Difference {
  return difference != null && difference.verdict !== 'TOO_FEW';
}

/** Why no difference to a published rate is told, or how its interval is to be read. */
export function usePublishedStanding() {
  const intl = useIntl();
  return ({ published, differs, difference }: PublishedBeside): string => {
    const words = (id: string) => intl.formatMessage({ id });
    if (isTold(difference))
      return words(published.people == null ? 'benchmark.standing.exact' : 'benchmark.standing.both');
    if (difference != null) return words('benchmark.standing.few');
    const isOtherwise = differs.windowHere != null || differs.populationHere != null;
    return words(isOtherwise ? 'benchmark.standing.otherwise' : 'figure.noData');
  };
}

/** How far the figure is from each published rate, with the interval of the difference; where none is told, why. */
export function usePublishedDistances() {
  const intl = useIntl();
  const format = useFormat();
  const nameOf = usePublishedName();
  const standingOf = usePublishedStanding();
  return (rates: readonly PublishedBeside[]): string[] =>
    rates.flatMap((rate) => {
      const { published, difference } = rate;
      if (difference == null) return [];
      const line = `${nameOf(published)} (${published.year})`;
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
