import { Button } from '@mantine/core';
import { ATTENTIONS, DUO_STATUSES } from '@tandem/domain/vocabulary';
import { EmptyState } from '@tandem/ui/EmptyState';
import { FilterSelect } from '@tandem/ui/FilterSelect';
import { FIRST_PAGE, sortOf } from '@tandem/ui/list-state';
import { Page } from '@tandem/ui/Page';
import { RecordList } from '@tandem/ui/RecordList';
import { useCan } from '@tandem/ui/viewer';
import { useConnection } from '@tandem/ui/use-connection';
import { useWords } from '@tandem/ui/words';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { DuoSortField } from '../../gql/graphql.ts';
import { useBranchOptions, useCoordinatorOptions } from '../people/options.ts';
import { useDuoColumns } from './duo-columns.tsx';
import type { DuosSearch } from './duos.routes.ts';
import { StartDuo } from './StartDuo.tsx';

const DUOS = graphql(`
  query Duos($first: Int, $after: String, $last: Int, $before: String, $filter: DuoFilter, $sort: DuoSort) {
    duos(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort) {
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
          ...DuoRow
        }
      }
    }
  }
`);

const SORTS: readonly DuoSortField[] = [
  'REFERENCE',
  'STARTED_ON',
  'PLANNED_END_ON',
  'CLOSED_ON',
  'MENTEE',
  'MENTOR',
  'BRANCH',
  'LAST_MEETING_ON',
];

const route = getRouteApi('/duos');

export function DuosPage() {
  const intl = useIntl();
  const can = useCan();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const columns = useDuoColumns();
  const [starting, setStarting] = useState(false);
  const sort = sortOf(search, SORTS, { field: 'STARTED_ON', direction: 'DESC' });
  const filter = {
    search: search.q ?? null,
    status: search.status ?? null,
    branch: search.branch ?? null,
    coordinator: search.coordinator ?? null,
    attention: search.attention ?? null,
    grant: search.grant ?? null,
    mine: search.mine ?? null,
  };
  const list = useConnection(DUOS, {
    place: search,
    variables: { filter, sort },
    pick: ({ duos }) => duos,
  });
  const patch = (change: Partial<DuosSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: change.q !== undefined });
  const reset = {
    ...FIRST_PAGE,
    q: undefined,
    status: undefined,
    branch: undefined,
    coordinator: undefined,
    attention: undefined,
    grant: undefined,
    mine: undefined,
  };
  const filtered = Object.values(filter).some((value) => value !== null);
  return (
    <Page
      title={intl.formatMessage({ id: 'duos.title' })}
      scope={<ListScope search={search} />}
      actions={
        can('RUN_DUOS') && (
          <Button onClick={() => setStarting(true)}>
            <FormattedMessage id="duos.start" />
          </Button>
        )
      }
    >
      <RecordList
        caption={intl.formatMessage({ id: 'duos.title' })}
        fileName="duos"
        columns={columns}
        rowKey={({ id }) => id}
        state={search}
        onState={patch}
        sort={sort}
        list={list}
        searchLabel={intl.formatMessage({ id: 'duos.search' })}
        filters={<DuoFilters search={search} onChange={(change) => patch({ ...FIRST_PAGE, ...change })} />}
        onReset={filtered ? () => patch(reset) : undefined}
        empty={
          <EmptyState title={intl.formatMessage({ id: filtered ? 'table.nothingFits' : 'duos.empty' })} />
        }
      />
      <StartDuo opened={starting} onClose={() => setStarting(false)} />
    </Page>
  );
}

/** Which duos are listed, in a sentence, where a link from elsewhere narrowed the list. */
function ListScope({ search: { attention, mine, grant } }: { readonly search: DuosSearch }) {
  if (attention === undefined && mine !== true)
    return <FormattedMessage id={grant === undefined ? 'duos.scope' : 'duos.scope.grant'} />;
  return (
    <>
      {mine === true && (
        <>
          <FormattedMessage id="duos.scope.mine" />{' '}
        </>
      )}
      {attention !== undefined && <FormattedMessage id={`duos.scope.${attention}`} />}
    </>
  );
}

interface FilterProps {
  readonly search: DuosSearch;
  readonly onChange: (change: Partial<DuosSearch>) => void;
}

function DuoFilters({ search, onChange }: FilterProps) {
  const intl = useIntl();
  const { options } = useWords();
  const branches = useBranchOptions();
  const coordinators = useCoordinatorOptions();
  return (
    <>
      <FilterSelect
        label={intl.formatMessage({ id: 'duos.column.status' })}
        options={options('DuoStatus', DUO_STATUSES)}
        value={search.status}
        onChange={(value) => onChange({ status: value })}
      />
      <FilterSelect
        label={intl.formatMessage({ id: 'duos.column.attention' })}
        options={options('Attention', ATTENTIONS)}
        value={search.attention && [search.attention]}
        onChange={(value) => onChange({ attention: value?.at(-1) })}
      />
      <FilterSelect
        label={intl.formatMessage({ id: 'duos.column.coordinator' })}
        options={coordinators}
        value={search.coordinator}
        onChange={(value) => onChange({ coordinator: value })}
      />
      {branches.length > 1 && (
        <FilterSelect
          label={intl.formatMessage({ id: 'duos.column.branch' })}
          options={branches}
          value={search.branch}
          onChange={(value) => onChange({ branch: value })}
        />
      )}
    </>
  );
}
