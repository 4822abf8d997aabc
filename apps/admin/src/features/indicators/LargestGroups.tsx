import { Text } from '@mantine/core';
import type { FigureResult } from '@tandem/ui/figure';
import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import type { IndicatorSearch } from './indicators.routes.ts';

/** More groups are not read at one look: the largest are shown first. */
const AT_ONE_LOOK = 40;
/** How many are asked for: one more, which tells that there are more. */
export const LARGEST_ASKED = AT_ONE_LOOK + 1;

/** The groups that are shown at one look, and whether there are more: of as many as are asked for, the smallest tells only that. */
export function atOneLook<G>(
  groups: readonly G[],
  sizeOf: (group: G) => number,
): { readonly shown: readonly G[]; readonly areMore: boolean } {
  if (groups.length < LARGEST_ASKED) return { shown: groups, areMore: false };
  const [smallest] = groups.toSorted((a, b) => sizeOf(a) - sizeOf(b));
  return { shown: groups.filter((group) => group !== smallest), areMore: true };
}

/** Out of how many the figure of a group is, or how many it counts. */
export function sizeOfFigure({ result }: { readonly result: FigureResult }): number {
  return result.__typename === 'Figure' ? (result.denominator ?? result.numerator) : 0;
}

interface Props {
  readonly metric: string;
  /** Of the page with all groups. */
  readonly search: IndicatorSearch;
}

/** Says that only the largest groups are shown, and leads to all. */
export function LargestGroups({ metric, search }: Props) {
  const intl = useIntl();
  return (
    <Text size="sm" c="dimmed">
      {intl.formatMessage({ id: 'indicators.largestGroups' }, { count: AT_ONE_LOOK })}{' '}
      <Link
        to="/indicators/$metric"
        params={{ metric }}
        search={{ ...search, allGroups: true }}
        resetScroll={false}
      >
        {intl.formatMessage({ id: 'indicators.allGroups' })}
      </Link>
    </Text>
  );
}
