import * as rules from '@tandem/domain/funding';
import { duoIdsInput, earmarksInput } from '@tandem/domain/money-inputs';
import type { AuditAction } from '@tandem/domain/audit';
import type { EntityManager } from 'typeorm';
import type { Transactions } from '../../database/database.ts';
import type { Context } from '../../graphql/context.ts';
import { decided, parseInput, Refused } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import { GrantEntity } from './grant.entity.ts';

/** A duo as earmarking looks at it: `taken` is what other grants pay of it, `own` what this one does. */
interface DuoOfGrant extends rules.EarmarkableDuo {
  readonly id: string;
  readonly taken: number;
  readonly own: number;
}

const COLUMNS = `duo.id, duo.branch_id as "branchId", duo.started_on as "startedOn", duo.planned_end_on as "plannedEndOn", duo.closed_on as "closedOn"`;

/** The duos that a grant pays. */
export function readDuosOfGrant(tx: EntityManager, grantId: string): Promise<rules.EarmarkableDuo[]> {
  return tx.query(`select ${COLUMNS} from earmark join duo on duo.id = earmark.duo_id where grant_id = $1`, [
    grantId,
  ]);
}

/** Earmarks duos to a grant, each with its share: all of them, or none and why. What it had earmarked of them before is replaced. */
export function earmarkDuos(
  context: Context,
  grantId: string,
  raw: readonly { duoId: string; share: number }[],
): Promise<string[]> {
  const earmarks = parseInput(earmarksInput, raw);
  return context.db.transaction(async (tx) => {
    const grant = await grantFor(tx, grantId);
    const ids = earmarks.map(({ duoId }) => duoId);
    if (new Set(ids).size < ids.length) throw new Refused({ code: 'REPEATED_IN_LIST', field: 'earmarks' });
    const duos = new Map((await lockDuos(tx, grantId, ids)).map((duo) => [duo.id, duo]));
    const before = await paidBefore(tx, grantId);
    const rows = earmarks.map(({ duoId, share }, index) => {
      const duo = duos.get(duoId);
      if (duo === undefined)
        throw new Refused({ code: 'REFERENCE_UNKNOWN', field: `earmarks.${index}.duoId` });
      const decision = rules.earmark(grant, duo, duo.taken, share, before.has(duoId));
      if (decision.ok) return { duoId, share: decision.value };
      const { field, ...refusal } = decision.refusal;
      throw new Refused({ ...refusal, field: `earmarks.${index}.${field}` });
    });
    await tx.query(
      `insert into earmark (grant_id, duo_id, share) select $1, * from unnest($2::uuid[], $3::numeric[])
       on conflict (duo_id, grant_id) do update set share = excluded.share`,
      [grantId, rows.map(({ duoId }) => duoId), rows.map(({ share }) => share)],
    );
    await tx.query('set constraints earmark_no_double_funding immediate').catch(refuseDoubleFunding);
    await afterwards(tx, context, 'earmarkDuos', grantId, ids, sharesOf([...duos.values()]), rows);
    return ids;
  });
}

/** Takes the earmarks of duos to a grant away; its undo is to earmark them again. */
export function removeEarmarks(context: Context, grantId: string, raw: readonly string[]): Promise<string[]> {
  const ids = parseInput(duoIdsInput, raw);
  return context.db.transaction(async (tx) => {
    decided(rules.mayEarmark(await grantFor(tx, grantId)));
    const before = sharesOf(await lockDuos(tx, grantId, ids));
    if (before.length < new Set(ids).size) throw new Refused({ code: 'NOT_FOUND', field: 'duoIds' });
    await tx.query('delete from earmark where grant_id = $1 and duo_id = any ($2)', [grantId, ids]);
    await afterwards(tx, context, 'removeEarmarks', grantId, ids, before, []);
    return ids;
  });
}

/** The grant, kept from being changed until the transaction ends. */
async function grantFor(tx: EntityManager, id: string): Promise<GrantEntity> {
  const grant = await tx.findOne(GrantEntity, { where: { id }, lock: { mode: 'pessimistic_read' } });
  if (grant === null || grant.removedAt !== null) throw new Refused({ code: 'NOT_FOUND', field: 'grantId' });
  return grant;
}

/** Duos in the order of their ids, so that two who earmark the same ones do not wait for each other. */
async function lockDuos(tx: EntityManager, grantId: string, ids: readonly string[]): Promise<DuoOfGrant[]> {
  await tx.query('select 1 from duo where id = any ($1) order by id for no key update', [ids]);
  return readDuos(tx, grantId, ids);
}

export function readDuos(
  db: Pick<Transactions, 'query'>,
  grantId: string,
  ids: readonly string[],
): Promise<DuoOfGrant[]> {
  return db.query(
    `select ${COLUMNS}, coalesce(sum(share) filter (where grant_id <> $1), 0) as taken, coalesce(sum(share) filter (where grant_id = $1), 0) as own
     from duo left join earmark on earmark.duo_id = duo.id where duo.id = any ($2) group by duo.id`,
    [grantId, ids],
  );
}

/** The duos of which the trail says that the grant paid them once: taking that away can be undone. */
async function paidBefore(tx: EntityManager, grantId: string): Promise<ReadonlySet<string>> {
  const rows: { id: string }[] = await tx.query(
    `select distinct former ->> 'duoId' as id
     from audit_entry cross join lateral jsonb_array_elements(before -> 'earmarks') as former
     where record_kind = 'earmark' and record_id = $1 and action = 'removeEarmarks'`,
    [grantId],
  );
  return new Set(rows.map(({ id }) => id));
}

function sharesOf(duos: readonly DuoOfGrant[]) {
  return duos.filter(({ own }) => own > 0).map(({ id: duoId, own: share }) => ({ duoId, share }));
}

async function afterwards(
  tx: EntityManager,
  context: Context,
  action: AuditAction,
  grantId: string,
  duoIds: readonly string[],
  before: object,
  after: object,
): Promise<void> {
  await tx.query('select refresh_duo_facts($1)', [duoIds]);
  await recordChange(tx, context, {
    action,
    recordKind: 'earmark',
    recordId: grantId,
    subjectId: grantId,
    before: { earmarks: before },
    after: { earmarks: after },
  });
}

function refuseDoubleFunding(error: unknown): never {
  if (error instanceof Error && (error as { constraint?: string }).constraint === 'earmark_no_double_funding')
    throw new Refused({ code: 'DUO_FUNDED_ALREADY', field: 'earmarks', params: { free: 0 } });
  throw error;
}
