import { Alert, Checkbox } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';

interface Props {
  readonly names: readonly string[];
  /** The branches that are there. */
  readonly there: readonly string[];
  readonly agreed: boolean;
  readonly onAgreed: (agreed: boolean) => void;
}

/** Warns of branches that would come into being, which cannot be undone, and asks whether they are meant. */
export function NewBranches({ names, there, agreed, onAgreed }: Props) {
  const intl = useIntl();
  const count = names.length;
  return (
    <Alert
      color="yellow"
      role="note"
      mb="sm"
      title={
        <FormattedMessage id="imports.newBranches.title" values={{ count, names: intl.formatList(names) }} />
      }
    >
      <FormattedMessage
        id="imports.newBranches.there"
        values={{ count, thereCount: there.length, there: intl.formatList(there) }}
      />
      <Checkbox
        mt="sm"
        label={intl.formatMessage({ id: 'imports.newBranches.agree' }, { count })}
        checked={agreed}
        onChange={(event) => onAgreed(event.currentTarget.checked)}
      />
    </Alert>
  );
}
