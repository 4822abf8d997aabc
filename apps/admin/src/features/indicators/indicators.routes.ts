import { DIMENSIONS, POPULATIONS } from '@tandem/metrics/definition';
import { FIGURE_CHANGE_REASONS, FIGURE_CHANGES } from '@tandem/metrics/figure-change';
import { JOURNEYS } from '@tandem/domain/vocabulary';
import { listState } from '@tandem/ui/list-state';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../../app/root-route.tsx';
import { cohortSearch } from './cohort-search.ts';
import { comparisonSearch } from './comparison-search.ts';
import { filterSearch } from './dimensions.ts';
import { exitSearch } from './exit-search.ts';

/** How a record stands to a figure, as the API names it. */
const FIGURE_STANDINGS = ['COUNTED', 'NOT_COUNTED', 'UNKNOWN', 'NOT_YET'] as const;

/** How a figure is asked for, beside the list of its records. */
const indicatorSearch = listState.extend({
  ...cohortSearch.shape,
  ...filterSearch.shape,
  /** A version of the definition other than the one in force. */
  version: z.number().int().min(1).optional().catch(undefined),
  anchor: z.enum(['START', 'CLOSURE']).optional().catch(undefined),
  windowMonths: z.number().int().min(1).max(120).optional().catch(undefined),
  population: z.enum(POPULATIONS).optional().catch(undefined),
  evidence: z.enum(['ANY', 'DOCUMENTED']).optional().catch(undefined),
  step: z.enum(['MONTH', 'QUARTER', 'YEAR']).optional().catch(undefined),
  by: z.enum(DIMENSIONS).optional().catch(undefined),
  /** A second dimension, for a table of both. */
  across: z.enum(DIMENSIONS).optional().catch(undefined),
  /** All groups of a dimension, however many there are. */
  allGroups: z.boolean().optional().catch(undefined),
  /** Which published rates are drawn beside it, by their keys; those that fit where it is absent. */
  lines: z.array(z.string()).optional().catch(undefined),
  /** Only the records that stand so. */
  standing: z.enum(FIGURE_STANDINGS).optional().catch(undefined),
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

/** A figure beside what it was: the search of the figure, and the other moment. */
const changeSearch = indicatorSearch.extend({
  thenAsOf: cohortSearch.shape.asOf,
  thenFrom: cohortSearch.shape.from,
  thenTo: cohortSearch.shape.to,
  /** Only the records that did this, and for this reason. */
  change: z.enum(FIGURE_CHANGES).optional().catch(undefined),
  reason: z.enum(FIGURE_CHANGE_REASONS).optional().catch(undefined),
});
export type ChangeSearch = z.output<typeof changeSearch>;

export const indicatorChangeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/indicators/$metric/change',
  validateSearch: changeSearch,
  component: lazyRouteComponent(() => import('./ChangePage.tsx'), 'ChangePage'),
});

export const comparisonRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/indicators/comparison',
  validateSearch: comparisonSearch,
  component: lazyRouteComponent(() => import('./ComparisonPage.tsx'), 'ComparisonPage'),
});
export const timeToExitRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/indicators/time-to-exit',
  validateSearch: exitSearch,
  component: lazyRouteComponent(() => import('./TimeToExitPage.tsx'), 'TimeToExitPage'),
});

const pathwaySearch = cohortSearch.extend({ journey: z.enum(JOURNEYS).optional().catch(undefined) });

export const pathwayRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/indicators/pathway',
  validateSearch: pathwaySearch,
  component: lazyRouteComponent(() => import('./PathwayPage.tsx'), 'PathwayPage'),
});
export const profileRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/indicators/profile',
  validateSearch: cohortSearch,
  component: lazyRouteComponent(() => import('./ProfilePage.tsx'), 'ProfilePage'),
});
export const qualityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/indicators/quality',
  validateSearch: cohortSearch,
  component: lazyRouteComponent(() => import('./QualityPage.tsx'), 'QualityPage'),
});
export const handbookRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/indicators/handbook',
  component: lazyRouteComponent(() => import('./HandbookPage.tsx'), 'HandbookPage'),
});
