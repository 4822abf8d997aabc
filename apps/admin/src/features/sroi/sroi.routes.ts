import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.tsx';

export const sroiRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sroi',
  component: lazyRouteComponent(() => import('./SroiPage.tsx'), 'SroiPage'),
});
