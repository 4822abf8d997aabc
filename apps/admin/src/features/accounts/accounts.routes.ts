import { accountsSearch } from '@tandem/ui/accounts-search';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.tsx';

export const accountsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/accounts',
  validateSearch: accountsSearch,
  component: lazyRouteComponent(() => import('./EveryAccountPage.tsx'), 'EveryAccountPage'),
});
export const managedAccountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/accounts/$id',
  component: lazyRouteComponent(() => import('./OneAccountPage.tsx'), 'OneAccountPage'),
});
