import { Switch } from '@mantine/core';
import { addDays } from '@tandem/domain/calendar-day';
import { COST_CATEGORIES, COST_NATURES } from '@tandem/domain/vocabulary';
import { EmptyState } from '@tandem/ui/EmptyState';
import { FilterSelect } from '@tandem/ui/FilterSelect';
import { useFormat } from '@tandem/ui/format';
import { FIRST_PAGE, sortOf } from '@tandem/ui/list-state';
import { FormDrawer } from '@tandem/ui/FormDrawer';
import { RecordList } from '@tandem/ui/RecordList';
import { useConnection } from '@tandem/ui/use-connection';
import { useWords } from '@tandem/ui/words';
import { getRouteApi } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { useState } from 'react';
import type { CostSortField } from '../../gql/graphql.ts';
import { useBranchOptions } from '../people/options.ts';
import { CorrectCostForm, type Cost } from './CorrectCostForm.tsx';
import { COSTS } from './ledger.queries.ts';
import { LineBearers } from './LineBearers.tsx';
import { ReverseCostForm } from './ReverseCostForm.tsx';
import { useCostColumns } from './cost-columns.tsx';
import type { MoneySearch } from './money.routes.ts';
import { periodOf } from './year.ts';

const SORTS: readonly CostSortField[] = ['BOOKED_ON', 'CATEGORY', 'BRANCH', 'AMOUNT'];
const route = getRouteApi('/money');

/** The lines of the accounts, with the sum of all that the filters keep. */
export function CostList() {
  const intl = useIntl();
  const format = useFormat();
  const { options } = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const branches = useBranchOptions();
  const sort = sortOf(search, SORTS, { field: 'BOOKED_ON', direction: 'DESC' });
  const filter = {
    category: search.category ?? null,
    branch: search.branch ?? null,
    nature: search.nature ?? null,
    corrections: search.corrections ?? null,
    // A line is shown with its corrections, whenever they were booked.
    booked: (search.line === undefined ? bookedIn(search) : undefined) ?? null,
    line: search.line ?? null,
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
  const [doing, setDoing] = useState<{ what: 'correct' | 'reverse'; cost: Cost }>();
  const done = () => setDoing(undefined);
  const columns = useCostColumns((what, cost) => setDoing({ what, cost }));
  return (
    <>
      {costs && (
        <p className="t-figures">
          <FormattedMessage
            id={costs.hasMoreThanTotal ? 'money.costSumOfMore' : 'money.costSum'}
            values={{
              sum: <strong>{format.money(costs.total.cents, { exact: true })}</strong>,
              count: costs.hasMoreThanTotal ? format.number(costs.totalCount) : costs.totalCount,
            }}
          />
        </p>
      )}
      {search.line === undefined && search.from !== undefined && search.to !== undefined && (
        <p>
          <FormattedMessage
            id="ledger.between"
            values={{ from: format.day(search.from), to: format.day(search.to) }}
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
        onReset={
          search.line === undefined && search.from === undefined
            ? undefined
            : () =>
                patch({ ...FIRST_PAGE, line: undefined, month: undefined, from: undefined, to: undefined })
        }
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
            <FilterSelect
              label={header('nature')}
              options={options('CostNature', COST_NATURES)}
              value={search.nature}
              onChange={(value) => patch({ ...FIRST_PAGE, nature: value })}
            />
            <Switch
              label={intl.formatMessage({ id: 'ledger.onlyCorrections' })}
              checked={search.corrections === true}
              onChange={(event) =>
                patch({ ...FIRST_PAGE, corrections: event.currentTarget.checked ? true : undefined })
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
      {search.line !== undefined && <LineBearers id={search.line} />}
      <FormDrawer
        title={intl.formatMessage({ id: `ledger.${doing?.what ?? 'correct'}` })}
        opened={doing !== undefined}
        onClose={done}
      >
        {doing?.what === 'correct' && <CorrectCostForm cost={doing.cost} onDone={done} />}
        {doing?.what === 'reverse' && <ReverseCostForm cost={doing.cost} onDone={done} />}
      </FormDrawer>
    </>
  );
}

/** The period that lines are booked in: the days of the address, else its year; undefined of all time. */
function bookedIn({ from, to, year }: MoneySearch) {
  return from === undefined || to === undefined ? periodOf(year) : { from, to: addDays(to, 1) };
}
