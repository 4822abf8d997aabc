import { PARTNER_KINDS, TIME_ENTRY_STATUSES } from '@tandem/domain/vocabulary';
import { listState, someIds, someOf } from '@tandem/ui/list-state';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { z } from 'zod';
import { rootRoute } from '../../app/root-route.tsx';

const partnersSearch = listState.extend({ kind: someOf(PARTNER_KINDS) });
export type PartnersSearch = z.output<typeof partnersSearch>;

const hoursSearch = listState.extend({ status: someOf(TIME_ENTRY_STATUSES), partner: someIds });
export type HoursSearch = z.output<typeof hoursSearch>;

export const partnersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/partners',
  validateSearch: partnersSearch,
  component: lazyRouteComponent(() => import('./PartnersPage.tsx'), 'PartnersPage'),
});
export const partnerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/partners/$id',
  validateSearch: listState,
  component: lazyRouteComponent(() => import('./PartnerPage.tsx'), 'PartnerPage'),
});
export const hoursRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/hours',
  validateSearch: hoursSearch,
  component: lazyRouteComponent(() => import('./HoursPage.tsx'), 'HoursPage'),
});
