import { eventInput } from '@tandem/domain/inputs';
import { DomainForm } from '@tandem/ui/DomainForm';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { Event } from './event.queries.ts';
import { EventFields } from './EventFields.tsx';
import { inputOf, useEventActions } from './use-event-actions.ts';

interface Props {
  readonly event: Event;
  readonly onDone: () => void;
}

export function ChangeEventForm({ event, onDone }: Props) {
  const intl = useIntl();
  // What was seen when the form was opened is what the change is based on.
  const [seen] = useState(event);
  const { change, reload } = useEventActions(seen);
  return (
    <DomainForm
      schema={eventInput}
      draftKey={`event.${seen.id}`}
      defaultValues={inputOf(seen)}
      submitLabel={intl.formatMessage({ id: 'action.save' })}
      onSubmit={async (input, over) => {
        const refusal = await change(input, over);
        if (refusal === undefined) onDone();
        return refusal;
      }}
      onTakeTheirs={async () => {
        await reload();
        onDone();
      }}
    >
      <EventFields />
    </DomainForm>
  );
}
