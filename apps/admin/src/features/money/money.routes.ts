import { COST_CATEGORIES, COST_NATURES } from '@tandem/domain/vocabulary';
import { listState, someIds, someOf } from '@tandem/ui/list-state';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../../app/root-route.tsx';
import { timeWith, type LookedAt } from './year.ts';

export const MONEY_TABS = ['overview', 'grants', 'costs', 'allocation', 'budget', 'funds'] as const;

const moneySearch = listState.extend({
  tab: z.enum(MONEY_TABS).optional().catch(undefined),
  /** The calendar year that figures and costs are of; all time where it is absent. */
  year: z.number().int().min(1990).max(2100).optional().catch(undefined),
  /** Of that year, the month whose cost is allocated, of a line as well; all of it where it is absent. */
  month: z.number().int().min(1).max(12).optional().catch(undefined),
  category: someOf(COST_CATEGORIES),
  nature: someOf(COST_NATURES),
  branch: someIds,
  /** Only corrections of the ledger. */
  corrections: z.boolean().optional().catch(undefined),
  /** One line of the ledger, with its corrections and who bears it. */
  line: z.uuid().optional().catch(undefined),
});
export type MoneySearch = z.output<typeof moneySearch>;

/** One line of the ledger in the time that is looked at: by some rules it decides who bears the line. */
export function lineSearch(
  { id, bookedOn }: { readonly id: string; readonly bookedOn: string },
  search: LookedAt,
): MoneySearch {
  return { tab: 'costs', line: id, ...timeWith(bookedOn, search) };
}

export const moneyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/money',
  validateSearch: moneySearch,
  component: lazyRouteComponent(() => import('./MoneyPage.tsx'), 'MoneyPage'),
});

export const grantRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/money/grants/$id',
  component: lazyRouteComponent(() => import('./GrantPage.tsx'), 'GrantPage'),
});
