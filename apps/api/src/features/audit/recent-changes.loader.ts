import type { Capability } from '@tandem/domain/capabilities';
import { AUDITED_KINDS, UNCHANGING_ACTIONS, type AuditedKind } from '@tandem/domain/audit';
import { In, Not } from 'typeorm';
import { viewerCan, type Context } from '../../graphql/context.ts';
import { AuditEntryEntity } from './audit-entry.entity.ts';

/** Who may see a record may see what became of it. */
export const SEEN_WITH: Readonly<Record<AuditedKind, Capability>> = {
  account: 'SEE_AUDIT',
  invitation: 'SEE_AUDIT',
  key: 'SEE_AUDIT',
  list: 'SEE_AUDIT',
  researchData: 'SEE_AUDIT',
  mentee: 'SEE_PEOPLE',
  mentor: 'SEE_PEOPLE',
  duo: 'SEE_DUOS',
  meeting: 'SEE_NOTES',
  outcome: 'SEE_DUOS',
  event: 'SEE_EVENTS',
  volunteer: 'SEE_PARTNERS',
  timeEntry: 'SEE_PARTNERS',
  sroiModel: 'SEE_SROI',
  snapshot: 'SEAL_FIGURES',
  publication: 'PUBLISH_FIGURES',
  publishedRate: 'SEE_ANALYSES',
  comparisonGroup: 'SEE_ANALYSES',
  sroiVersion: 'SEE_SROI',
  proxy: 'SEE_SROI',
  cost: 'SEE_MONEY',
  ledger: 'SEE_MONEY',
  grant: 'SEE_MONEY',
  earmark: 'SEE_MONEY',
  allocationRule: 'SEE_MONEY',
  budget: 'SEE_MONEY',
  inKindRate: 'SEE_MONEY',
  importRun: 'IMPORT',
  importMapping: 'IMPORT',
  person: 'MANAGE_PRIVACY',
  purpose: 'MANAGE_PRIVACY',
  retentionRule: 'MANAGE_PRIVACY',
  threshold: 'MANAGE_PRIVACY',
};

/** Of which kinds of records the viewer may see what became of them. */
export function kindsSeenBy(context: Context): AuditedKind[] {
  return AUDITED_KINDS.filter((kind) => viewerCan(context, SEEN_WITH[kind]));
}

/** The latest changes of records that the viewer may see. */
export function recentChanges(context: Context, count: number): Promise<AuditEntryEntity[]> {
  return context.db.getRepository(AuditEntryEntity).find({
    where: { recordKind: In(kindsSeenBy(context)), action: Not(In(UNCHANGING_ACTIONS)) },
    order: { at: 'DESC', id: 'DESC' },
    take: count,
  });
}
