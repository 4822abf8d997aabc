import { ManagedAccountPage } from '@tandem/ui/ManagedAccountPage';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { NotFoundPage } from '../../app/NotFoundPage.tsx';
import { Trail } from '../audit/Trail.tsx';

const route = getRouteApi('/accounts/$id');

/** An account, with what was done to it and what it did. */
export function OneAccountPage() {
  const intl = useIntl();
  const { id } = route.useParams();
  return (
    <ManagedAccountPage
      id={id}
      parent={
        <Link to="/accounts">
          <FormattedMessage id="accounts.title" />
        </Link>
      }
      notFound={<NotFoundPage />}
    >
      <Trail title={intl.formatMessage({ id: 'accounts.acts' })} actor={id} />
      <Trail title={intl.formatMessage({ id: 'accounts.history' })} record={id} />
    </ManagedAccountPage>
  );
}
