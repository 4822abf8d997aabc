import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../../app/root-route.tsx';

/** One grant, or all of the funder's where it is absent, and where an address names what cannot be one. */
const impactSearch = z.object({ grant: z.uuid().optional().catch(undefined) });

export const impactRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  validateSearch: impactSearch,
  component: lazyRouteComponent(() => import('./HomePage.tsx'), 'HomePage'),
});
