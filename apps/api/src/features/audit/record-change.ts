import type { AuditAction, AuditCredential, AuditedKind } from '@tandem/domain/audit';
import { userInfo } from 'node:os';
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

/** Who did it, and from where: somebody with an account, or whoever runs a command on the machine. */
export interface Actor {
  readonly userId: string | null;
  readonly name: string;
  readonly requestId: string | null;
  readonly address: string | null;
  readonly credential: AuditCredential;
  /** Which key, where it was one. */
  readonly keyId?: string | null;
}

export function actorOf(context: Context): Actor {
  const { userId, name, keyId } = viewerOf(context);
  const { requestId, address } = context;
  return { userId, name, requestId, address, credential: keyId === null ? 'SESSION' : 'KEY', keyId };
}

/** The platform itself, at what it does regularly. */
export function platformActor(task: string): Actor {
  return { userId: null, name: task, requestId: null, address: null, credential: 'COMMAND' };
}

/** Whoever runs a command on the machine itself. */
export function commandActor(command: string): Actor {
  return platformActor(`${command} (${userInfo().username})`);
}

/** Writes who did what to which record, in the transaction of the change itself. Returns the entry's id. */
export function recordChange(tx: EntityManager, context: Context, change: Change): Promise<string> {
  return recordChangeBy(tx, actorOf(context), context.now, change);
}

/** Writes down, before the answer leaves, that somebody opened a record about people. Returns the record. */
export function opened<T extends { readonly id: string }>(
  context: Context,
  recordKind: AuditedKind,
  record: T | null,
): T | null {
  if (record !== null)
    context.beforeAnswer.push(() =>
      context.db.transaction(async (tx) => {
        await recordChange(tx, context, {
          action: 'openRecord',
          recordKind,
          recordId: record.id,
          subjectId: record.id,
        });
      }),
    );
  return record;
}

export async function recordChangeBy(
  tx: EntityManager,
  actor: Actor,
  at: Date,
  { before = null, after = null, ...change }: Change,
): Promise<string> {
  const id = newId();
  await tx.insert(AuditEntryEntity, {
    id,
    at,
    actorUserId: actor.userId,
    actorName: actor.name,
    requestId: actor.requestId,
    address: actor.address,
    credential: actor.credential,
    keyId: actor.keyId ?? null,
    before,
    after,
    ...change,
  });
  return id;
}
