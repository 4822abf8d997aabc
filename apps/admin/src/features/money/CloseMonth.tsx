import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Stack } from '@mantine/core';
import { ErrorState } from '@tandem/ui/ErrorState';
import { useFormat } from '@tandem/ui/format';
import { failedNotice, undoNotice, doneNotice } from '@tandem/ui/notices';
import { refusalOf, refusalWords } from '@tandem/ui/refusal';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { CLOSE_MONTH, CLOSING, LEDGER_AFTERWARDS, REOPEN_MONTH } from './ledger.queries.ts';

interface Props {
  readonly month: string;
  readonly onDone: () => void;
}

/** Says what closing a month closes, with all before it, and how it is opened again; then closes it. */
export function CloseMonth({ month, onDone }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const [busy, setBusy] = useState(false);
  const [close] = useMutation(CLOSE_MONTH, LEDGER_AFTERWARDS);
  const [reopen] = useMutation(REOPEN_MONTH, LEDGER_AFTERWARDS);
  // Read anew each time: lines may have come since.
  const { data, error, refetch } = useQuery(CLOSING, {
    variables: { month },
    fetchPolicy: 'network-only',
  });
  if (error !== undefined && data === undefined) return <ErrorState error={error} retry={refetch} />;
  if (data === undefined) return null;
  const { closedBefore, version, closing } = data.ledger;
  const name = format.day(month, 'month');
  const submit = async () => {
    setBusy(true);
    const answer = await close({ variables: { month, version } }).finally(() => setBusy(false));
    const closed = answer.data?.closeMonth;
    const refusal = refusalOf(closed);
    if (refusal !== undefined || closed?.__typename !== 'Ledger') {
      failedNotice(intl, refusal && refusalWords(intl, refusal));
      return;
    }
    const done = intl.formatMessage({ id: 'ledger.closedNotice' }, { month: name });
    // Where no month was closed before, there is no day to open the books at again.
    if (closedBefore == null) doneNotice(done);
    else
      undoNotice(intl, done, async () => {
        const { data: opened } = await reopen({
          variables: {
            month: closedBefore,
            version: closed.version,
            reason: intl.formatMessage({ id: 'ledger.closedByMistake' }),
          },
        });
        return refusalOf(opened?.reopenMonth);
      });
    onDone();
  };
  return (
    <Stack align="start">
      <p>
        <FormattedMessage
          id="ledger.closeAbout"
          values={{
            month: name,
            months: closing.months,
            lines: closing.lines,
            total: format.money(closing.total.cents, { exact: true }),
          }}
        />
      </p>
      <p>
        <FormattedMessage id="ledger.closeAfterwards" />
      </p>
      <Button loading={busy} onClick={() => void submit()}>
        <FormattedMessage id="ledger.closeOf" values={{ month: name }} />
      </Button>
    </Stack>
  );
}
