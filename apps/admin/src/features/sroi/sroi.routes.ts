import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../../app/root-route.tsx';

const id = z.uuid().optional().catch(undefined);

export const VIEWS = ['waterfall', 'tornado', 'histogram', 'years'] as const;
export const sroiRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sroi',
  validateSearch: z.object({
    /** Which version; without it the draft, or what is published. */
    mapVersion: id,
    /** Which chart stands in the panel. */
    view: z.enum(VIEWS).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./SroiPage.tsx'), 'SroiPage'),
});
export const sroiComparisonRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sroi/compare',
  validateSearch: z.object({ first: id, second: id }),
  component: lazyRouteComponent(() => import('./ComparisonPage.tsx'), 'ComparisonPage'),
});
export const proxiesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sroi/proxies',
  component: lazyRouteComponent(() => import('./ProxiesPage.tsx'), 'ProxiesPage'),
});
