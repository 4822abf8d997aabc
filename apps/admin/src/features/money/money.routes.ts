import { COST_CATEGORIES } from '@tandem/domain/vocabulary';
import { listState, someIds, someOf } from '@tandem/ui/list-state';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../../app/root-route.tsx';

const moneySearch = listState.extend({
  tab: z.enum(['overview', 'grants', 'costs']).optional().catch(undefined),
  /** The calendar year that figures and costs are of; all time where it is absent. */
  year: z.number().int().min(1990).max(2100).optional().catch(undefined),
  category: someOf(COST_CATEGORIES),
  branch: someIds,
});
export type MoneySearch = z.output<typeof moneySearch>;

export const moneyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/money',
  validateSearch: moneySearch,
  component: lazyRouteComponent(() => import('./MoneyPage.tsx'), 'MoneyPage'),
});
