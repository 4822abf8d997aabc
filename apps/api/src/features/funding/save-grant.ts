import { addDays } from '@tandem/domain/calendar-day';
import { checkGrant, fitsGrant } from '@tandem/domain/funding';
import { grantInput, type GrantInput as CheckedGrant } from '@tandem/domain/money-inputs';
import type { AuditAction } from '@tandem/domain/audit';
import type { EntityManager } from 'typeorm';
import { newId } from '../../database/new-id.ts';
import type { Context } from '../../graphql/context.ts';
import { decided, parseInput, Refused, refuseStale } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import { readDuosOfGrant } from './earmark-writes.ts';
import { GrantConditionEntity, GrantDeadlineEntity, GrantInstalmentEntity } from './grant-terms.entity.ts';
import { GrantEntity } from './grant.entity.ts';
import type { GrantInput } from './grant.type.ts';

/** Writes a new grant down with all that was agreed. Returns its id. */
export function createGrant(context: Context, raw: GrantInput): Promise<string> {
  const input = decided(checkGrant(parseInput(grantInput, raw), context.today));
  return context.db.transaction(async (tx) => {
    const id = newId();
    const own = grantOf(input);
    await tx
      .insert(GrantEntity, { id, version: 1, currency: 'EUR', removedAt: null, ...own })
      .catch(refuseGrant);
    await saveTerms(tx, id, input);
    await record(tx, context, 'createGrant', id, null, input);
    return id;
  });
}

/** Puts a grant in the place of the one of this version; its undo is to put the former back. */
export function changeGrant(context: Context, id: string, version: number, raw: GrantInput): Promise<string> {
  const input = decided(checkGrant(parseInput(grantInput, raw), context.today));
  return context.db.transaction(async (tx) => {
    const grant = await lockGrant(tx, id);
    refuseStale('grant', grant, version);
    const before = await wholeGrant(tx, grant);
    const own = grantOf(input);
    await refuseEarmarksOutside(tx, grant, own);
    await tx.update(GrantEntity, { id }, { ...own, version: version + 1 }).catch(refuseGrant);
    // Facts hold who pays a duo.
    if (own.funderId !== grant.funderId)
      await tx.query('select refresh_duo_facts(array(select duo_id from earmark where grant_id = $1))', [id]);
    await saveTerms(tx, id, input);
    if (grant.counts) await refuseUncounted(tx, id, 'status');
    await record(tx, context, 'changeGrant', id, before, input);
    return id;
  });
}

/** Takes out a grant that pays nothing (it can be put back). */
export function removeGrant(context: Context, id: string, version: number): Promise<string> {
  return context.db.transaction(async (tx) => {
    const grant = await lockGrant(tx, id);
    refuseStale('grant', grant, version);
    await tx.update(GrantEntity, { id }, { removedAt: context.now, version: version + 1 });
    await refuseUncounted(tx, id, 'id');
    await record(tx, context, 'removeGrant', id, await wholeGrant(tx, grant), null);
    return id;
  });
}

/** Puts a grant back that was taken out. */
export function restoreGrant(context: Context, id: string, version: number): Promise<string> {
  return context.db.transaction(async (tx) => {
    const grant = await lockGrant(tx, id, { removed: true });
    refuseStale('grant', grant, version);
    await tx.update(GrantEntity, { id }, { removedAt: null, version: version + 1 });
    await record(tx, context, 'restoreGrant', id, null, await wholeGrant(tx, grant));
    return id;
  });
}

/** The grant, held until the transaction ends, so that nobody earmarks to it what a change leaves out. */
async function lockGrant(tx: EntityManager, id: string, { removed = false } = {}): Promise<GrantEntity> {
  const grant = await tx.findOne(GrantEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (grant === null || (grant.removedAt !== null) !== removed)
    throw new Refused({ code: 'NOT_FOUND', field: 'id' });
  return grant;
}

function grantOf(input: CheckedGrant) {
  const { conditions: _, instalments: __, deadlines: ___, endsOn, ...own } = input;
  return { ...own, endsBefore: addDays(endsOn, 1) };
}

/**
 * Duos that fitted the grant have to fit it after the change as well. Those that never did came with the operator's
 * files, and are no reason to refuse.
 */
async function refuseEarmarksOutside(
  tx: EntityManager,
  before: GrantEntity,
  after: ReturnType<typeof grantOf>,
): Promise<void> {
  const duos = await readDuosOfGrant(tx, before.id);
  const outside = duos.filter((duo) => fitsGrant(before, duo).ok && !fitsGrant(after, duo).ok);
  if (outside.length > 0)
    throw new Refused({ code: 'EARMARKS_OUTSIDE_GRANT', field: 'endsOn', params: { count: outside.length } });
}

/** What pays duos or lines, or has brought money in, counts. */
async function refuseUncounted(tx: EntityManager, id: string, field: 'id' | 'status'): Promise<void> {
  const [used]: unknown[] = await tx.query(
    `select from funding_grant as g where id = $1 and not counts and (
       exists (select from earmark where grant_id = g.id) or exists (select from cost where grant_id = g.id)
       or exists (select from grant_instalment where grant_id = g.id and received_on is not null))`,
    [id],
  );
  if (used !== undefined) throw new Refused({ code: 'GRANT_IN_USE', field });
}

/** Terms keep their ids, so that who reads the trail can follow one. */
async function saveTerms(
  tx: EntityManager,
  grantId: string,
  { conditions, instalments, deadlines }: CheckedGrant,
): Promise<void> {
  const placed = <T extends { id: string | null }>(terms: readonly T[], known: ReadonlySet<string>) =>
    terms.map((term, position) => ({
      ...term,
      id: term.id !== null && known.has(term.id) ? term.id : newId(),
      grantId,
      position,
    }));
  const known = async (table: string) => {
    const rows: { id: string }[] = await tx.query(
      `with gone as (delete from ${table} where grant_id = $1 returning id) select id from gone`,
      [grantId],
    );
    return new Set(rows.map(({ id }) => id));
  };
  const [ofConditions, ofInstalments, ofDeadlines] = [
    await known('grant_condition'),
    await known('grant_instalment'),
    await known('grant_deadline'),
  ];
  await tx.insert(GrantConditionEntity, placed(conditions, ofConditions));
  await tx.insert(GrantInstalmentEntity, placed(instalments, ofInstalments));
  await tx.insert(GrantDeadlineEntity, placed(deadlines, ofDeadlines));
}

/** A grant as its input says it. */
async function wholeGrant(tx: EntityManager, grant: GrantEntity): Promise<object> {
  const { id: grantId, endsBefore, version: _, removedAt: __, counts: ___, currency: ____, ...own } = grant;
  const of = { where: { grantId }, order: { position: 'ASC' } } as const;
  return {
    ...own,
    endsOn: addDays(endsBefore, -1),
    conditions: await tx.find(GrantConditionEntity, of),
    instalments: await tx.find(GrantInstalmentEntity, of),
    deadlines: await tx.find(GrantDeadlineEntity, of),
  };
}

function record(
  tx: EntityManager,
  context: Context,
  action: AuditAction,
  id: string,
  before: object | null,
  after: object | null,
): Promise<string> {
  return recordChange(tx, context, {
    action,
    recordKind: 'grant',
    recordId: id,
    subjectId: id,
    before,
    after,
  });
}

const REFUSED_BY_DATABASE: Readonly<Record<string, Refused>> = {
  funding_grant_reference_key: new Refused({ code: 'REFERENCE_TAKEN', field: 'reference' }),
  funding_grant_partner_id_fkey: new Refused({ code: 'REFERENCE_UNKNOWN', field: 'funderId' }),
  funding_grant_branch_id_fkey: new Refused({ code: 'REFERENCE_UNKNOWN', field: 'branchId' }),
};

function refuseGrant(error: unknown): never {
  if (!(error instanceof Error)) throw error;
  const { constraint } = error as { constraint?: string };
  throw REFUSED_BY_DATABASE[constraint ?? ''] ?? error;
}
