import { reasonInput } from '@tandem/domain/privacy-inputs';
import { DomainForm } from '@tandem/ui/DomainForm';
import { LongTextField } from '@tandem/ui/fields';
import { useIntl } from 'react-intl';
import { usePlaceHold } from './use-holds.ts';

interface Props {
  readonly personId: string;
  readonly onDone: () => void;
}

/** While a hold stands, neither retention nor anybody erases the person. */
export function HoldForm({ personId, onDone }: Props) {
  const intl = useIntl();
  const place = usePlaceHold(personId);
  return (
    <DomainForm
      schema={reasonInput}
      draftKey={`hold.${personId}`}
      defaultValues={{ reason: '' }}
      submitLabel={intl.formatMessage({ id: 'privacy.placeHold' })}
      onSubmit={async ({ reason }) => {
        const refusal = await place(reason);
        if (refusal === undefined) onDone();
        return refusal;
      }}
    >
      <LongTextField name="reason" required description={intl.formatMessage({ id: 'privacy.reasonAbout' })} />
    </DomainForm>
  );
}
