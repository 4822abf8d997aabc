import { Alert, Button } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Pasted } from './pasted.ts';
import { useNotTakenWords } from './use-not-taken-words.ts';
import classes from './Sroi.module.css';

interface Props {
  readonly pasted: Pasted | undefined;
  /** Takes the whole block back; absent where nothing was taken over, or something else was changed since. */
  readonly onUndo: (() => void) | undefined;
  readonly onClose: () => void;
}

/** Which cells of a pasted block were not taken over, one by one: where, what and why. */
export function PastedReport({ pasted, onUndo, onClose }: Props) {
  const intl = useIntl();
  const notTaken = useNotTakenWords();
  if (pasted === undefined || pasted.leftOut.length === 0) return null;
  const { taken, leftOut } = pasted;
  return (
    <Alert
      color="yellow"
      role="alert"
      mb="sm"
      withCloseButton
      closeButtonLabel={intl.formatMessage({ id: 'action.close' })}
      onClose={onClose}
      title={intl.formatMessage({ id: 'sroi.pastedLeftOut' }, { count: leftOut.length, taken })}
    >
      {/* What scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul className={classes.leftOut} tabIndex={0}>
        {leftOut.map(({ outcome, column, text, because }, index) => (
          // A cell has no identity but its place in the block.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            {outcome !== null && column !== null && (
              <strong>
                <FormattedMessage
                  id="sroi.cell"
                  values={{ field: intl.formatMessage({ id: `field.${column}` }), outcome }}
                />
              </strong>
            )}{' '}
            <FormattedMessage id="sroi.pastedCell" values={{ text, why: notTaken(because, column) }} />
          </li>
        ))}
      </ul>
      {onUndo && (
        <Button size="compact-sm" variant="default" onClick={onUndo}>
          <FormattedMessage id="sroi.undoPaste" />
        </Button>
      )}
    </Alert>
  );
}
