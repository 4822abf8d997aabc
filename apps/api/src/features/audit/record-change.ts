import type { EntityManager } from 'typeorm';
import { viewerOf, type Context } from '../../graphql/context.ts';
import { newId } from '../../database/new-id.ts';
import { AuditEntryEntity } from './audit-entry.entity.ts';

export interface Change {
  /** What was done, a verb in camel case: the name of the operation. */
  readonly action: string;
  readonly recordKind: string;
  readonly recordId: string;
  readonly subjectId: string;
  readonly before?: object | null;
  readonly after?: object | null;
}

/** Writes who did what to which record, in the transaction of the change itself. */
export async function recordChange(
  tx: EntityManager,
  context: Context,
  { before = null, after = null, ...change }: Change,
): Promise<void> {
  const viewer = viewerOf(context);
  await tx.insert(AuditEntryEntity, {
    id: newId(),
    at: context.now,
    actorUserId: viewer.userId,
    actorName: viewer.name,
    requestId: context.requestId,
    before,
    after,
    ...change,
  });
}
