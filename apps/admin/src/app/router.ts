import { createRouter } from '@tanstack/react-router';
import { accountRoute } from '../features/account/account.routes.ts';
import { accountsRoute, managedAccountRoute } from '../features/accounts/accounts.routes.ts';
import { auditRoute } from '../features/audit/audit.routes.ts';
import {
  chosenFiguresRoute,
  comparisonGroupsRoute,
  publishedRatesRoute,
} from '../features/comparisons/comparisons.routes.ts';
import { duoRoute, duosRoute } from '../features/duos/duos.routes.ts';
import { eventRoute, eventsRoute } from '../features/events/events.routes.ts';
import { importsRoute } from '../features/imports/imports.routes.ts';
import {
  comparisonRoute,
  handbookRoute,
  indicatorChangeRoute,
  indicatorRoute,
  indicatorsRoute,
  pathwayRoute,
  profileRoute,
  qualityRoute,
  timeToExitRoute,
} from '../features/indicators/indicators.routes.ts';
import { grantRoute, moneyRoute } from '../features/money/money.routes.ts';
import { hoursRoute, partnerRoute, partnersRoute } from '../features/partners/partners.routes.ts';
import { menteeRoute, menteesRoute, mentorRoute, mentorsRoute } from '../features/people/people.routes.ts';
import { privacyPersonRoute, privacyRoute } from '../features/privacy/privacy.routes.ts';
import { publicationRoute } from '../features/publication/publication.routes.ts';
import { researchRoute } from '../features/research/research.routes.ts';
import { snapshotRoute, snapshotsRoute } from '../features/snapshots/snapshots.routes.ts';
import { proxiesRoute, sroiComparisonRoute, sroiRoute } from '../features/sroi/sroi.routes.ts';
import { todayRoute } from '../features/today/today.routes.ts';
import { rootRoute } from './root-route.tsx';
import { ShowError } from './ShowError.tsx';

const routeTree = rootRoute.addChildren([
  todayRoute,
  menteesRoute,
  menteeRoute,
  mentorsRoute,
  mentorRoute,
  duosRoute,
  duoRoute,
  eventsRoute,
  eventRoute,
  indicatorsRoute,
  pathwayRoute,
  profileRoute,
  qualityRoute,
  comparisonRoute,
  chosenFiguresRoute,
  comparisonGroupsRoute,
  publishedRatesRoute,
  timeToExitRoute,
  handbookRoute,
  researchRoute,
  indicatorRoute,
  indicatorChangeRoute,
  publicationRoute,
  snapshotsRoute,
  snapshotRoute,
  moneyRoute,
  grantRoute,
  sroiRoute,
  sroiComparisonRoute,
  proxiesRoute,
  partnersRoute,
  partnerRoute,
  hoursRoute,
  importsRoute,
  auditRoute,
  accountsRoute,
  managedAccountRoute,
  accountRoute,
  privacyRoute,
  privacyPersonRoute,
]);

export function makeRouter() {
  return createRouter({
    routeTree,
    basepath: '/admin',
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
