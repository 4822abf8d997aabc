import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../../app/root-route.tsx';
import { chosenSearch } from './chosen-search.ts';
import { outsideSearch } from './outside-search.ts';

export const chosenFiguresRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/indicators/comparison/figures',
  validateSearch: chosenSearch,
  component: lazyRouteComponent(() => import('./ChosenFiguresPage.tsx'), 'ChosenFiguresPage'),
});
export const comparisonGroupsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/indicators/comparison/groups',
  validateSearch: outsideSearch,
  component: lazyRouteComponent(() => import('./ComparisonGroupsPage.tsx'), 'ComparisonGroupsPage'),
});
export const publishedRatesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/indicators/comparison/published',
  /** The indicator whose rates are shown. */
  validateSearch: z.object({ of: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./PublishedRatesPage.tsx'), 'PublishedRatesPage'),
});
