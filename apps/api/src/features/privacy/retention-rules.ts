import type { CalendarDay } from '@tandem/domain/calendar-day';
import { retentionRuleInput } from '@tandem/domain/privacy-inputs';
import type { EntityManager } from 'typeorm';
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
    if (before !== undefined && (before.kind !== input.kind || before.country !== input.country))
      await stepIn(tx, before, context.today);
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

/** Takes a rule away. A wider one that steps in its place counts from the day after, as one that is written. */
export function removeRetentionRule(context: Context, id: string): Promise<true> {
  return context.db.transaction(async (tx) => {
    const before = (await listRules(tx)).find((rule) => rule.id === id);
    if (before === undefined) throw new Refused({ code: 'NOT_FOUND', field: 'id' });
    await tx.query('delete from retention_rule where id = $1', [id]);
    await stepIn(tx, before, context.today);
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

/** The rule of all countries now counts where another one did: it can be looked at for a day before anything goes. */
async function stepIn(
  tx: EntityManager,
  { kind, country }: { readonly kind: string; readonly country: string | null },
  today: CalendarDay,
): Promise<void> {
  if (country !== null)
    await tx.query('update retention_rule set written_on = $2 where kind = $1 and country is null', [
      kind,
      today,
    ]);
}

function refuseSecond(error: unknown): never {
  if (error instanceof Error && 'constraint' in error && error.constraint === 'retention_rule_once')
    throw new Refused({ code: 'RULE_EXISTS', field: 'country' });
  throw error;
}
