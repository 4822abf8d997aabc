import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../../app/root-route.tsx';

export const TABS = ['purposes', 'retention', 'holds', 'erasures', 'thresholds'] as const;

const privacySearch = z.object({
  tab: z.enum(TABS).optional().catch(undefined),
  /** What is edited beside the page: a purpose, a rule or a limit; `new` for one that is not there yet. */
  open: z.string().optional().catch(undefined),
});

export const privacyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/privacy',
  validateSearch: privacySearch,
  component: lazyRouteComponent(() => import('./PrivacyPage.tsx'), 'PrivacyPage'),
});
export const privacyPersonRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/privacy/people/$personId',
  component: lazyRouteComponent(() => import('./PrivacyPersonPage.tsx'), 'PrivacyPersonPage'),
});
