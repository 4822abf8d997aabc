import { rejectionInput } from '@tandem/domain/inputs';
import type { Refusal } from '@tandem/domain/refusal';
import { DomainForm } from '@tandem/ui/DomainForm';
import { LongTextField } from '@tandem/ui/fields';
import { FormDrawer } from '@tandem/ui/FormDrawer';
import { useIntl } from 'react-intl';

interface Props {
  readonly opened: boolean;
  readonly count: number;
  readonly onClose: () => void;
  readonly onReject: (reason: string) => Promise<Refusal | undefined>;
}

/** Hours are rejected with a reason that the company reads. */
export function RejectHours({ opened, count, onClose, onReject }: Props) {
  const intl = useIntl();
  return (
    <FormDrawer title={intl.formatMessage({ id: 'hours.reject' })} opened={opened} onClose={onClose}>
      <DomainForm
        schema={rejectionInput}
        draftKey="reject-hours"
        defaultValues={{ reason: '' }}
        submitLabel={intl.formatMessage({ id: 'hours.rejectCount' }, { count })}
        onSubmit={async ({ reason }) => {
          const refusal = await onReject(reason);
          if (refusal === undefined) onClose();
          return refusal;
        }}
      >
        <LongTextField name="reason" required description={intl.formatMessage({ id: 'hours.reasonAbout' })} />
      </DomainForm>
    </FormDrawer>
  );
}
