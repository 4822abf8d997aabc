import { AccountsPage } from '@tandem/ui/AccountsPage';
import { useViewer } from '@tandem/ui/viewer';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';

const route = getRouteApi('/organisation');

/** Who signs in for the organisation. */
export function OrganisationPage() {
  const intl = useIntl();
  const { partner } = useViewer();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <AccountsPage
      title={partner?.name ?? ''}
      scope={intl.formatMessage({ id: 'organisation.scope' })}
      search={search}
      onSearch={(patch) =>
        void navigate({ search: (before) => ({ ...before, ...patch }), replace: patch.q !== undefined })
      }
      onReset={() => void navigate({ search: ({ cols }) => ({ cols }) })}
      link={(id, words) => (
        <Link to="/organisation/$id" params={{ id }} data-row-link="">
          {words}
        </Link>
      )}
    />
  );
}
