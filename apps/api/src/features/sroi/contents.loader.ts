import { SROI_ASSUMPTIONS } from '@tandem/domain/vocabulary';
import type { EntityManager } from 'typeorm';
import type { Database } from '../../database/database.ts';
import { SroiAssumptionEntity } from './sroi-assumption.entity.ts';
import { SroiRowEntity } from './sroi-row.entity.ts';
import { SroiScenarioEntity } from './sroi-scenario.entity.ts';

type Assumption = Pick<SroiAssumptionEntity, 'number' | 'value' | 'grade' | 'source'>;
/** A row with what it says on what its numbers stand, in the order of the numbers. */
export type RowOfVersion = SroiRowEntity & { readonly assumptions: readonly Assumption[] };

/** What belongs to a version, in order. */
export async function contentsOf(
  db: Pick<Database | EntityManager, 'getRepository'>,
  versionId: string,
): Promise<{ readonly rows: readonly RowOfVersion[]; readonly scenarios: readonly SroiScenarioEntity[] }> {
  const ofVersion = { where: { versionId }, order: { position: 'ASC' } } as const;
  const rows = await db.getRepository(SroiRowEntity).find(ofVersion);
  const assumptions = await db.getRepository(SroiAssumptionEntity).find({ where: { versionId } });
  return {
    rows: rows.map((row) => ({
      ...row,
      assumptions: SROI_ASSUMPTIONS.flatMap((number) =>
        assumptions
          .filter((told) => told.rowKey === row.key && told.number === number)
          .map(({ value, grade, source }) => ({ number, value, grade, source })),
      ),
    })),
    scenarios: await db.getRepository(SroiScenarioEntity).find(ofVersion),
  };
}

/** Writes rows with what they say on what their numbers stand. */
export async function insertRows(
  tx: EntityManager,
  rows: readonly (Omit<SroiRowEntity, 'publishedQuantity'> & Pick<RowOfVersion, 'assumptions'>)[],
): Promise<void> {
  await tx.insert(SroiRowEntity, [...rows]);
  await tx.insert(
    SroiAssumptionEntity,
    rows.flatMap(({ versionId, key, assumptions }) =>
      assumptions.map((assumption) => ({ ...assumption, versionId, rowKey: key })),
    ),
  );
}
