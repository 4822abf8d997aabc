import type { AuditAction, AuditedKind } from '@tandem/domain/vocabulary';
import type { EntityManager } from 'typeorm';
import { viewerOf, type Context } from '../../graphql/context.ts';
import { newId } from '../../database/new-id.ts';
import { AuditEntryEntity } from './audit-entry.entity.ts';

export interface Change {
  readonly action: AuditAction;
  readonly recordKind: AuditedKind;
  readonly recordId: string;
  readonly subjectId: string;
  readonly before?: object | null;
  readonly after?: object | null;
}

/** Who did it: somebody with an account, or whoever runs a command on the machine. */
export interface Actor {
  readonly userId: string | null;
  readonly name: string;
  readonly requestId: string | null;
}

export function actorOf(context: Context): Actor {
  const { userId, name } = viewerOf(context);
  return { userId, name, requestId: context.requestId };
}

/** Writes who did what to which record, in the transaction of the change itself. */
export function recordChange(tx: EntityManager, context: Context, change: Change): Promise<void> {
  return recordChangeBy(tx, actorOf(context), context.now, change);
}

export async function recordChangeBy(
  tx: EntityManager,
  actor: Actor,
  at: Date,
  { before = null, after = null, ...change }: Change,
): Promise<void> {
  await tx.insert(AuditEntryEntity, {
    id: newId(),
    at,
    actorUserId: actor.userId,
    actorName: actor.name,
    requestId: actor.requestId,
    before,
    after,
    ...change,
  });
}
