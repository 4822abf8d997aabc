import { meetingInput, type MeetingInput } from '@tandem/domain/inputs';
import type { Refusal } from '@tandem/domain/refusal';
import { MEETING_MODES } from '@tandem/domain/vocabulary';
import { DomainForm } from '@tandem/ui/DomainForm';
import { DayField, FewField, LongTextField, NumberField } from '@tandem/ui/fields';
import { useViewer } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';

interface Props {
  readonly duo: { readonly id: string; readonly startedOn: string };
  /** The meeting that is changed; absent for a new one. */
  readonly meeting?: ({ readonly id: string } & MeetingInput) | undefined;
  readonly onSave: (input: MeetingInput, over?: number) => Promise<Refusal | undefined>;
  readonly onTakeTheirs?: () => Promise<void>;
}

/** How long a meeting is unless it is said otherwise. */
const USUAL_MINUTES = 90;

/** Logs a meeting: on a phone it is one thumb's work, since day, length and place are filled in. */
export function MeetingForm({ duo, meeting, onSave, onTakeTheirs }: Props) {
  const intl = useIntl();
  const { options } = useWords();
  const { today } = useViewer();
  return (
    <DomainForm
      schema={meetingInput}
      draftKey={`meeting.${meeting?.id ?? duo.id}`}
      defaultValues={
        meeting === undefined
          ? { heldOn: today, minutes: USUAL_MINUTES, mode: 'IN_PERSON', note: '' }
          : { heldOn: meeting.heldOn, minutes: meeting.minutes, mode: meeting.mode, note: meeting.note }
      }
      submitLabel={intl.formatMessage({ id: meeting === undefined ? 'duo.logMeeting' : 'action.save' })}
      onSubmit={onSave}
      {...(onTakeTheirs && { onTakeTheirs })}
    >
      <DayField name="heldOn" required min={duo.startedOn} max={today} />
      <NumberField name="minutes" required suffix={intl.formatMessage({ id: 'unit.minutesShort' })} />
      <FewField name="mode" required options={options('MeetingMode', MEETING_MODES)} />
      <LongTextField name="note" description={intl.formatMessage({ id: 'duo.noteFor' })} rows={5} />
    </DomainForm>
  );
}
