import { useMutation, useQuery } from '@apollo/client/react';
import { timeEntryInput } from '@tandem/domain/inputs';
import { DomainForm } from '@tandem/ui/DomainForm';
import { DayField, NumberField, SearchField, TextField } from '@tandem/ui/fields';
import { undoNotice } from '@tandem/ui/notices';
import { useViewer } from '@tandem/ui/viewer';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { z } from 'zod';
import { refusalIn, refusalOf } from '@tandem/ui/refusal';
import type { WhoGivesHoursQuery } from '../../gql/graphql.ts';
import { LOG_HOURS, REMOVE_HOURS, WHO_GIVES_HOURS } from './hours.queries.ts';

/** People count their time in hours; the records count minutes. */
const typedHours = timeEntryInput.omit({ minutes: true }).extend({
  hours: z
    .number({ error: 'NUMBER_INVALID' })
    .min(1 / 60, { error: 'REQUIRED' })
    .max(24, { error: 'TOO_LARGE' }),
});
const AFTERWARDS = { refetchQueries: ['Hours', 'Volunteers'] };

interface Props {
  /** Who is chosen at first; empty for nobody. */
  readonly volunteerId: string;
  readonly onLogged: () => void;
}

export function LogHoursForm({ volunteerId, onLogged }: Props) {
  const intl = useIntl();
  const { today } = useViewer();
  const [search, setSearch] = useState('');
  const { data, previousData } = useQuery(WHO_GIVES_HOURS, {
    variables: { search: search || null, chosen: volunteerId === '' ? [] : [volunteerId] },
  });
  const people = peopleOf(data ?? previousData);
  const [logHours] = useMutation(LOG_HOURS, AFTERWARDS);
  const [removeHours] = useMutation(REMOVE_HOURS, AFTERWARDS);
  if (people === undefined) return null;
  return (
    <DomainForm
      schema={typedHours}
      draftKey={`hours.${volunteerId}`}
      defaultValues={{ workedOn: today, activity: '', ...(volunteerId !== '' && { volunteerId }) }}
      submitLabel={intl.formatMessage({ id: 'hours.log' })}
      onSubmit={async ({ hours, ...entry }) => {
        const { data: answer } = await logHours({
          variables: { input: { ...entry, minutes: Math.round(hours * 60) } },
        });
        const done = answer?.logHours;
        if (done?.__typename === 'TimeEntry') {
          undoNotice(intl, intl.formatMessage({ id: 'hours.logged' }), () =>
            refusalIn(removeHours({ variables: { id: done.id, version: done.version } })),
          );
          onLogged();
        }
        return refusalOf(done);
      }}
    >
      <SearchField name="volunteerId" required options={people} onSearch={setSearch} />
      <DayField name="workedOn" required max={today} />
      <NumberField name="hours" required suffix={intl.formatMessage({ id: 'unit.hoursShort' })} />
      <TextField name="activity" required description={intl.formatMessage({ id: 'hours.activityAbout' })} />
    </DomainForm>
  );
}

/** Who can be chosen: those found, and who was chosen at first, once each. */
function peopleOf(data: WhoGivesHoursQuery | undefined) {
  if (data === undefined) return undefined;
  const people = [...data.chosen.edges, ...data.found.edges].flatMap(({ node }) =>
    node.viewerCanLogHours ? [[node.id, { value: node.id, label: node.person.name }] as const] : [],
  );
  return [...new Map(people).values()];
}
