import { useQuery } from '@apollo/client/react';
import type { Column } from '@tandem/ui/column';
import { EmptyState } from '@tandem/ui/EmptyState';
import { ErrorState } from '@tandem/ui/ErrorState';
import { FiledTable } from '@tandem/ui/FiledTable';
import { useFormat } from '@tandem/ui/format';
import { useCan } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { GrantsQuery } from '../../gql/graphql.ts';
import { SumRow } from './SumRow.tsx';

const GRANTS = graphql(`
  query Grants {
    grants {
      id
      reference
      kind
      status
      counts
      startsOn
      endsOn
      duoCount
      share
      amount {
        cents
        currency
      }
      funder {
        id
        name
      }
      branch {
        id
        name
      }
    }
  }
`);
type Grant = GrantsQuery['grants'][number];

/** Every grant with what is earmarked on it; of one funder, if given. */
export function GrantTable({ funderId }: { readonly funderId?: string }) {
  const intl = useIntl();
  const columns = useGrantColumns();
  const { data, error } = useQuery(GRANTS);
  if (error !== undefined && data === undefined) return <ErrorState error={error} />;
  const grants = data?.grants.filter(({ funder }) => funderId === undefined || funder.id === funderId);
  const sum = grants?.reduce((total, { amount, counts }) => total + (counts ? amount.cents : 0), 0) ?? 0;
  return (
    <FiledTable
      caption={intl.formatMessage({ id: 'money.tab.grants' })}
      columns={columns}
      rows={grants}
      rowKey={({ id }) => id}
      fileName="grants"
      empty={<EmptyState title={intl.formatMessage({ id: 'money.noGrants' })} />}
      footer={<SumRow columns={columns} of="amount" cents={sum} label="money.sumOfFunds" />}
    />
  );
}

function useGrantColumns(): readonly Column<Grant>[] {
  const intl = useIntl();
  const format = useFormat();
  const can = useCan();
  const { word } = useWords();
  const header = (id: string) => intl.formatMessage({ id: `money.column.${id}` });
  return [
    {
      id: 'reference',
      header: header('reference'),
      cell: ({ id, reference }) => (
        <Link to="/money/grants/$id" params={{ id }}>
          {reference}
        </Link>
      ),
      text: ({ reference }) => reference,
    },
    {
      id: 'funder',
      header: header('funder'),
      wrap: true,
      cell: ({ funder, kind }) => (
        <div>
          {can('SEE_PARTNERS') ? (
            <Link to="/partners/$id" params={{ id: funder.id }}>
              {funder.name}
            </Link>
          ) : (
            funder.name
          )}
          <small>{word('GrantKind', kind)}</small>
        </div>
      ),
      text: ({ funder }) => funder.name,
    },
    {
      id: 'kind',
      header: header('kind'),
      only: 'file',
      cell: ({ kind }) => word('GrantKind', kind),
      text: ({ kind }) => word('GrantKind', kind),
    },
    {
      id: 'status',
      header: header('status'),
      cell: ({ status }) => word('GrantStatus', status),
      text: ({ status }) => word('GrantStatus', status),
    },
    {
      id: 'period',
      header: header('period'),
      only: 'page',
      cell: ({ startsOn, endsOn }) => `${format.day(startsOn)} – ${format.day(endsOn)}`,
      text: () => null,
    },
    {
      id: 'startsOn',
      header: header('startsOn'),
      only: 'file',
      cell: ({ startsOn }) => startsOn,
      text: ({ startsOn }) => startsOn,
    },
    {
      id: 'endsOn',
      header: header('endsOn'),
      only: 'file',
      cell: ({ endsOn }) => endsOn,
      text: ({ endsOn }) => endsOn,
    },
    {
      id: 'amount',
      header: header('amount'),
      align: 'right',
      cell: ({ amount }) => format.money(amount.cents),
      as: 'money',
      text: ({ amount }) => amount.cents / 100,
    },
    {
      id: 'duos',
      header: header('duos'),
      align: 'right',
      cell: ({ id, duoCount }) =>
        can('SEE_DUOS') ? (
          <Link to="/duos" search={{ grant: [id] }}>
            {format.number(duoCount)}
          </Link>
        ) : (
          format.number(duoCount)
        ),
      text: ({ duoCount }) => duoCount,
    },
    {
      id: 'share',
      header: header('share'),
      align: 'right',
      cell: ({ share }) => format.number(share, 1),
      text: ({ share }) => share,
    },
  ];
}
