import { useMutation } from '@apollo/client/react';
import { inKindRateInput } from '@tandem/domain/money-inputs';
import { DomainForm } from '@tandem/ui/DomainForm';
import { DayField, LongTextField, NumberField } from '@tandem/ui/fields';
import { doneNotice } from '@tandem/ui/notices';
import { refusalOf } from '@tandem/ui/refusal';
import { useViewer } from '@tandem/ui/viewer';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import { centsOf, euros } from './euros.ts';

const SET_RATE = graphql(`
  mutation SetInKindRate($input: InKindRateInput!) {
    setInKindRate(input: $input) {
      ... on InKindRate {
        id
      }
      ...RefusalFields
    }
  }
`);
const form = inKindRateInput.omit({ centsPerHour: true }).extend({ euros });

/** At how much an hour is valued, from a day on, and from where that is taken. */
export function InKindRateForm({ onDone }: { readonly onDone: () => void }) {
  const intl = useIntl();
  const { today } = useViewer();
  const [set] = useMutation(SET_RATE, { refetchQueries: ['InKind'] });
  const label = (id: string) => ({ label: intl.formatMessage({ id: `inKind.field.${id}` }) });
  return (
    <DomainForm
      schema={form}
      draftKey="in-kind-rate"
      defaultValues={{
        fromDay: `${today.slice(0, 4)}-01-01`,
        sourceYear: Number(today.slice(0, 4)),
        source: '',
      }}
      submitLabel={intl.formatMessage({ id: 'inKind.setRate' })}
      onSubmit={async ({ euros: amount, ...rate }) => {
        const { data } = await set({ variables: { input: { ...rate, centsPerHour: centsOf(amount) } } });
        const refusal = refusalOf(data?.setInKindRate);
        if (refusal !== undefined) return refusal;
        doneNotice(intl.formatMessage({ id: 'inKind.rateSet' }));
        onDone();
        return undefined;
      }}
    >
      <DayField name="fromDay" required />
      <NumberField name="euros" required {...label('rate')} suffix="€" />
      <LongTextField name="source" required {...label('source')} rows={2} />
      <NumberField name="sourceYear" required {...label('sourceYear')} />
    </DomainForm>
  );
}
