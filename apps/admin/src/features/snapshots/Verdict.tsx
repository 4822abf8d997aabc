import { Alert } from '@mantine/core';
import { FormattedMessage } from 'react-intl';
import type { SnapshotCheckQuery } from '../../gql/graphql.ts';

export type Check = NonNullable<SnapshotCheckQuery['snapshotCheck']>;

/** What holding a snapshot against today's data gives, in a sentence. */
export function Verdict({ check }: { readonly check: Check | undefined }) {
  if (check === undefined)
    return (
      <p aria-busy>
        <FormattedMessage id="snapshots.checking" />
      </p>
    );
  const other = check.figures.filter(({ same }) => !same).length;
  const verdict = check.sealHolds ? (other === 0 ? 'same' : 'other') : 'broken';
  return (
    <Alert
      color={verdict === 'same' ? 'green' : verdict === 'other' ? 'yellow' : 'red'}
      mb="lg"
      role="status"
    >
      <FormattedMessage
        id={`snapshots.verdict.${verdict}`}
        values={{ count: check.figures.length, other, same: String(check.sameData) }}
      />
    </Alert>
  );
}
