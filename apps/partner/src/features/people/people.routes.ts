import { ENGAGEMENTS, VOLUNTEER_STATUSES } from '@tandem/domain/vocabulary';
import { listState, someOf } from '@tandem/ui/list-state';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../../app/root-route.tsx';

const peopleSearch = listState.extend({
  status: someOf(VOLUNTEER_STATUSES),
  engagement: someOf(ENGAGEMENTS),
});
export type PeopleSearch = z.output<typeof peopleSearch>;

export const peopleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people',
  validateSearch: peopleSearch,
  component: lazyRouteComponent(() => import('./PeoplePage.tsx'), 'PeoplePage'),
});

export const registerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people/register',
  validateSearch: z.object({ way: z.enum(['one', 'list']).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./RegisterPage.tsx'), 'RegisterPage'),
});
