import { DomainForm } from '@tandem/ui/DomainForm';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { centsOf } from './euros.ts';
import { inputOf, type Grant } from './grant-values.ts';
import { GrantFields } from './GrantFields.tsx';
import { grantForm } from './NewGrantForm.tsx';
import { useGrantActions } from './use-grant-actions.ts';

interface Props {
  readonly grant: Grant;
  readonly onDone: () => void;
}

export function ChangeGrantForm({ grant, onDone }: Props) {
  const intl = useIntl();
  // What was seen when the form was opened is what the change is based on.
  const [seen] = useState(grant);
  const { save, reload } = useGrantActions(seen);
  const { amountCents, ...values } = inputOf(seen);
  return (
    <DomainForm
      schema={grantForm}
      draftKey={`grant.${seen.id}`}
      defaultValues={{ ...values, euros: amountCents / 100 }}
      submitLabel={intl.formatMessage({ id: 'action.save' })}
      onSubmit={async ({ euros: amount, ...own }, over) => {
        const refusal = await save({ ...inputOf(seen), ...own, amountCents: centsOf(amount) }, over);
        if (refusal === undefined) onDone();
        return refusal;
      }}
      onTakeTheirs={async () => {
        await reload();
        onDone();
      }}
    >
      <GrantFields funder={seen.funder} />
    </DomainForm>
  );
}
