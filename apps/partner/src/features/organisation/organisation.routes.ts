import { accountsSearch } from '@tandem/ui/accounts-search';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.tsx';

export const organisationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/organisation',
  validateSearch: accountsSearch,
  component: lazyRouteComponent(() => import('./OrganisationPage.tsx'), 'OrganisationPage'),
});
export const memberRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/organisation/$id',
  component: lazyRouteComponent(() => import('./MemberPage.tsx'), 'MemberPage'),
});
