import { EVENT_KINDS, EVENT_STATUSES } from '@tandem/domain/vocabulary';
import { listState, someIds, someOf } from '@tandem/ui/list-state';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../../app/root-route.tsx';

/** `from` and `to` are the first and the last day of the period. */
const eventsSearch = listState.extend({
  kind: someOf(EVENT_KINDS),
  status: someOf(EVENT_STATUSES),
  branch: someIds,
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
});
export type EventsSearch = z.output<typeof eventsSearch>;

export const eventsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/events',
  validateSearch: eventsSearch,
  component: lazyRouteComponent(() => import('./EventsPage.tsx'), 'EventsPage'),
});

/** `open` is the form that is open beside the event. */
const eventSearch = z.object({ open: z.enum(['change']).optional().catch(undefined) });

export const eventRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/events/$id',
  validateSearch: eventSearch,
  component: lazyRouteComponent(() => import('./EventPage.tsx'), 'EventPage'),
});
