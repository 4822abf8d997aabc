import { useMutation } from '@apollo/client/react';
import { eventInput } from '@tandem/domain/inputs';
import { DomainForm } from '@tandem/ui/DomainForm';
import { refusalOf } from '@tandem/ui/refusal';
import { useViewer } from '@tandem/ui/viewer';
import { useNavigate } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { PLAN_EVENT } from './event.queries.ts';
import { EventFields } from './EventFields.tsx';

/** Writes an event down and leads to it, where its list is made. */
export function PlanEventForm() {
  const intl = useIntl();
  const navigate = useNavigate();
  const { today, coordinator } = useViewer();
  const [planEvent] = useMutation(PLAN_EVENT, { refetchQueries: ['Events'] });
  return (
    <DomainForm
      schema={eventInput}
      draftKey="plan-event"
      defaultValues={{ heldOn: today, title: '', ...(coordinator && { branchId: coordinator.branch.id }) }}
      submitLabel={intl.formatMessage({ id: 'events.plan' })}
      onSubmit={async (input) => {
        const { data } = await planEvent({ variables: { input } });
        const done = data?.planEvent;
        if (done?.__typename === 'Event') await navigate({ to: '/events/$id', params: { id: done.id } });
        return refusalOf(done);
      }}
    >
      <EventFields />
    </DomainForm>
  );
}
