import { AUDIT_GROUPS, type AuditGroup } from '@tandem/domain/audit';
import { listState, someOf } from '@tandem/ui/list-state';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../../app/root-route.tsx';

export const GROUPS = Object.keys(AUDIT_GROUPS) as [AuditGroup, ...AuditGroup[]];

const auditSearch = listState.extend({
  group: someOf(GROUPS),
  /** The account whose trail it is. */
  actor: z.string().optional().catch(undefined),
  /** The record whose history it is. */
  record: z.string().optional().catch(undefined),
});

export const auditRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/audit',
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import('./AuditPage.tsx'), 'AuditPage'),
});
