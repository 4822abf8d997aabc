import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.tsx';

export const publicationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/publication',
  component: lazyRouteComponent(() => import('./PublicationPage.tsx'), 'PublicationPage'),
});
