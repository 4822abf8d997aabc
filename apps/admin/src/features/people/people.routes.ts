import { EDUCATION_LEVELS, GENDERS, MENTEE_STAGES, MENTOR_STAGES, SECTORS } from '@tandem/domain/vocabulary';
import { listState, someIds, someOf } from '@tandem/ui/list-state';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../../app/root-route.tsx';

const menteesSearch = listState.extend({
  stage: someOf(MENTEE_STAGES),
  branch: someIds,
  gender: someOf(GENDERS),
  educationLevel: someOf(EDUCATION_LEVELS),
});
export type MenteesSearch = z.output<typeof menteesSearch>;

const mentorsSearch = listState.extend({
  stage: someOf(MENTOR_STAGES),
  branch: someIds,
  sector: someOf(SECTORS),
  available: z.boolean().optional().catch(undefined),
});
export type MentorsSearch = z.output<typeof mentorsSearch>;

export const menteesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/mentees',
  validateSearch: menteesSearch,
  component: lazyRouteComponent(() => import('./MenteesPage.tsx'), 'MenteesPage'),
});
export const menteeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/mentees/$id',
  component: lazyRouteComponent(() => import('./MenteePage.tsx'), 'MenteePage'),
});
export const mentorsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/mentors',
  validateSearch: mentorsSearch,
  component: lazyRouteComponent(() => import('./MentorsPage.tsx'), 'MentorsPage'),
});
export const mentorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/mentors/$id',
  component: lazyRouteComponent(() => import('./MentorPage.tsx'), 'MentorPage'),
});
