import { UNCHANGING_ACTIONS, type AuditAction } from '@tandem/domain/audit';
import { In, Not } from 'typeorm';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { viewerCan, type Context } from '../../graphql/context.ts';
import { RefusalType } from '../../graphql/refusal.type.ts';
import { AuditEntryEntity } from './audit-entry.entity.ts';
import { AuditEntryType } from './audit-entry.type.ts';
import { SEEN_WITH } from './recent-changes.loader.ts';

/** Entries that no write of the record makes: how one signs in oneself is no part of an account's version. */
const NO_WRITES: readonly AuditAction[] = [...UNCHANGING_ACTIONS, 'changeCredentials'];

/** So many of the latest changes are told. */
const TOLD = 20;

@Resolver(() => RefusalType)
export class RefusalResolver {
  /** Every write raises the version by one and writes one entry: what came since version v are the last (current − v). */
  @FieldResolver(() => [AuditEntryType], {
    nullable: true,
    description:
      'Of CHANGED_MEANWHILE: what was done to the record since the version that the viewer saw, the latest first. Null for who may not see its history; `params.version` says the current version to everybody.',
  })
  changes(@Root() { stale }: RefusalType, @Ctx() context: Context): Promise<AuditEntryEntity[]> | null {
    if (stale === undefined || !viewerCan(context, 'SEE_HISTORY')) return null;
    const { recordKind, recordId, seen, current } = stale;
    if (!viewerCan(context, SEEN_WITH[recordKind])) return null;
    return context.db.getRepository(AuditEntryEntity).find({
      where: { recordKind, recordId, action: Not(In(NO_WRITES)) },
      // Ids are made while the record is locked; moments are those of the requests, which may overtake each other.
      order: { id: 'DESC' },
      take: Math.min(TOLD, Math.max(0, current - seen)),
    });
  }
}
