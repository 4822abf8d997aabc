import { decideChange } from '@tandem/domain/sroi';
import { sroiVersionNameInput } from '@tandem/domain/sroi-inputs';
import type { EntityManager } from 'typeorm';
import { newId } from '../../database/new-id.ts';
import { viewerOf, type Context } from '../../graphql/context.ts';
import { decided, parseInput, Refused } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import { contentsOf, insertRows } from './contents.loader.ts';
import { lockVersion, refuseTakenName } from './lock-version.ts';
import { SroiModelEntity } from './sroi-model.entity.ts';
import { SroiScenarioEntity } from './sroi-scenario.entity.ts';
import { SroiVersionEntity } from './sroi-version.entity.ts';

/** Begins a draft as a copy of another version; rows keep their keys, so that both can be compared. Returns its id. */
export function startSroiVersion(
  context: Context,
  fromId: string,
  raw: { readonly name: string },
): Promise<string> {
  const { name } = parseInput(sroiVersionNameInput, raw);
  return context.db.transaction(async (tx) => {
    const from = await tx.findOneBy(SroiVersionEntity, { id: fromId });
    if (from === null) throw new Refused({ code: 'NOT_FOUND', field: 'fromId' });
    const { modelId } = from;
    await refuseSecondDraft(tx, modelId);
    await refuseTakenName(tx, { modelId, id: null }, name);
    const id = newId();
    const { discountSchedule, discountConvention, horizonYears, seed, draws } = from;
    await tx.insert(SroiVersionEntity, {
      id,
      modelId,
      name,
      status: 'DRAFT',
      basedOnId: fromId,
      discountSchedule,
      discountConvention,
      horizonYears,
      seed,
      draws,
      version: 1,
      startedAt: context.now,
      startedBy: viewerOf(context).name,
    });
    const { rows, scenarios } = await contentsOf(tx, fromId);
    const copied = { versionId: id };
    await insertRows(
      tx,
      rows.map((row) => ({ ...row, ...copied, id: newId(), publishedQuantity: null })),
    );
    await tx.insert(
      SroiScenarioEntity,
      scenarios.map((scenario) => ({ ...scenario, ...copied, id: newId() })),
    );
    await recordChange(tx, context, {
      action: 'startSroiVersion',
      recordKind: 'sroiVersion',
      recordId: id,
      subjectId: modelId,
      after: { name, from: from.name },
    });
    return id;
  });
}

/** Takes a draft off the table; it can be taken up again as it was. */
export function discardSroiVersion(context: Context, id: string, seen: number): Promise<string> {
  return context.db.transaction(async (tx) => {
    const version = await lockVersion(tx, id, seen);
    decided(decideChange(version));
    await setStatus(tx, context, version, 'DISCARDED');
    return id;
  });
}

/** Takes a discarded draft up again, where there is no other one. */
export function restoreSroiVersion(context: Context, id: string, seen: number): Promise<string> {
  return context.db.transaction(async (tx) => {
    const version = await lockVersion(tx, id, seen);
    if (version.status !== 'DISCARDED') throw new Refused({ code: 'NOT_FOUND', field: 'id' });
    await refuseSecondDraft(tx, version.modelId);
    await refuseTakenName(tx, version, version.name);
    await setStatus(tx, context, version, 'DRAFT');
    return id;
  });
}

async function setStatus(
  tx: EntityManager,
  context: Context,
  { id, modelId, name, status: before, version }: SroiVersionEntity,
  status: 'DRAFT' | 'DISCARDED',
): Promise<void> {
  await tx.update(SroiVersionEntity, { id }, { status, version: version + 1 });
  await recordChange(tx, context, {
    action: status === 'DISCARDED' ? 'discardSroiVersion' : 'restoreSroiVersion',
    recordKind: 'sroiVersion',
    recordId: id,
    subjectId: modelId,
    before: { name, status: before },
    after: { name, status },
  });
}

/** One draft at a time. The model is locked first, so that two who begin one at once do not both find none. */
async function refuseSecondDraft(tx: EntityManager, modelId: string): Promise<void> {
  await tx.findOne(SroiModelEntity, { where: { id: modelId }, lock: { mode: 'pessimistic_write' } });
  const draft = await tx.findOneBy(SroiVersionEntity, { modelId, status: 'DRAFT' });
  if (draft !== null) throw new Refused({ code: 'DRAFT_EXISTS', params: { name: draft.name } });
}
