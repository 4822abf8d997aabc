import { COST_CATEGORIES } from '@tandem/domain/vocabulary';
import type { Column } from '@tandem/ui/column';
import { EmptyState } from '@tandem/ui/EmptyState';
import { FilterSelect } from '@tandem/ui/FilterSelect';
import { useFormat } from '@tandem/ui/format';
import { FIRST_PAGE, sortOf } from '@tandem/ui/list-state';
import { RecordList } from '@tandem/ui/RecordList';
import { useConnection } from '@tandem/ui/use-connection';
import { useWords } from '@tandem/ui/words';
import { getRouteApi } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { CostsQuery, CostSortField } from '../../gql/graphql.ts';
import { useBranchOptions } from '../people/options.ts';
import type { MoneySearch } from './money.routes.ts';
import { periodOf } from './year.ts';

const COSTS = graphql(`
  query Costs(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: CostFilter
    $sort: CostSort
  ) {
    costs(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort) {
      totalCount
      total {
        cents
        currency
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      edges {
        node {
          id
          bookedOn
          category
          amount {
            cents
            currency
          }
          branch {
            id
            name
          }
        }
      }
    }
  }
`);
type Cost = CostsQuery['costs']['edges'][number]['node'];
const SORTS: readonly CostSortField[] = ['BOOKED_ON', 'CATEGORY', 'BRANCH', 'AMOUNT'];
const route = getRouteApi('/money');

/** The lines of the accounts, with the sum of all that the filters keep. */
export function CostList() {
  const intl = useIntl();
  const format = useFormat();
  const { word, options } = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const branches = useBranchOptions();
  const sort = sortOf(search, SORTS, { field: 'BOOKED_ON', direction: 'DESC' });
  const filter = {
    category: search.category ?? null,
    branch: search.branch ?? null,
    booked: periodOf(search.year) ?? null,
  };
  const list = useConnection(COSTS, {
    place: search,
    variables: { filter, sort },
    pick: ({ costs }) => costs,
  });
  const costs = list.connection;
  const patch = (change: Partial<MoneySearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change }) });
  const header = (id: string) => intl.formatMessage({ id: `money.column.${id}` });
  const columns: readonly Column<Cost>[] = [
    {
      id: 'bookedOn',
      header: header('bookedOn'),
      sort: 'BOOKED_ON',
      fixed: true,
      cell: ({ bookedOn }) => format.day(bookedOn),
      text: ({ bookedOn }) => bookedOn,
    },
    {
      id: 'category',
      header: header('category'),
      sort: 'CATEGORY',
      cell: ({ category }) => word('CostCategory', category),
      text: ({ category }) => word('CostCategory', category),
    },
    {
      id: 'branch',
      header: header('branch'),
      sort: 'BRANCH',
      cell: ({ branch }) => branch.name,
      text: ({ branch }) => branch.name,
    },
    {
      id: 'amount',
      header: header('amount'),
      sort: 'AMOUNT',
      align: 'right',
      cell: ({ amount }) => format.money(amount.cents, { exact: true }),
      as: 'money',
      text: ({ amount }) => amount.cents / 100,
    },
  ];
  return (
    <>
      {costs && (
        <p className="t-figures">
          <FormattedMessage
            id="money.costSum"
            values={{
              sum: <strong>{format.money(costs.total.cents, { exact: true })}</strong>,
              count: costs.totalCount,
            }}
          />
        </p>
      )}
      <RecordList
        caption={intl.formatMessage({ id: 'money.tab.costs' })}
        fileName="costs"
        columns={columns}
        rowKey={({ id }) => id}
        state={search}
        onState={patch}
        sort={sort}
        list={list}
        filters={
          <>
            <FilterSelect
              label={header('category')}
              options={options('CostCategory', COST_CATEGORIES)}
              value={search.category}
              onChange={(value) =>
                patch({
                  ...FIRST_PAGE,
                  category: value,
                })
              }
            />
            {branches.length > 1 && (
              <FilterSelect
                label={header('branch')}
                options={branches}
                value={search.branch}
                onChange={(value) => patch({ ...FIRST_PAGE, branch: value })}
              />
            )}
          </>
        }
        empty={<EmptyState title={intl.formatMessage({ id: 'table.nothingFits' })} />}
      />
    </>
  );
}
