import { DefinitionLinks } from '@tandem/ui/DefinitionLink';
import { PortalShell } from '@tandem/ui/PortalShell';
import { useCan, useViewer } from '@tandem/ui/viewer';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { pagesFor } from './navigation.ts';

export function PartnerShell() {
  const intl = useIntl();
  const can = useCan();
  const navigate = useNavigate();
  const pages = pagesFor(useViewer(), can);
  return (
    <PortalShell
      portal="partner"
      links={pages.map(({ to, label }) => ({
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
          <Link to="/handbook" hash={id}>
            {words}
          </Link>
        )}
      >
        <Outlet />
      </DefinitionLinks>
    </PortalShell>
  );
}
