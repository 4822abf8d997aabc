import { Button, CopyButton } from '@mantine/core';
import { FormattedMessage } from 'react-intl';

/** Copies a text, and says that it did. */
export function CopyAction({ value }: { readonly value: string }) {
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Button size="compact-sm" variant="default" onClick={copy}>
          <FormattedMessage id={copied ? 'action.copied' : 'action.copy'} />
        </Button>
      )}
    </CopyButton>
  );
}
