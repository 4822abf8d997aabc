import { createRouter } from '@tanstack/react-router';
import { accountRoute } from '../features/account/account.routes.ts';
import { handbookRoute } from '../features/handbook/handbook.routes.ts';
import { hoursRoute } from '../features/hours/hours.routes.ts';
import { impactRoute } from '../features/impact/impact.routes.ts';
import { memberRoute, organisationRoute } from '../features/organisation/organisation.routes.ts';
import { peopleRoute, registerRoute } from '../features/people/people.routes.ts';
import { rootRoute } from './root-route.tsx';
import { ShowError } from './ShowError.tsx';

const routeTree = rootRoute.addChildren([
  impactRoute,
  peopleRoute,
  registerRoute,
  hoursRoute,
  organisationRoute,
  memberRoute,
  handbookRoute,
  accountRoute,
]);

export function makeRouter() {
  return createRouter({
    routeTree,
    basepath: '/partner',
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultErrorComponent: ShowError,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
