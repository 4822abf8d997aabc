import { Alert } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Ambiguous } from './grid.ts';

interface Props {
  readonly ambiguous: readonly Ambiguous[];
  readonly onClose: () => void;
}

const MOST = 5;

/** Which pasted numbers were not taken over, since each can be read as two. */
export function PastedTwoWays({ ambiguous, onClose }: Props) {
  const intl = useIntl();
  if (ambiguous.length === 0) return null;
  return (
    <Alert
      color="yellow"
      role="alert"
      mb="sm"
      withCloseButton
      closeButtonLabel={intl.formatMessage({ id: 'action.close' })}
      onClose={onClose}
      title={intl.formatMessage({ id: 'sroi.pastedTwoWays' }, { count: ambiguous.length })}
    >
      <FormattedMessage
        id="sroi.pastedTwoWaysWhich"
        values={{
          readings: intl.formatList(
            ambiguous.slice(0, MOST).map(({ text, grouped, decimal }) =>
              intl.formatMessage(
                { id: 'sroi.pastedReadings' },
                {
                  text,
                  grouped: intl.formatNumber(grouped),
                  decimal: intl.formatNumber(decimal, { maximumFractionDigits: 6 }),
                },
              ),
            ),
          ),
          more: ambiguous.length > MOST ? 'yes' : 'no',
        }}
      />
    </Alert>
  );
}
