import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../../app/root-route.tsx';

/** One grant, or all of the funder's where it is absent. */
const impactSearch = z.object({ grant: z.string().optional().catch(undefined) });

export const impactRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  validateSearch: impactSearch,
  component: lazyRouteComponent(() => import('./HomePage.tsx'), 'HomePage'),
});
