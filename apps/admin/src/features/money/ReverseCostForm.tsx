import { useMutation } from '@apollo/client/react';
import { reasonInput } from '@tandem/domain/money-inputs';
import { DomainForm } from '@tandem/ui/DomainForm';
import { LongTextField } from '@tandem/ui/fields';
import { doneNotice } from '@tandem/ui/notices';
import { refusalOf } from '@tandem/ui/refusal';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Cost } from './CorrectCostForm.tsx';
import { CounterEntryDay } from './CorrectionDay.tsx';
import { LEDGER_AFTERWARDS, REVERSE_COST } from './ledger.queries.ts';

interface Props {
  readonly cost: Cost;
  readonly onDone: () => void;
}

/** Takes a line back by its counter-entry, with nothing in its place. */
export function ReverseCostForm({ cost, onDone }: Props) {
  const intl = useIntl();
  const [reverse] = useMutation(REVERSE_COST, LEDGER_AFTERWARDS);
  return (
    <DomainForm
      schema={reasonInput}
      draftKey={`reverse.${cost.id}`}
      defaultValues={{ reason: '' }}
      submitLabel={intl.formatMessage({ id: 'ledger.reverse' })}
      onSubmit={async ({ reason }) => {
        const { data } = await reverse({ variables: { id: cost.id, reason } });
        const refusal = refusalOf(data?.reverseCost);
        if (refusal !== undefined) return refusal;
        doneNotice(intl.formatMessage({ id: 'ledger.reversedNotice' }));
        onDone();
        return undefined;
      }}
    >
      <p>
        <FormattedMessage id="ledger.reverseAbout" />
      </p>
      <CounterEntryDay cost={cost} />
      <LongTextField name="reason" required />
    </DomainForm>
  );
}
