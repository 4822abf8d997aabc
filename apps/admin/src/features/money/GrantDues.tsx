import { useQuery } from '@apollo/client/react';
import type { Column } from '@tandem/ui/column';
import { EmptyState } from '@tandem/ui/EmptyState';
import { ErrorState } from '@tandem/ui/ErrorState';
import { FiledTable } from '@tandem/ui/FiledTable';
import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Section';
import { Status } from '@tandem/ui/Status';
import { useWords } from '@tandem/ui/words';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { GrantDuesQuery } from '../../gql/graphql.ts';

const DUES = graphql(`
  query GrantDues {
    grantDues(days: 60) {
      id
      kind
      dueOn
      overdue
      grantId
      grantReference
      funderName
      text
      amountCents
    }
  }
`);
type Due = GrantDuesQuery['grantDues'][number];

/** What waits for finance: money that did not come, reports that were not sent, conditions to be reached soon. */
export function GrantDues() {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const { data, error } = useQuery(DUES, { fetchPolicy: 'cache-and-network' });
  if (error !== undefined && data === undefined) return <ErrorState error={error} />;
  const header = (id: string) => intl.formatMessage({ id: `grant.column.${id}` });
  const whatOf = ({ kind, text, amountCents, funderName }: Due) =>
    intl.formatMessage(
      { id: `grant.due.${kind}` },
      {
        what: text ?? (amountCents == null ? '' : format.money(amountCents, { exact: true })),
        funder: funderName,
      },
    );
  const overdueWords = ({ overdue }: Due) => intl.formatMessage({ id: overdue ? 'value.yes' : 'value.no' });
  const columns: readonly Column<Due>[] = [
    {
      id: 'dueOn',
      header: header('dueOn'),
      cell: ({ dueOn, overdue }) => (
        <>
          {format.day(dueOn)}{' '}
          {overdue && (
            <Status tone="bad">
              <FormattedMessage id="grant.overdue" />
            </Status>
          )}
        </>
      ),
      text: ({ dueOn }) => dueOn,
    },
    {
      id: 'overdue',
      header: intl.formatMessage({ id: 'grant.overdue' }),
      only: 'file',
      cell: overdueWords,
      text: overdueWords,
    },
    {
      id: 'kind',
      header: header('kind'),
      cell: ({ kind }) => word('GrantDueKind', kind),
      text: ({ kind }) => word('GrantDueKind', kind),
    },
    {
      id: 'what',
      header: header('what'),
      wrap: true,
      cell: whatOf,
      text: whatOf,
    },
    {
      id: 'amount',
      header: intl.formatMessage({ id: 'money.column.amount' }),
      only: 'file',
      as: 'money',
      cell: () => null,
      text: ({ amountCents }) => (amountCents == null ? null : amountCents / 100),
    },
    {
      id: 'grant',
      header: header('grant'),
      cell: ({ grantId, grantReference, funderName }) => (
        <Link to="/money/grants/$id" params={{ id: grantId }}>
          {`${grantReference} · ${funderName}`}
        </Link>
      ),
      text: ({ grantReference }) => grantReference,
    },
    {
      id: 'funder',
      header: intl.formatMessage({ id: 'money.column.funder' }),
      only: 'file',
      cell: ({ funderName }) => funderName,
      text: ({ funderName }) => funderName,
    },
  ];
  return (
    <Section
      title={intl.formatMessage({ id: 'grant.dues' })}
      about={<FormattedMessage id="grant.duesAbout" values={{ count: data?.grantDues.length ?? 0 }} />}
    >
      <FiledTable
        caption={intl.formatMessage({ id: 'grant.dues' })}
        columns={columns}
        rows={data?.grantDues}
        rowKey={({ id }) => id}
        fileName="grants-due"
        empty={<EmptyState title={intl.formatMessage({ id: 'grant.nothingDue' })} />}
      />
    </Section>
  );
}
