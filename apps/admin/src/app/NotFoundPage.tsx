import { EmptyState } from '@tandem/ui/EmptyState';
import { Page } from '@tandem/ui/Page';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';

/** For an address that leads nowhere, and a record that is not there or not for this viewer. */
export function NotFoundPage() {
  const intl = useIntl();
  return (
    <Page title={intl.formatMessage({ id: 'notFound.title' })}>
      <EmptyState title={intl.formatMessage({ id: 'notFound.what' })}>
        <Link to="/">
          <FormattedMessage id="nav.today" />
        </Link>
      </EmptyState>
    </Page>
  );
}
