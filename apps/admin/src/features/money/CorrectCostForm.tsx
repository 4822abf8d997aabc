import { useMutation } from '@apollo/client/react';
import { costCorrectionInput } from '@tandem/domain/money-inputs';
import { DomainForm } from '@tandem/ui/DomainForm';
import { LongTextField } from '@tandem/ui/fields';
import { useFormat } from '@tandem/ui/format';
import { doneNotice } from '@tandem/ui/notices';
import { refusalOf } from '@tandem/ui/refusal';
import { FormattedMessage, useIntl } from 'react-intl';
import type { CostsQuery } from '../../gql/graphql.ts';
import { CostFields } from './CostFields.tsx';
import { AboutDayField, CounterEntryDay } from './CorrectionDay.tsx';
import { centsOf, euros } from './euros.ts';
import { CORRECT_COST, LEDGER_AFTERWARDS } from './ledger.queries.ts';

export type Cost = CostsQuery['costs']['edges'][number]['node'];
const form = costCorrectionInput.omit({ amountCents: true }).extend({ euros });

interface Props {
  readonly cost: Cost;
  readonly onDone: () => void;
}

/** Puts a line right: its counter-entry and a new line, which both stay to be seen. */
export function CorrectCostForm({ cost, onDone }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const [correct] = useMutation(CORRECT_COST, LEDGER_AFTERWARDS);
  return (
    <DomainForm
      schema={form}
      draftKey={`correct.${cost.id}`}
      defaultValues={{
        bookedOn: cost.documentOn ?? cost.bookedOn,
        category: cost.category,
        branchId: cost.branch.id,
        euros: cost.amount.cents / 100,
        nature: cost.nature,
        grantId: cost.grant?.id ?? null,
        reason: '',
      }}
      submitLabel={intl.formatMessage({ id: 'ledger.correct' })}
      onSubmit={async ({ euros: amount, ...line }) => {
        const input = { ...line, amountCents: centsOf(amount) };
        const { data } = await correct({ variables: { id: cost.id, input } });
        const refusal = refusalOf(data?.correctCost);
        if (refusal !== undefined || data?.correctCost.__typename !== 'Cost') return refusal;
        const day = format.day(data.correctCost.bookedOn);
        doneNotice(intl.formatMessage({ id: 'ledger.correctedNotice' }, { day }));
        onDone();
        return undefined;
      }}
    >
      <p>
        <FormattedMessage id="ledger.correctAbout" />
      </p>
      <CounterEntryDay cost={cost} />
      <CostFields day={<AboutDayField />} />
      <LongTextField name="reason" required />
    </DomainForm>
  );
}
