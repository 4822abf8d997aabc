import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { TIME_ENTRY_STATUSES } from '@tandem/domain/vocabulary';
import type { Column } from '@tandem/ui/column';
import { EmptyState } from '@tandem/ui/EmptyState';
import { FilterSelect } from '@tandem/ui/FilterSelect';
import { useFormat } from '@tandem/ui/format';
import { FormDrawer } from '@tandem/ui/FormDrawer';
import { FIRST_PAGE } from '@tandem/ui/list-state';
import { failedNotice, undoNotice } from '@tandem/ui/notices';
import { Page } from '@tandem/ui/Page';
import { refusalIn, refusalOf, refusalWords } from '@tandem/ui/refusal';
import { RecordList } from '@tandem/ui/RecordList';
import { Status, type Tone } from '@tandem/ui/Status';
import { useCan } from '@tandem/ui/viewer';
import { useConnection } from '@tandem/ui/use-connection';
import { useWords } from '@tandem/ui/words';
import { getRouteApi } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { HoursQuery } from '../../gql/graphql.ts';
import { HOURS, REMOVE_HOURS, RESTORE_HOURS } from './hours.queries.ts';
import type { HoursSearch } from './hours.routes.ts';
import { LogHoursForm } from './LogHoursForm.tsx';

type Entry = HoursQuery['timeEntries']['edges'][number]['node'];
const TONES: Readonly<Record<Entry['status'], Tone>> = {
  SUBMITTED: 'warn',
  APPROVED: 'good',
  REJECTED: 'bad',
};
const AFTERWARDS = { refetchQueries: ['Hours'] };
const route = getRouteApi('/hours');

/** The hours that a company's people gave, and what staff decided on them. */
export function HoursPage() {
  const intl = useIntl();
  const can = useCan();
  const { options } = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const columns = useColumns();
  const filter = { status: search.status ?? null };
  const list = useConnection(HOURS, {
    place: search,
    variables: { filter },
    pick: ({ timeEntries }) => timeEntries,
  });
  const patch = (change: Partial<HoursSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change }) });
  return (
    <Page
      title={intl.formatMessage({ id: 'hours.title' })}
      scope={<FormattedMessage id="hours.scope" />}
      actions={
        can('LOG_HOURS') && (
          <Button onClick={() => patch({ log: '' })}>
            <FormattedMessage id="hours.log" />
          </Button>
        )
      }
    >
      <RecordList
        caption={intl.formatMessage({ id: 'hours.title' })}
        fileName="hours"
        columns={columns}
        rowKey={({ id }) => id}
        state={search}
        onState={patch}
        list={list}
        filters={
          <FilterSelect
            label={intl.formatMessage({ id: 'hours.column.status' })}
            options={options('TimeEntryStatus', TIME_ENTRY_STATUSES)}
            value={search.status}
            onChange={(value) =>
              patch({
                ...FIRST_PAGE,
                status: value,
              })
            }
          />
        }
        onReset={search.status ? () => void navigate({ search: {} }) : undefined}
        empty={<EmptyState title={intl.formatMessage({ id: 'hours.empty' })} />}
      />
      <FormDrawer
        title={intl.formatMessage({ id: 'hours.log' })}
        opened={search.log !== undefined}
        onClose={() => patch({ log: undefined })}
      >
        <LogHoursForm volunteerId={search.log ?? ''} onLogged={() => patch({ log: undefined })} />
      </FormDrawer>
    </Page>
  );
}

function useColumns(): readonly Column<Entry>[] {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const [remove] = useMutation(REMOVE_HOURS, AFTERWARDS);
  const [restore] = useMutation(RESTORE_HOURS, AFTERWARDS);
  const takeOut = async ({ id, version }: Entry) => {
    const { data } = await remove({ variables: { id, version } });
    const done = data?.removeHours;
    const refusal = refusalOf(done);
    if (done?.__typename === 'TimeEntry')
      undoNotice(intl, intl.formatMessage({ id: 'hours.removed' }), () =>
        refusalIn(restore({ variables: { id, version: done.version } })),
      );
    else failedNotice(intl, refusal && refusalWords(intl, refusal));
  };
  const header = (id: string) => intl.formatMessage({ id: `hours.column.${id}` });
  return [
    {
      id: 'person',
      header: header('person'),
      fixed: true,
      cell: ({ volunteer }) => volunteer.person.name,
      text: ({ volunteer }) => volunteer.person.name,
    },
    {
      id: 'workedOn',
      header: header('workedOn'),
      cell: ({ workedOn }) => format.day(workedOn),
      text: ({ workedOn }) => workedOn,
    },
    {
      id: 'hours',
      header: header('hours'),
      align: 'right',
      cell: ({ minutes }) => format.hours(minutes),
      text: ({ minutes }) => minutes / 60,
    },
    {
      id: 'activity',
      header: header('activity'),
      wrap: true,
      cell: ({ activity }) => activity,
      text: ({ activity }) => activity,
    },
    {
      id: 'status',
      header: header('status'),
      cell: ({ status, rejectionReason }) => (
        <>
          <Status tone={TONES[status]}>{word('TimeEntryStatus', status)}</Status>
          {rejectionReason != null && <small> {rejectionReason}</small>}
        </>
      ),
      text: ({ status }) => word('TimeEntryStatus', status),
    },
    {
      id: 'actions',
      header: header('actions'),
      fixed: true,
      cell: (entry) =>
        entry.viewerCanRemove && (
          <Button
            size="compact-xs"
            fw={500}
            variant="subtle"
            color="gray"
            onClick={() => void takeOut(entry)}
            aria-label={intl.formatMessage(
              { id: 'hours.removeNamed' },
              { name: entry.volunteer.person.name, day: format.day(entry.workedOn) },
            )}
          >
            <FormattedMessage id="hours.remove" />
          </Button>
        ),
      text: () => null,
    },
  ];
}
