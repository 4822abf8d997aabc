import { USUAL_AUDIENCE } from '@tandem/domain/event';
import type { EventInput } from '@tandem/domain/inputs';
import { EVENT_AUDIENCES, EVENT_KINDS } from '@tandem/domain/vocabulary';
import { ChoiceField, DayField, FewField, TextField } from '@tandem/ui/fields';
import { useWords } from '@tandem/ui/words';
import { useEffect } from 'react';
import { useFormContext } from 'react-hook-form';
import { useIntl } from 'react-intl';
import { useBranchOptions } from '../people/options.ts';

/** The fields of an event, within a DomainForm. */
export function EventFields() {
  const intl = useIntl();
  useUsualAudience();
  const { options } = useWords();
  const branches = useBranchOptions();
  return (
    <>
      <FewField name="kind" required options={options('EventKind', EVENT_KINDS)} />
      <TextField name="title" description={intl.formatMessage({ id: 'events.titleAbout' })} required />
      <DayField name="heldOn" required />
      <ChoiceField
        name="branchId"
        required
        options={branches}
        empty={intl.formatMessage({ id: 'form.choose' })}
      />
      <FewField name="audience" required options={options('EventAudience', EVENT_AUDIENCES)} />
    </>
  );
}

/** Another kind of event is usually for others: what is chosen for whom follows the kind, and can be changed. */
function useUsualAudience(): void {
  const { subscribe, setValue } = useFormContext<EventInput>();
  useEffect(
    () =>
      subscribe({
        name: 'kind',
        formState: { values: true },
        callback: ({ name, values: { kind } }) => {
          if (name === 'kind') setValue('audience', USUAL_AUDIENCE[kind], { shouldValidate: true });
        },
      }),
    [subscribe, setValue],
  );
}
