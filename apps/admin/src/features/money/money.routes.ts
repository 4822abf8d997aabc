import { addDays, isCalendarDay } from '@tandem/domain/calendar-day';
import type { Period } from '@tandem/domain/period';
import { COST_CATEGORIES, COST_NATURES } from '@tandem/domain/vocabulary';
import { listState, someIds, someOf } from '@tandem/ui/list-state';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../../app/root-route.tsx';
import { lookedAtOf, timeWith, type LookedAt } from './year.ts';

export const MONEY_TABS = ['overview', 'grants', 'costs', 'allocation', 'budget', 'funds'] as const;

const moneySearch = listState.extend({
  tab: z.enum(MONEY_TABS).optional().catch(undefined),
  /** The calendar year that figures and costs are of; all time where it is absent. */
  year: z.number().int().min(1990).max(2100).optional().catch(undefined),
  /** Days that lines of the ledger were booked from and until, where they are of another period than a year. */
  from: z.string().refine(isCalendarDay).optional().catch(undefined),
  to: z.string().refine(isCalendarDay).optional().catch(undefined),
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

/** The lines of the ledger of a period, and of some branches. */
export function linesSearch(period: Period | undefined, branch: string[] | undefined): MoneySearch {
  const lines = { tab: 'costs' as const, ...(branch && { branch }) };
  if (period === undefined) return lines;
  const { from, to } = period;
  const { year, month } = lookedAtOf(period);
  return from.endsWith('-01-01') && to === `${year + 1}-01-01` && month === undefined
    ? { ...lines, year }
    : { ...lines, from, to: addDays(to, -1) };
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
