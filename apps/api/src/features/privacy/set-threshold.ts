import { thresholdInput } from '@tandem/domain/privacy-inputs';
import { decideThreshold, SAFE_MINIMUM } from '@tandem/domain/thresholds';
import type { ThresholdName } from '@tandem/domain/vocabulary';
import type { EntityManager } from 'typeorm';
import { newId } from '../../database/new-id.ts';
import { viewerOf, type Context } from '../../graphql/context.ts';
import { decided, parseInput } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import type { ThresholdType } from './threshold.type.ts';

/** Every value that a limit had, the one in force first within a limit. */
export async function listThresholds(db: Pick<EntityManager, 'query'>): Promise<ThresholdType[]> {
  const rows: Omit<ThresholdType, 'safeMinimum'>[] = await db.query(
    `select id, name, value, reason, set_at as "setAt", set_by as "setBy",
       row_number() over (partition by name order by set_at desc, id desc) = 1 as "inForce"
     from disclosure_threshold order by name, set_at desc, id desc`,
  );
  return rows.map((row) => ({ ...row, safeMinimum: SAFE_MINIMUM[row.name] }));
}

/** Sets a limit of disclosure control, with a written reason; the former values stay. Returns the new row's id. */
export function setThreshold(
  context: Context,
  name: ThresholdName,
  raw: { value: number; reason: string },
): Promise<string> {
  const { value, reason } = parseInput(thresholdInput, raw);
  decided(decideThreshold(name, value));
  const id = newId();
  return context.db.transaction(async (tx) => {
    const before = (await listThresholds(tx)).find((row) => row.name === name && row.inForce);
    await tx.query(
      'insert into disclosure_threshold (id, name, value, reason, set_by) values ($1, $2, $3, $4, $5)',
      [id, name, value, reason, viewerOf(context).name],
    );
    await recordChange(tx, context, {
      action: 'setThreshold',
      recordKind: 'threshold',
      recordId: id,
      subjectId: id,
      before: before === undefined ? null : { name, value: before.value, reason: before.reason },
      after: { name, value, reason },
    });
    return id;
  });
}
