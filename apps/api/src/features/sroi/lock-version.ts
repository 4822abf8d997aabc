import type { EntityManager } from 'typeorm';
import { Refused, refuseStale } from '../../graphql/refusal.type.ts';
import { SroiVersionEntity } from './sroi-version.entity.ts';

/** The version, locked, and as the viewer saw it. */
export async function lockVersion(tx: EntityManager, id: string, seen: number): Promise<SroiVersionEntity> {
  const version = await tx.findOne(SroiVersionEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (version === null) throw new Refused({ code: 'NOT_FOUND', field: 'id' });
  refuseStale('sroiVersion', version, seen);
  return version;
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
