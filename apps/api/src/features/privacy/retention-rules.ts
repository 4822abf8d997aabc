import { retentionRuleInput } from '@tandem/domain/privacy-inputs';
import { newId } from '../../database/new-id.ts';
import { viewerOf, type Context } from '../../graphql/context.ts';
import { parseInput, Refused } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import { listRules } from './retention.queries.ts';
import type { RetentionRuleInput } from './retention.type.ts';

/** Writes a rule; with an id, another one in its place. It is applied from the day after on. Returns its id. */
export function saveRetentionRule(
  context: Context,
  replaced: string | null,
  raw: RetentionRuleInput,
): Promise<string> {
  const input = parseInput(retentionRuleInput, raw);
  return context.db.transaction(async (tx) => {
    const rules = await listRules(tx);
    const before = rules.find(({ id }) => id === replaced);
    if (replaced !== null && before === undefined) throw new Refused({ code: 'NOT_FOUND', field: 'id' });
    const id = replaced ?? newId();
    await tx
      .query(
        `insert into retention_rule (id, kind, country, months, reason, written_on, written_by) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (id) do update set kind = excluded.kind, country = excluded.country, months = excluded.months,
           reason = excluded.reason, written_on = excluded.written_on, written_by = excluded.written_by`,
        [
          id,
          input.kind,
          input.country,
          input.keptMonths,
          input.reason,
          context.today,
          viewerOf(context).name,
        ],
      )
      .catch(refuseSecond);
    await recordChange(tx, context, {
      action: 'saveRetentionRule',
      recordKind: 'retentionRule',
      recordId: id,
      subjectId: id,
      before: before ?? null,
      after: input,
    });
    return id;
  });
}

/** Takes a rule away: what it was about is kept. */
export function removeRetentionRule(context: Context, id: string): Promise<true> {
  return context.db.transaction(async (tx) => {
    const before = (await listRules(tx)).find((rule) => rule.id === id);
    if (before === undefined) throw new Refused({ code: 'NOT_FOUND', field: 'id' });
    await tx.query('delete from retention_rule where id = $1', [id]);
    await recordChange(tx, context, {
      action: 'removeRetentionRule',
      recordKind: 'retentionRule',
      recordId: id,
      subjectId: id,
      before,
    });
    return true as const;
  });
}

function refuseSecond(error: unknown): never {
  if (error instanceof Error && 'constraint' in error && error.constraint === 'retention_rule_once')
    throw new Refused({ code: 'RULE_EXISTS', field: 'country' });
  throw error;
}
