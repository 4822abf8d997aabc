import { isCalendarDay } from '@tandem/domain/calendar-day';
import { DIMENSIONS, POPULATIONS } from '@tandem/metrics/definition';
import { listState, someIds } from '@tandem/ui/list-state';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../../app/root-route.tsx';

const day = z.string().refine(isCalendarDay).optional().catch(undefined);

/** How a figure is asked for, beside the list of its records. */
const indicatorSearch = listState.extend({
  asOf: day,
  from: day,
  to: day,
  branch: someIds,
  anchor: z.enum(['START', 'CLOSURE']).optional().catch(undefined),
  windowMonths: z.number().int().min(1).max(120).optional().catch(undefined),
  population: z.enum(POPULATIONS).optional().catch(undefined),
  evidence: z.enum(['ANY', 'DOCUMENTED']).optional().catch(undefined),
  step: z.enum(['MONTH', 'QUARTER', 'YEAR']).optional().catch(undefined),
  by: z.enum(DIMENSIONS).optional().catch(undefined),
  /** Which of the records: those that the numerator counts, or the others. */
  counted: z.boolean().optional().catch(undefined),
});
export type IndicatorSearch = z.output<typeof indicatorSearch>;

export const indicatorsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/indicators',
  component: lazyRouteComponent(() => import('./IndicatorsPage.tsx'), 'IndicatorsPage'),
});
export const indicatorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/indicators/$metric',
  validateSearch: indicatorSearch,
  component: lazyRouteComponent(() => import('./IndicatorPage.tsx'), 'IndicatorPage'),
});
