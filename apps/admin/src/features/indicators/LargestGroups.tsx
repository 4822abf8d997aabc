import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import type { IndicatorSearch } from './indicators.routes.ts';

/** More groups are not read at one look: the largest are shown first. */
export const AT_ONE_LOOK = 40;

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
