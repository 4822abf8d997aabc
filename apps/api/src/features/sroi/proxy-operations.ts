import { proxyInput } from '@tandem/domain/sroi-inputs';
import type { EntityManager } from 'typeorm';
import { newId } from '../../database/new-id.ts';
import type { Context } from '../../graphql/context.ts';
import { parseInput, Refused, refuseStale } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import { SroiProxyEntity } from './sroi-proxy.entity.ts';
import type { ProxyInput } from './sroi-proxy.type.ts';

/** Takes an entry up into the library, or changes one. Rows that took theirs from it stay as they are. Returns its id. */
export function saveProxy(
  context: Context,
  saved: { readonly id: string; readonly version: number } | null,
  raw: ProxyInput,
): Promise<string> {
  const input = parseInput(proxyInput, raw);
  return context.db.transaction(async (tx) => {
    const before = saved === null ? null : await lockProxy(tx, saved.id, saved.version);
    const id = before?.id ?? newId();
    if (before === null) await tx.insert(SroiProxyEntity, { ...input, id, version: 1 });
    else await tx.update(SroiProxyEntity, { id }, { ...input, version: before.version + 1 });
    await recordChange(tx, context, {
      action: 'saveProxy',
      recordKind: 'proxy',
      recordId: id,
      subjectId: id,
      before,
      after: input,
    });
    return id;
  });
}

/** Takes an entry out of the library. */
export function removeProxy(context: Context, id: string, version: number): Promise<string> {
  return setRemoved(context, id, version, context.now);
}

/** Puts an entry back into the library as it was. */
export function restoreProxy(context: Context, id: string, version: number): Promise<string> {
  return setRemoved(context, id, version, null);
}

function setRemoved(context: Context, id: string, seen: number, removedAt: Date | null): Promise<string> {
  return context.db.transaction(async (tx) => {
    const { name, removedAt: before } = await lockProxy(tx, id, seen, removedAt === null);
    await tx.update(SroiProxyEntity, { id }, { removedAt, version: seen + 1 });
    await recordChange(tx, context, {
      action: removedAt === null ? 'restoreProxy' : 'removeProxy',
      recordKind: 'proxy',
      recordId: id,
      subjectId: id,
      before: { name, removedAt: before },
      after: { name, removedAt },
    });
    return id;
  });
}

async function lockProxy(
  tx: EntityManager,
  id: string,
  seen: number,
  removed = false,
): Promise<SroiProxyEntity> {
  const proxy = await tx.findOne(SroiProxyEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (proxy === null || (proxy.removedAt !== null) !== removed)
    throw new Refused({ code: 'NOT_FOUND', field: 'id' });
  refuseStale('proxy', proxy, seen);
  return proxy;
}
