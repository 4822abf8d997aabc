import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../../app/root-route.tsx';

export const snapshotsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/snapshots',
  validateSearch: z.object({
    /** Whether one is being taken beside the list. */
    take: z.boolean().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./SnapshotsPage.tsx'), 'SnapshotsPage'),
});
export const snapshotRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/snapshots/$id',
  component: lazyRouteComponent(() => import('./SnapshotPage.tsx'), 'SnapshotPage'),
});
