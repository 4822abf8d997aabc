import { useQuery } from '@apollo/client/react';
import { useViewer } from '@tandem/ui/viewer';
import { graphql } from '../../gql/gql.ts';

const MONEY_YEARS = graphql(`
  query MoneyYears {
    trend(metric: TOTAL_COST, step: YEAR) {
      key
    }
  }
`);

/** The calendar years that can be chosen, the latest first: from the first with a cost to the next, and `chosen` as long as they are not known. */
export function useMoneyYears(chosen: number | undefined): number[] {
  const current = Number(useViewer().today.slice(0, 4));
  const { data } = useQuery(MONEY_YEARS);
  const spent = data?.trend.map(({ key }) => Number(key.slice(0, 4))) ?? [];
  const first = Math.min(current, chosen ?? current, ...spent);
  const next = Math.max(current + 1, chosen ?? current);
  return Array.from({ length: next - first + 1 }, (_, index) => next - index);
}
