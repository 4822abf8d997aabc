import { useMutation } from '@apollo/client/react';
import { reasonInput } from '@tandem/domain/money-inputs';
import { DomainForm } from '@tandem/ui/DomainForm';
import { LongTextField } from '@tandem/ui/fields';
import { useFormat } from '@tandem/ui/format';
import { doneNotice } from '@tandem/ui/notices';
import { refusalOf } from '@tandem/ui/refusal';
import { FormattedMessage, useIntl } from 'react-intl';
import { LEDGER_AFTERWARDS, REOPEN_MONTH } from './ledger.queries.ts';

interface Props {
  readonly month: string;
  readonly version: number;
  readonly onDone: () => void;
}

/** Opens a month again, and all after it: who reads the books is told why. */
export function ReopenForm({ month, version, onDone }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const [reopen] = useMutation(REOPEN_MONTH, LEDGER_AFTERWARDS);
  const words = { month: format.day(month, 'month') };
  return (
    <DomainForm
      schema={reasonInput}
      draftKey={`reopen.${month}`}
      defaultValues={{ reason: '' }}
      submitLabel={intl.formatMessage({ id: 'ledger.reopen' })}
      onSubmit={async ({ reason }) => {
        const { data } = await reopen({ variables: { month, version, reason } });
        const refusal = refusalOf(data?.reopenMonth);
        if (refusal !== undefined) return refusal;
        doneNotice(intl.formatMessage({ id: 'ledger.reopenedNotice' }, words));
        onDone();
        return undefined;
      }}
    >
      <p>
        <FormattedMessage id="ledger.reopenAbout" values={words} />
      </p>
      <LongTextField name="reason" required />
    </DomainForm>
  );
}
