import { Alert, Anchor } from '@mantine/core';
import { refusalWords, type RefusalSeen } from '@tandem/ui/refusal';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Row, Version } from './sroi.queries.ts';

interface Props {
  readonly refused: RefusalSeen | undefined;
  readonly version: Version;
  readonly onOpen: (row: Row) => void;
}

/** Why something was refused, with the row that it is about to be opened. */
export function VersionRefusal({ refused, version, onOpen }: Props) {
  const intl = useIntl();
  if (refused === undefined) return null;
  const row = version.rows[Number(/^rows\.(\d+)\./.exec(refused.field ?? '')?.[1])];
  return (
    <Alert color="red" role="alert" mb="md">
      {refusalWords(intl, refused)}{' '}
      {row !== undefined && (
        <Anchor component="button" type="button" onClick={() => onOpen(row)}>
          <FormattedMessage id="sroi.openRow" values={{ outcome: row.outcome }} />
        </Anchor>
      )}
    </Alert>
  );
}
