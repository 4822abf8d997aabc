import { useMutation } from '@apollo/client/react';
import { costInput } from '@tandem/domain/money-inputs';
import { DomainForm } from '@tandem/ui/DomainForm';
import { TextField } from '@tandem/ui/fields';
import { undoNotice } from '@tandem/ui/notices';
import { refusalIn, refusalOf } from '@tandem/ui/refusal';
import { useViewer } from '@tandem/ui/viewer';
import { useIntl } from 'react-intl';
import { CostFields } from './CostFields.tsx';
import { centsOf, euros } from './euros.ts';
import { BOOK_COST, LEDGER_AFTERWARDS, REVERSE_COST } from './ledger.queries.ts';

const form = costInput.omit({ amountCents: true }).extend({ euros });

/** Books a line that no file of the accounts brings. */
export function BookCostForm({ onDone }: { readonly onDone: () => void }) {
  const intl = useIntl();
  const { today } = useViewer();
  const [book] = useMutation(BOOK_COST, LEDGER_AFTERWARDS);
  const [reverse] = useMutation(REVERSE_COST, LEDGER_AFTERWARDS);
  return (
    <DomainForm
      schema={form}
      draftKey="book-cost"
      defaultValues={{ bookedOn: today, nature: null, grantId: null, reference: '' }}
      submitLabel={intl.formatMessage({ id: 'ledger.book' })}
      onSubmit={async ({ euros: amount, ...line }) => {
        const { data } = await book({ variables: { input: { ...line, amountCents: centsOf(amount) } } });
        const refusal = refusalOf(data?.bookCost);
        if (refusal !== undefined || data?.bookCost.__typename !== 'Cost') return refusal;
        const { id } = data.bookCost;
        const reason = intl.formatMessage({ id: 'ledger.takenBack' });
        undoNotice(intl, intl.formatMessage({ id: 'ledger.booked' }), () =>
          refusalIn(reverse({ variables: { id, reason } })),
        );
        onDone();
        return undefined;
      }}
    >
      <CostFields />
      <TextField name="reference" label={intl.formatMessage({ id: 'ledger.reference' })} />
    </DomainForm>
  );
}
