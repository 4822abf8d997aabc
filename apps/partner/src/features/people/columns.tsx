import { Button, Group } from '@mantine/core';
import type { Column } from '@tandem/ui/column';
import { useFormat } from '@tandem/ui/format';
import { Status, type Tone } from '@tandem/ui/Status';
import { useWords } from '@tandem/ui/words';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { VolunteersQuery } from '../../gql/graphql.ts';

export type Volunteer = VolunteersQuery['volunteers']['edges'][number]['node'];
const TONES: Readonly<Record<Volunteer['status'], Tone>> = {
  REGISTERED: 'info',
  ACTIVE: 'good',
  WITHDRAWN: 'neutral',
};

/** The one table of a company's people: status, hours planned, logged, approved. */
export function useVolunteerColumns(
  withdraw: (volunteer: Volunteer) => Promise<void>,
): readonly Column<Volunteer>[] {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const header = (id: string) => intl.formatMessage({ id: `people.column.${id}` });
  return [
    {
      id: 'name',
      header: header('name'),
      sort: 'NAME',
      fixed: true,
      cell: ({ person }) => person.name,
      text: ({ person }) => person.name,
    },
    {
      id: 'engagement',
      header: header('engagement'),
      cell: ({ engagement }) => word('Engagement', engagement),
      text: ({ engagement }) => word('Engagement', engagement),
    },
    {
      id: 'status',
      header: header('status'),
      cell: ({ status }) => <Status tone={TONES[status]}>{word('VolunteerStatus', status)}</Status>,
      text: ({ status }) => word('VolunteerStatus', status),
    },
    {
      id: 'branch',
      header: header('branch'),
      cell: ({ branch }) => branch.name,
      text: ({ branch }) => branch.name,
    },
    {
      id: 'planned',
      header: header('planned'),
      align: 'right',
      cell: ({ plannedHours }) => (plannedHours == null ? '–' : format.hours(plannedHours * 60)),
      text: ({ plannedHours }) => plannedHours ?? null,
    },
    {
      id: 'submitted',
      header: header('submitted'),
      align: 'right',
      cell: ({ submittedMinutes }) => format.hours(submittedMinutes),
      text: ({ submittedMinutes }) => submittedMinutes / 60,
    },
    {
      id: 'approved',
      header: header('approved'),
      align: 'right',
      cell: ({ approvedMinutes }) => format.hours(approvedMinutes),
      text: ({ approvedMinutes }) => approvedMinutes / 60,
    },
    {
      id: 'email',
      header: header('email'),
      hidden: true,
      cell: ({ person }) => person.email,
      text: ({ person }) => person.email ?? null,
    },
    {
      id: 'actions',
      header: header('actions'),
      fixed: true,
      cell: (volunteer) => (
        <Group gap="xs" wrap="nowrap">
          {volunteer.viewerCanLogHours && (
            <Link to="/hours" search={{ log: volunteer.id }}>
              <FormattedMessage id="hours.log" />
            </Link>
          )}
          {volunteer.viewerCanWithdraw && (
            <Button
              size="compact-xs"
              fw={500}
              variant="subtle"
              color="gray"
              onClick={() => void withdraw(volunteer)}
              aria-label={intl.formatMessage({ id: 'people.withdrawNamed' }, { name: volunteer.person.name })}
            >
              <FormattedMessage id="people.withdraw" />
            </Button>
          )}
        </Group>
      ),
      text: () => null,
    },
  ];
}
