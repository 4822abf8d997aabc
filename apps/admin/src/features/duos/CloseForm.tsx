import { closeDuoInput, type CloseDuoInput } from '@tandem/domain/inputs';
import type { Refusal } from '@tandem/domain/refusal';
import { CLOSURE_REASONS } from '@tandem/domain/vocabulary';
import { DomainForm } from '@tandem/ui/DomainForm';
import { DayField, FewField } from '@tandem/ui/fields';
import { useViewer } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';

interface Props {
  readonly duo: { readonly id: string; readonly startedOn: string };
  readonly onSave: (input: CloseDuoInput) => Promise<Refusal | undefined>;
}

export function CloseForm({ duo, onSave }: Props) {
  const intl = useIntl();
  const { options } = useWords();
  const { today } = useViewer();
  return (
    <DomainForm
      schema={closeDuoInput}
      draftKey={`close.${duo.id}`}
      defaultValues={{ closedOn: today }}
      submitLabel={intl.formatMessage({ id: 'duo.close' })}
      onSubmit={onSave}
    >
      <DayField name="closedOn" required min={duo.startedOn} max={today} />
      <FewField name="closureReason" required options={options('ClosureReason', CLOSURE_REASONS)} />
    </DomainForm>
  );
}
