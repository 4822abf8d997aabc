import { SMALLEST_GROUPS } from '@tandem/domain/research-inputs';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../../app/root-route.tsx';
import { cohortSearch } from '../indicators/cohort-search.ts';

const researchSearch = cohortSearch.extend({
  /** Names of variables; the usual ones where it is absent. */
  columns: z.array(z.string()).optional().catch(undefined),
  /** How few people may share a combination. */
  group: z.number().int().min(SMALLEST_GROUPS.least).max(SMALLEST_GROUPS.most).optional().catch(undefined),
  purpose: z.string().optional().catch(undefined),
});
export type ResearchSearch = z.output<typeof researchSearch>;

export const researchRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/indicators/research',
  validateSearch: researchSearch,
  component: lazyRouteComponent(() => import('./ResearchPage.tsx'), 'ResearchPage'),
});
