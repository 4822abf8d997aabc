import { useQuery } from '@apollo/client/react';
import type { Column } from '@tandem/ui/column';
import { DataTable } from '@tandem/ui/DataTable';
import { EmptyState } from '@tandem/ui/EmptyState';
import { ErrorState } from '@tandem/ui/ErrorState';
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
      id: 'kind',
      header: header('kind'),
      cell: ({ kind }) => word('GrantDueKind', kind),
      text: ({ kind }) => word('GrantDueKind', kind),
    },
    { id: 'what', header: header('what'), wrap: true, cell: whatOf, text: whatOf },
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
  ];
  return (
    <Section
      title={intl.formatMessage({ id: 'grant.dues' })}
      about={<FormattedMessage id="grant.duesAbout" values={{ count: data?.grantDues.length ?? 0 }} />}
    >
      <DataTable
        caption={intl.formatMessage({ id: 'grant.dues' })}
        columns={columns}
        rows={data?.grantDues}
        rowKey={({ id }) => id}
        empty={<EmptyState title={intl.formatMessage({ id: 'grant.nothingDue' })} />}
      />
    </Section>
  );
}
