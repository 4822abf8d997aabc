import type { EntityManager } from 'typeorm';
import { SroiModelEntity } from './sroi-model.entity.ts';
import { SroiRowEntity } from './sroi-row.entity.ts';
import { SroiVersionEntity } from './sroi-version.entity.ts';
import { countFor } from './value-map.loader.ts';

interface Publication {
  readonly at: Date;
  /** The programme's day, of which quantities and cost are. */
  readonly day: string;
  readonly by: string;
}

/** What a version is published with: the quantities of its rows, in their order, and what was put in, in cents. */
export function countForPublication(tx: EntityManager, rows: Parameters<typeof countFor>[0], day: string) {
  return countFor(rows, (text, values) => tx.query(text, [...values]), { asOf: day });
}

/** Writes down what a version is published with, locks it, and makes it the one that figures come from. */
export async function freezeVersion(
  tx: EntityManager,
  { id, modelId }: Pick<SroiVersionEntity, 'id' | 'modelId'>,
  rows: readonly SroiRowEntity[],
  { quantities, investment }: Awaited<ReturnType<typeof countForPublication>>,
  { at, day, by }: Publication,
): Promise<void> {
  for (const [index, row] of rows.entries())
    await tx.update(SroiRowEntity, { id: row.id }, { publishedQuantity: quantities[index] ?? 0 });
  await tx.update(
    SroiVersionEntity,
    { id },
    {
      status: 'PUBLISHED',
      version: () => 'version + 1',
      publishedAt: at,
      publishedAsOf: day,
      publishedBy: by,
      publishedInvestmentCents: investment,
    },
  );
  await tx.update(SroiModelEntity, { id: modelId }, { publishedVersionId: id });
}
