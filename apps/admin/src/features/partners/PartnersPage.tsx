import { PARTNER_KINDS } from '@tandem/domain/vocabulary';
import type { Column } from '@tandem/ui/column';
import { EmptyState } from '@tandem/ui/EmptyState';
import { FilterSelect } from '@tandem/ui/FilterSelect';
import { useFormat } from '@tandem/ui/format';
import { FIRST_PAGE } from '@tandem/ui/list-state';
import { Page } from '@tandem/ui/Page';
import { RecordList } from '@tandem/ui/RecordList';
import { useConnection } from '@tandem/ui/use-connection';
import { useWords } from '@tandem/ui/words';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { PartnersQuery } from '../../gql/graphql.ts';
import { ReleaseFailures } from './ReleaseFailures.tsx';
import type { PartnersSearch } from './partners.routes.ts';

const PARTNERS = graphql(`
  query Partners($first: Int, $after: String, $last: Int, $before: String, $filter: PartnerFilter) {
    partners(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      totalCount
      hasMoreThanTotal
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      edges {
        node {
          id
          name
          kind
          grantCount
          volunteerCount
          approvedMinutes
        }
      }
    }
  }
`);
type Partner = PartnersQuery['partners']['edges'][number]['node'];
const route = getRouteApi('/partners');

export function PartnersPage() {
  const intl = useIntl();
  const { options } = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const columns = useColumns();
  const filter = { search: search.q ?? null, kind: search.kind ?? null };
  const list = useConnection(PARTNERS, {
    place: search,
    variables: { filter },
    pick: ({ partners }) => partners,
  });
  const patch = (change: Partial<PartnersSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: change.q !== undefined });
  const filtered = search.q !== undefined || search.kind !== undefined;
  return (
    <Page title={intl.formatMessage({ id: 'nav.partners' })} scope={<FormattedMessage id="partners.scope" />}>
      <ReleaseFailures />
      <RecordList
        caption={intl.formatMessage({ id: 'nav.partners' })}
        fileName="partners"
        columns={columns}
        rowKey={({ id }) => id}
        state={search}
        onState={patch}
        list={list}
        searchLabel={intl.formatMessage({ id: 'partners.search' })}
        filters={
          <FilterSelect
            label={intl.formatMessage({ id: 'partners.column.kind' })}
            options={options('PartnerKind', PARTNER_KINDS)}
            value={search.kind}
            onChange={(value) =>
              patch({
                ...FIRST_PAGE,
                kind: value,
              })
            }
          />
        }
        onReset={filtered ? () => void navigate({ search: {} }) : undefined}
        empty={
          <EmptyState title={intl.formatMessage({ id: filtered ? 'table.nothingFits' : 'partners.empty' })} />
        }
      />
    </Page>
  );
}

function useColumns(): readonly Column<Partner>[] {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const header = (id: string) => intl.formatMessage({ id: `partners.column.${id}` });
  return [
    {
      id: 'name',
      header: header('name'),
      fixed: true,
      cell: (row) => (
        <Link to="/partners/$id" params={{ id: row.id }} data-row-link="">
          {row.name}
        </Link>
      ),
      text: (row) => row.name,
    },
    {
      id: 'kind',
      header: header('kind'),
      cell: ({ kind }) => word('PartnerKind', kind),
      text: ({ kind }) => word('PartnerKind', kind),
    },
    {
      id: 'grants',
      header: header('grants'),
      align: 'right',
      cell: ({ grantCount }) => format.number(grantCount),
      text: ({ grantCount }) => grantCount,
    },
    {
      id: 'volunteers',
      header: header('volunteers'),
      align: 'right',
      cell: ({ volunteerCount }) => format.number(volunteerCount),
      text: ({ volunteerCount }) => volunteerCount,
    },
    {
      id: 'hours',
      header: header('hours'),
      align: 'right',
      cell: ({ approvedMinutes }) => format.hours(approvedMinutes),
      text: ({ approvedMinutes }) => approvedMinutes / 60,
    },
  ];
}
