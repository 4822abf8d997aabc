import { comparisonGroupInput } from '@tandem/domain/comparison-inputs';
import type { AuditAction } from '@tandem/domain/audit';
import type { EntityManager } from 'typeorm';
import type { Context } from '../../graphql/context.ts';
import type { RecordVersionInput } from '../../graphql/inputs.type.ts';
import { parseInput, Refused, refuseStale } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import { findComparisonGroup } from './comparison.queries.ts';
import type { ComparisonGroupInput, ComparisonGroupType } from './comparison-group.type.ts';

/** Says where the rows of a group are from, or gives it another name. */
export function describeComparisonGroup(
  context: Context,
  seen: RecordVersionInput,
  raw: ComparisonGroupInput,
): Promise<string> {
  const input = parseInput(comparisonGroupInput, raw);
  return change(context, seen, 'describeComparisonGroup', async (tx, before) => {
    if (before.removed) throw new Refused({ code: 'NOT_FOUND', field: 'id' });
    await tx
      .query('update comparison_group set name = $2, source = $3 where id = $1', [
        before.id,
        input.name,
        input.source,
      ])
      .catch(refuseSecond);
    return input;
  });
}

/** Takes a group away with its rows. It can be put back for a month; then its rows are erased (retain-regularly.ts). */
export function removeComparisonGroup(context: Context, seen: RecordVersionInput): Promise<string> {
  return change(context, seen, 'removeComparisonGroup', async (tx, before) => {
    if (before.removed) throw new Refused({ code: 'NOT_FOUND', field: 'id' });
    await tx.query('update comparison_group set removed_at = $2 where id = $1', [before.id, context.now]);
    return { removed: true };
  });
}

/** Puts a group back that was removed. */
export function restoreComparisonGroup(context: Context, seen: RecordVersionInput): Promise<string> {
  return change(context, seen, 'restoreComparisonGroup', async (tx, before) => {
    if (!before.removed) throw new Refused({ code: 'NOT_FOUND', field: 'id' });
    await tx
      .query('update comparison_group set removed_at = null where id = $1', [before.id])
      .catch(refuseSecond);
    return { removed: false };
  });
}

function change(
  context: Context,
  { id, version }: RecordVersionInput,
  action: AuditAction,
  apply: (tx: EntityManager, before: ComparisonGroupType) => Promise<object>,
): Promise<string> {
  return context.db.transaction(async (tx) => {
    await tx.query('select 1 from comparison_group where id = $1 for update', [id]);
    const found = await findComparisonGroup(tx, id);
    if (found === undefined) throw new Refused({ code: 'NOT_FOUND', field: 'id' });
    refuseStale('comparisonGroup', found, version);
    const after = await apply(tx, found);
    await tx.query('update comparison_group set version = version + 1 where id = $1', [id]);
    const { name, source, removed } = found;
    await recordChange(tx, context, {
      action,
      recordKind: 'comparisonGroup',
      recordId: id,
      subjectId: id,
      before: { name, source, removed },
      after,
    });
    return id;
  });
}

function refuseSecond(error: unknown): never {
  if (error instanceof Error && 'constraint' in error && error.constraint === 'comparison_group_name')
    throw new Refused({ code: 'REFERENCE_TAKEN', field: 'name' });
  throw error;
}
