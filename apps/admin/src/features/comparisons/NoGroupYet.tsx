import { Button } from '@mantine/core';
import { EmptyState } from '@tandem/ui/EmptyState';
import { useCan } from '@tandem/ui/viewer';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';

/** There is no comparison group: how one comes in. */
export function NoGroupYet() {
  const intl = useIntl();
  const can = useCan();
  return (
    <EmptyState title={intl.formatMessage({ id: 'outside.noGroup' })}>
      <p>
        <FormattedMessage id="outside.howTo" />
      </p>
      {can('IMPORT') ? (
        <Button component={Link} to="/imports">
          <FormattedMessage id="outside.toImports" />
        </Button>
      ) : (
        <p>
          <FormattedMessage id="outside.askImport" />
        </p>
      )}
    </EmptyState>
  );
}
