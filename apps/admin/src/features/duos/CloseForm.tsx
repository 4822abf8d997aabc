import { closeDuoInput, type CloseDuoInput } from '@tandem/domain/inputs';
import type { Refusal } from '@tandem/domain/refusal';
import { CLOSURE_REASONS } from '@tandem/domain/vocabulary';
import { DomainForm } from '@tandem/ui/DomainForm';
import { DayField, FewField } from '@tandem/ui/fields';
import { useViewer } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { useState } from 'react';
import { useIntl } from 'react-intl';

interface Props {
  readonly duo: { readonly id: string; readonly startedOn: string; readonly version: number };
  /** Closes the duo as it was when the form was opened. */
  readonly onTakeTheirs: () => Promise<void>;
  readonly onSave: (version: number, input: CloseDuoInput) => Promise<Refusal | undefined>;
}

export function CloseForm({ duo, onTakeTheirs, onSave }: Props) {
  const intl = useIntl();
  const { options } = useWords();
  const { today } = useViewer();
  const [seen] = useState(duo.version);
  return (
    <DomainForm
      schema={closeDuoInput}
      draftKey={`close.${duo.id}`}
      defaultValues={{ closedOn: today }}
      submitLabel={intl.formatMessage({ id: 'duo.close' })}
      onSubmit={(input, over = seen) => onSave(over, input)}
      onTakeTheirs={onTakeTheirs}
    >
      <DayField name="closedOn" required min={duo.startedOn} max={today} />
      <FewField name="closureReason" required options={options('ClosureReason', CLOSURE_REASONS)} />
    </DomainForm>
  );
}
