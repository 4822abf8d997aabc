import { useKeptQuery } from '@tandem/ui/use-kept-query';
import { graphql } from '../../gql/gql.ts';
import type { MetricId } from '../../gql/graphql.ts';
import { usualFigures, type ChosenFigure } from './chosen-search.ts';

const RATE_BY_YEAR = graphql(`
  query RateByYear($metric: MetricId!, $asOf: CalendarDay) {
    trend(metric: $metric, step: YEAR, asOf: $asOf) {
      key
      result {
        __typename
        ... on Figure {
          denominator
          notYetObservable
        }
      }
    }
  }
`);

/**
 * What is compared of an indicator before anything is chosen, by how much of it there is in each year; undefined until that is
 * known, which is not asked once something is.
 */
export function useUsualFigures(metric: MetricId, asOf: string, isChosen: boolean) {
  const { data, shownFor, pending, error } = useKeptQuery(RATE_BY_YEAR, { metric, asOf }, asOf, {
    skip: isChosen,
  });
  const years = data?.trend.map(({ key, result }) => ({
    year: Number(key.slice(0, 4)),
    denominator: result.__typename === 'Figure' ? (result.denominator ?? 0) : 0,
    isOver: result.__typename === 'Figure' && (result.notYetObservable ?? 0) === 0,
  }));
  const usual: ChosenFigure[] | undefined = years && usualFigures(years, shownFor);
  return { usual, pending, error };
}
