import { useMutation } from '@apollo/client/react';
import { grantFields } from '@tandem/domain/money-inputs';
import { DomainForm } from '@tandem/ui/DomainForm';
import { refusalOf } from '@tandem/ui/refusal';
import { useNavigate } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { centsOf, euros } from './euros.ts';
import { CREATE_GRANT, GRANT_AFTERWARDS } from './grant.queries.ts';
import { GrantFields } from './GrantFields.tsx';

export const grantForm = grantFields.omit({ amountCents: true }).extend({ euros });

/** A new grant; what was agreed of it is written on its page. */
export function NewGrantForm() {
  const intl = useIntl();
  const navigate = useNavigate();
  const [create] = useMutation(CREATE_GRANT, GRANT_AFTERWARDS);
  return (
    <DomainForm
      schema={grantForm}
      draftKey="new-grant"
      defaultValues={{
        reference: '',
        kind: 'PUBLIC_SUBSIDY',
        status: 'AWARDED',
        branchId: null,
        purpose: '',
      }}
      submitLabel={intl.formatMessage({ id: 'grant.create' })}
      onSubmit={async ({ euros: amount, ...grant }) => {
        const input = {
          ...grant,
          amountCents: centsOf(amount),
          conditions: [],
          instalments: [],
          deadlines: [],
        };
        const { data } = await create({ variables: { input } });
        const refusal = refusalOf(data?.createGrant);
        if (refusal === undefined && data?.createGrant.__typename === 'Grant')
          await navigate({ to: '/money/grants/$id', params: { id: data.createGrant.id } });
        return refusal;
      }}
    >
      <GrantFields />
    </DomainForm>
  );
}
