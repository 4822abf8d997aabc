import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { ENGAGEMENTS, VOLUNTEER_STATUSES } from '@tandem/domain/vocabulary';
import { EmptyState } from '@tandem/ui/EmptyState';
import { FilterSelect } from '@tandem/ui/FilterSelect';
import { FIRST_PAGE, sortOf } from '@tandem/ui/list-state';
import { failedNotice, undoNotice } from '@tandem/ui/notices';
import { Page } from '@tandem/ui/Page';
import { RecordList } from '@tandem/ui/RecordList';
import { useCan, useViewer } from '@tandem/ui/viewer';
import { useConnection } from '@tandem/ui/use-connection';
import { useWords } from '@tandem/ui/words';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { refusalIn, refusalOf, refusalWords } from '@tandem/ui/refusal';
import type { VolunteerSortField } from '../../gql/graphql.ts';
import { useVolunteerColumns, type Volunteer } from './columns.tsx';
import { REINSTATE, VOLUNTEERS, WITHDRAW } from './people.queries.ts';
import type { PeopleSearch } from './people.routes.ts';

const SORTS: readonly VolunteerSortField[] = ['NAME', 'REGISTERED_ON'];
const AFTERWARDS = { refetchQueries: ['Volunteers'] };
const route = getRouteApi('/people');

/** The people whom a company registered: where each stands and which hours each gave. */
export function PeoplePage() {
  const intl = useIntl();
  const can = useCan();
  const { partner } = useViewer();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const goTo = useNavigate();
  const columns = useVolunteerColumns(useWithdrawal());
  const sort = sortOf(search, SORTS, { field: 'NAME', direction: 'ASC' });
  const filter = {
    search: search.q ?? null,
    status: search.status ?? null,
    engagement: search.engagement ?? null,
  };
  const list = useConnection(VOLUNTEERS, {
    place: search,
    variables: { filter, sort },
    pick: ({ volunteers }) => volunteers,
  });
  const patch = (change: Partial<PeopleSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: change.q !== undefined });
  const filtered = Object.values(filter).some((value) => value !== null);
  const register = (
    <Button onClick={() => void goTo({ to: '/people/register' })}>
      <FormattedMessage id="people.register" />
    </Button>
  );
  return (
    <Page
      title={intl.formatMessage({ id: 'people.title' })}
      scope={<FormattedMessage id="people.scope" values={{ partner: partner?.name }} />}
      actions={can('REGISTER_VOLUNTEERS') && register}
    >
      <RecordList
        caption={intl.formatMessage({ id: 'people.title' })}
        fileName="people"
        columns={columns}
        rowKey={({ id }) => id}
        state={search}
        onState={patch}
        sort={sort}
        list={list}
        searchLabel={intl.formatMessage({ id: 'people.search' })}
        filters={<Filters search={search} onChange={(change) => patch({ ...FIRST_PAGE, ...change })} />}
        onReset={filtered ? () => void navigate({ search: {} }) : undefined}
        empty={
          <EmptyState title={intl.formatMessage({ id: filtered ? 'table.nothingFits' : 'people.empty' })}>
            {!filtered && can('REGISTER_VOLUNTEERS') && register}
          </EmptyState>
        }
      />
    </Page>
  );
}

interface FilterProps {
  readonly search: PeopleSearch;
  readonly onChange: (change: Partial<PeopleSearch>) => void;
}

function Filters({ search, onChange }: FilterProps) {
  const intl = useIntl();
  const { options } = useWords();
  return (
    <>
      <FilterSelect
        label={intl.formatMessage({ id: 'people.column.engagement' })}
        options={options('Engagement', ENGAGEMENTS)}
        value={search.engagement}
        onChange={(value) => onChange({ engagement: value })}
      />
      <FilterSelect
        label={intl.formatMessage({ id: 'people.column.status' })}
        options={options('VolunteerStatus', VOLUNTEER_STATUSES)}
        value={search.status}
        onChange={(value) => onChange({ status: value })}
      />
    </>
  );
}

/** Takes somebody off the list, with a way back. */
function useWithdrawal() {
  const intl = useIntl();
  const [withdraw] = useMutation(WITHDRAW, AFTERWARDS);
  const [reinstate] = useMutation(REINSTATE, AFTERWARDS);
  return async ({ id, version, person }: Volunteer): Promise<void> => {
    const { data } = await withdraw({ variables: { id, version } });
    const done = data?.withdrawVolunteer;
    if (done?.__typename === 'Volunteer') {
      const message = intl.formatMessage({ id: 'people.withdrawn' }, { name: person.name });
      undoNotice(intl, message, () =>
        refusalIn(reinstate({ variables: { id: done.id, version: done.version } })),
      );
      return;
    }
    const refusal = refusalOf(done);
    failedNotice(intl, refusal && refusalWords(intl, refusal));
  };
}
