import type { EntityManager } from 'typeorm';
import { Refused, refuseStale } from '../../graphql/refusal.type.ts';
import { SroiRowEntity } from './sroi-row.entity.ts';
import { SroiScenarioEntity } from './sroi-scenario.entity.ts';
import { SroiVersionEntity } from './sroi-version.entity.ts';

/** The version, locked, and as the viewer saw it. */
export async function lockVersion(tx: EntityManager, id: string, seen: number): Promise<SroiVersionEntity> {
  const version = await tx.findOne(SroiVersionEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (version === null) throw new Refused({ code: 'NOT_FOUND', field: 'id' });
  refuseStale('sroiVersion', version, seen);
  return version;
}

/** What belongs to a version, in order. */
export async function contentsOf(
  tx: EntityManager,
  versionId: string,
): Promise<{ readonly rows: SroiRowEntity[]; readonly scenarios: SroiScenarioEntity[] }> {
  const ofVersion = { where: { versionId }, order: { position: 'ASC' } } as const;
  return {
    rows: await tx.find(SroiRowEntity, ofVersion),
    scenarios: await tx.find(SroiScenarioEntity, ofVersion),
  };
}

/** Two versions that are not discarded have two names. */
export async function refuseTakenName(
  tx: EntityManager,
  { modelId, id }: Pick<SroiVersionEntity, 'modelId'> & { readonly id: string | null },
  name: string,
): Promise<void> {
  const taken: unknown[] = await tx.query(
    `select 1 from sroi_version where model_id = $1 and name = $2 and status <> 'DISCARDED' and id is distinct from $3`,
    [modelId, name, id],
  );
  if (taken.length > 0) throw new Refused({ code: 'NAME_TAKEN', field: 'name' });
}
