import { useQuery } from '@apollo/client/react';
import { Box } from '@mantine/core';
import type { Column } from '@tandem/ui/column';
import { ErrorState } from '@tandem/ui/ErrorState';
import { FiledTable } from '@tandem/ui/FiledTable';
import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Section';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { ReleaseFailuresQuery } from '../../gql/graphql.ts';

const RELEASE_FAILURES = graphql(`
  query ReleaseFailures {
    releaseFailures {
      partner {
        id
        name
      }
      since
      lastAt
      attempts
      reason
      shownAsOf
    }
  }
`);
type Failure = ReleaseFailuresQuery['releaseFailures'][number];

/** Partners whose figures of the day cannot be made, with what they are shown meanwhile and why; of one of them, if given. Nothing where all are made. */
export function ReleaseFailures({ partnerId }: { readonly partnerId?: string }) {
  const intl = useIntl();
  const columns = useFailureColumns();
  const { data, error } = useQuery(RELEASE_FAILURES);
  if (error !== undefined && data === undefined) return <ErrorState error={error} />;
  const failures = (data?.releaseFailures ?? []).filter(
    ({ partner }) => partnerId === undefined || partner.id === partnerId,
  );
  if (failures.length === 0) return null;
  const title = intl.formatMessage({ id: 'releaseFailures.title' }, { count: failures.length });
  return (
    <Box mb="lg">
      <Section title={title} about={<FormattedMessage id="releaseFailures.about" />}>
        <FiledTable
          caption={title}
          columns={partnerId === undefined ? columns : columns.filter(({ id }) => id !== 'partner')}
          rows={failures}
          rowKey={({ partner }) => partner.id}
          fileName="release-failures"
        />
      </Section>
    </Box>
  );
}

function useFailureColumns(): readonly Column<Failure>[] {
  const intl = useIntl();
  const format = useFormat();
  const header = (id: string) => intl.formatMessage({ id: `releaseFailures.column.${id}` });
  return [
    {
      id: 'partner',
      header: header('partner'),
      cell: ({ partner }) => (
        <Link to="/partners/$id" params={{ id: partner.id }}>
          {partner.name}
        </Link>
      ),
      text: ({ partner }) => partner.name,
    },
    {
      id: 'shown',
      header: header('shown'),
      cell: ({ shownAsOf }) =>
        shownAsOf == null ? <FormattedMessage id="releaseFailures.none" /> : format.day(shownAsOf),
      text: ({ shownAsOf }) => shownAsOf ?? null,
    },
    {
      id: 'since',
      header: header('since'),
      cell: ({ since }) => format.instant(since),
      text: ({ since }) => since,
    },
    {
      id: 'attempts',
      header: header('attempts'),
      align: 'right',
      cell: ({ attempts }) => format.number(attempts),
      text: ({ attempts }) => attempts,
    },
    {
      id: 'lastAt',
      header: header('lastAt'),
      cell: ({ lastAt }) => format.instant(lastAt),
      text: ({ lastAt }) => lastAt,
    },
    {
      id: 'reason',
      header: header('reason'),
      wrap: true,
      cell: ({ reason }) => <code>{reason}</code>,
      text: ({ reason }) => reason,
    },
  ];
}
