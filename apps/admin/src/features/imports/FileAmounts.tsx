import { useFormat } from '@tandem/ui/format';
import { FormattedMessage } from 'react-intl';
import type { FileReport } from './import-request.ts';

/** What the rows of a file come to, to the cent, to be held against the accounts before they are taken in. */
export function FileAmounts({ accepted, added, corrected }: Readonly<NonNullable<FileReport['amounts']>>) {
  const format = useFormat();
  const exact = (cents: number) => format.money(cents, { exact: true });
  return (
    <p className="t-figures">
      <FormattedMessage id="imports.amounts.accepted" values={{ amount: exact(accepted) }} />{' '}
      {added.rows > 0 && (
        <FormattedMessage
          id="imports.amounts.added"
          values={{ rows: added.rows, amount: exact(added.cents) }}
        />
      )}{' '}
      {corrected.rows > 0 && (
        <FormattedMessage
          id="imports.amounts.corrected"
          values={{
            rows: corrected.rows,
            former: exact(corrected.formerCents),
            amount: exact(corrected.cents),
            difference: exact(corrected.cents - corrected.formerCents),
          }}
        />
      )}
    </p>
  );
}
