import { TIME_ENTRY_STATUSES } from '@tandem/domain/vocabulary';
import { listState, someOf } from '@tandem/ui/list-state';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../../app/root-route.tsx';

const hoursSearch = listState.extend({
  status: someOf(TIME_ENTRY_STATUSES),
  /** The form for hours is open, for this person if one is named. */
  log: z.string().optional().catch(undefined),
});
export type HoursSearch = z.output<typeof hoursSearch>;

export const hoursRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/hours',
  validateSearch: hoursSearch,
  component: lazyRouteComponent(() => import('./HoursPage.tsx'), 'HoursPage'),
});
