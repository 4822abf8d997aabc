import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.tsx';

export const handbookRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/handbook',
  component: lazyRouteComponent(() => import('./HandbookPage.tsx'), 'HandbookPage'),
});
