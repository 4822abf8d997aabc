import { decideChange } from '@tandem/domain/sroi';
import { sroiVersionInput } from '@tandem/domain/sroi-inputs';
import { CATALOGUE } from '@tandem/metrics/catalogue';
import { newId } from '../../database/new-id.ts';
import type { Context } from '../../graphql/context.ts';
import { decided, parseInput, Refused } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import { contentsOf, insertRows } from './contents.loader.ts';
import { lockVersion, refuseTakenName } from './lock-version.ts';
import { SroiRowEntity } from './sroi-row.entity.ts';
import { SroiScenarioEntity } from './sroi-scenario.entity.ts';
import { SroiVersionEntity } from './sroi-version.entity.ts';
import type { SroiVersionInput } from './sroi-version.type.ts';

/** Puts a whole value map in the place of the draft that the input was based on. */
export function saveSroiVersion(
  context: Context,
  id: string,
  seen: number,
  raw: SroiVersionInput,
): Promise<string> {
  const { rows, scenarios, ...version } = parseInput(sroiVersionInput, raw);
  rows.forEach(({ quantityMetric }, index) => {
    if (quantityMetric !== null && !Object.hasOwn(CATALOGUE, quantityMetric))
      throw new Refused({ code: 'REFERENCE_UNKNOWN', field: `rows.${index}.quantityMetric` });
  });
  return context.db.transaction(async (tx) => {
    const current = await lockVersion(tx, id, seen);
    decided(decideChange(current));
    await refuseTakenName(tx, current, version.name);
    const before = await contentsOf(tx, id);
    await tx.update(SroiVersionEntity, { id }, { ...version, version: seen + 1 });
    await tx.delete(SroiRowEntity, { versionId: id });
    await tx.delete(SroiScenarioEntity, { versionId: id });
    await insertRows(
      tx,
      rows.map(({ key, priceIndex, ...row }, position) => ({
        ...row,
        priceIndexName: priceIndex?.name ?? null,
        priceIndexFrom: priceIndex?.from ?? null,
        priceIndexTo: priceIndex?.to ?? null,
        priceIndexYear: priceIndex?.year ?? null,
        key: key ?? newId(),
        id: newId(),
        versionId: id,
        position,
      })),
    );
    await tx.insert(
      SroiScenarioEntity,
      scenarios.map((scenario, position) => ({ ...scenario, id: newId(), versionId: id, position })),
    );
    await recordChange(tx, context, {
      action: 'saveSroiVersion',
      recordKind: 'sroiVersion',
      recordId: id,
      subjectId: current.modelId,
      before: { ...current, ...before },
      after: { ...version, rows, scenarios },
    });
    return id;
  });
}
