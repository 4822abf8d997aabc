import { sroiModelInput } from '@tandem/domain/inputs';
import { CATALOGUE } from '@tandem/metrics/catalogue';
import { newId } from '../../database/new-id.ts';
import type { Context } from '../../graphql/context.ts';
import { parseInput, Refused, refuseStale } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import { SroiModelEntity } from './sroi-model.entity.ts';
import type { SroiModelInput } from './sroi-model.type.ts';
import { SroiRowEntity } from './sroi-row.entity.ts';

/** Puts a whole value map in the place of the one that the input was based on. */
export function saveSroiModel(
  context: Context,
  id: string,
  version: number,
  raw: SroiModelInput,
): Promise<void> {
  const { rows, ...model } = parseInput(sroiModelInput, raw);
  rows.forEach(({ quantityMetric }, index) => {
    if (quantityMetric !== null && !Object.hasOwn(CATALOGUE, quantityMetric))
      throw new Refused({ code: 'REFERENCE_UNKNOWN', field: `rows.${index}.quantityMetric` });
  });
  return context.db.transaction(async (tx) => {
    const current = await tx.findOne(SroiModelEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (current === null) throw new Refused({ code: 'NOT_FOUND', field: 'id' });
    refuseStale('sroiModel', current, version);
    const before = await tx.find(SroiRowEntity, { where: { modelId: id }, order: { position: 'ASC' } });
    await tx.update(SroiModelEntity, { id }, { ...model, version: version + 1 });
    await tx.delete(SroiRowEntity, { modelId: id });
    await tx.insert(
      SroiRowEntity,
      rows.map((row, position) => ({ ...row, id: newId(), modelId: id, position })),
    );
    await recordChange(tx, context, {
      action: 'saveSroiModel',
      recordKind: 'sroiModel',
      recordId: id,
      subjectId: id,
      before: { ...current, rows: before },
      after: { ...model, rows },
    });
  });
}
