import { DefinitionLinks } from '@tandem/ui/DefinitionLink';
import { PortalShell } from '@tandem/ui/PortalShell';
import { useCan } from '@tandem/ui/viewer';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { PAGES } from './navigation.ts';

export function AdminShell() {
  const intl = useIntl();
  const can = useCan();
  const navigate = useNavigate();
  const pages = PAGES.filter(({ needs }) => needs.some(can));
  return (
    <PortalShell
      portal="admin"
      links={pages
        .filter(({ inRail }) => inRail)
        .map(({ to, label }) => ({
          key: to,
          link: (
            <Link to={to} activeOptions={{ exact: to === '/', includeSearch: false }}>
              <FormattedMessage id={label} />
            </Link>
          ),
        }))}
      actions={[...pages, { to: '/account' as const, label: 'account.title' }].map(({ to, label }) => ({
        id: to,
        label: intl.formatMessage({ id: label }),
        run: () => void navigate({ to }),
      }))}
      account={(props) => <Link {...props} to="/account" />}
    >
      <DefinitionLinks
        link={(id, words) => (
          <Link to="/indicators/handbook" hash={id}>
            {words}
          </Link>
        )}
      >
        <Outlet />
      </DefinitionLinks>
    </PortalShell>
  );
}
