import { AccountsPage } from '@tandem/ui/AccountsPage';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';

const route = getRouteApi('/accounts');

/** Who may sign in to Tandem, and as what. */
export function EveryAccountPage() {
  const intl = useIntl();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <AccountsPage
      title={intl.formatMessage({ id: 'accounts.title' })}
      scope={intl.formatMessage({ id: 'accounts.scope' })}
      search={search}
      onSearch={(patch) =>
        void navigate({ search: (before) => ({ ...before, ...patch }), replace: patch.q !== undefined })
      }
      onReset={() => void navigate({ search: ({ cols }) => ({ cols }) })}
      link={(id, words) => (
        <Link to="/accounts/$id" params={{ id }} data-row-link="">
          {words}
        </Link>
      )}
    />
  );
}
