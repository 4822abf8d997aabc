import { ATTENTIONS, DUO_STATUSES } from '@tandem/domain/vocabulary';
import { listState, someIds, someOf } from '@tandem/ui/list-state';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../../app/root-route.tsx';

const duosSearch = listState.extend({
  status: someOf(DUO_STATUSES),
  branch: someIds,
  coordinator: someIds,
  grant: someIds,
  attention: z.enum(ATTENTIONS).optional().catch(undefined),
  mine: z.boolean().optional().catch(undefined),
});
export type DuosSearch = z.output<typeof duosSearch>;

export const duosRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/duos',
  validateSearch: duosSearch,
  component: lazyRouteComponent(() => import('./DuosPage.tsx'), 'DuosPage'),
});

/** `open` is the form that is open beside the duo. */
const duoSearch = z.object({
  open: z.enum(['meeting', 'outcome', 'close']).optional().catch(undefined),
});

export const duoRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/duos/$id',
  validateSearch: duoSearch,
  component: lazyRouteComponent(() => import('./DuoPage.tsx'), 'DuoPage'),
});
