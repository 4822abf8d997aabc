import { earmark } from '@tandem/domain/funding';
import { MAXIMUM_EARMARKS } from '@tandem/domain/money-inputs';
import type { ClosureReason } from '@tandem/domain/vocabulary';
import type { Context } from '../../graphql/context.ts';
import { badRequest } from '../../graphql/errors.ts';
import { BEGINS_BEFORE, GOES_ON_AFTER } from './earmark.loader.ts';
import { readDuos } from './earmark-writes.ts';
import type { EarmarkInput, EarmarkPreviewType, GrantDuoFilter, GrantDuoPage } from './grant-duo.type.ts';
import { GrantEntity } from './grant.entity.ts';

interface Row {
  readonly id: string;
  readonly reference: string;
  readonly branchId: string;
  readonly branchName: string;
  readonly branchCountry: string;
  readonly startedOn: string;
  readonly closedOn: string | null;
  readonly closureReason: ClosureReason | null;
  readonly beginsBefore: boolean;
  readonly goesOnAfter: boolean;
  readonly taken: number;
  readonly own: number;
  readonly total: number;
}

/** Duos that a grant pays or could pay. */
export async function duosForGrant(
  context: Context,
  grantId: string,
  filter: GrantDuoFilter,
  { first, skip }: { readonly first: number; readonly skip: number },
): Promise<GrantDuoPage | null> {
  if (first < 1 || first > MAXIMUM_EARMARKS)
    throw badRequest(`At least 1 and at most ${MAXIMUM_EARMARKS} duos at once, not ${first}.`);
  if (skip < 0) throw badRequest(`So many duos are left out before the first: 0 or more, not ${skip}.`);
  const grant = await findPaying(context, grantId);
  if (grant === null) return null;
  const { from, where, values } = duosThat(filter);
  const rows: Row[] = await context.db.query(
    `with page as (
       select duo.id, count(*) over () as total from ${from} join funding_grant on funding_grant.id = $1
       where ${where.join(' and ')} order by duo.started_on, duo.reference limit $2 offset $3)
     select duo.id, duo.reference, branch.id as "branchId", branch.name as "branchName", branch.country as "branchCountry",
       duo.started_on as "startedOn", duo.closed_on as "closedOn", duo.closure_reason as "closureReason", shares.taken, shares.own,
       ${BEGINS_BEFORE} as "beginsBefore", ${GOES_ON_AFTER} as "goesOnAfter", total
     from page join duo using (id) join branch on branch.id = duo.branch_id join funding_grant on funding_grant.id = $1
     cross join lateral (
       select coalesce(sum(share) filter (where grant_id <> $1), 0) as taken, coalesce(sum(share) filter (where grant_id = $1), 0) as own
       from earmark where duo_id = duo.id) as shares
     order by duo.started_on, duo.reference`,
    [grantId, first, skip, ...values],
  );
  // Beyond the last one no row says how many there are.
  if (rows.length === 0 && skip > 0) {
    const before = await duosForGrant(context, grantId, filter, { first: 1, skip: 0 });
    return before && { ...before, duos: [] };
  }
  return {
    totalCount: rows[0]?.total ?? 0,
    duos: rows.map((row) => {
      const branch = { id: row.branchId, name: row.branchName, country: row.branchCountry };
      return { ...row, grant, branch };
    }),
  };
}

/** Why each of some earmarks could not be written. */
export async function previewEarmarks(
  context: Context,
  grantId: string,
  earmarks: readonly EarmarkInput[],
): Promise<EarmarkPreviewType[] | null> {
  if (earmarks.length > MAXIMUM_EARMARKS)
    throw badRequest(`At most ${MAXIMUM_EARMARKS} duos at once, not ${earmarks.length}.`);
  const grant = await findPaying(context, grantId);
  if (grant === null) return null;
  const ids = earmarks.map(({ duoId }) => duoId);
  const duos = new Map((await readDuos(context.db, grantId, ids)).map((duo) => [duo.id, duo]));
  return earmarks.map(({ duoId, share }) => {
    const duo = duos.get(duoId);
    if (duo === undefined) return { duoId, refusal: { code: 'REFERENCE_UNKNOWN', field: 'duoId' } };
    const decision = earmark(grant, duo, duo.taken, share);
    return { duoId, refusal: decision.ok ? null : decision.refusal };
  });
}

async function findPaying({ db }: Context, id: string): Promise<GrantEntity | null> {
  const grant = await db.getRepository(GrantEntity).findOneBy({ id });
  return grant === null || grant.removedAt !== null ? null : grant;
}

/** Only what is asked for stands in the statement, so that it begins with the duos that the grant pays where these are asked for. */
function duosThat({ earmarked, free, fitting, beyondPeriod, branch, started, search }: GrantDuoFilter) {
  const where = ['true'];
  const values: unknown[] = [];
  const value = (of: unknown) => `$${FIRST_VALUE + values.push(of) - 1}`;
  if (earmarked === false)
    where.push('not exists (select from earmark where duo_id = duo.id and grant_id = $1)');
  if (free === true) where.push('coalesce((select sum(share) from earmark where duo_id = duo.id), 0) < 1');
  if (fitting === true)
    where.push(`duo.started_on < ends_before and coalesce(duo.closed_on, duo.planned_end_on) >= starts_on
      and (funding_grant.branch_id is null or duo.branch_id = funding_grant.branch_id)`);
  if (beyondPeriod != null) where.push(`(${BEGINS_BEFORE} or ${GOES_ON_AFTER}) = ${value(beyondPeriod)}`);
  if (branch != null) where.push(`duo.branch_id = any (${value(branch)}::uuid[])`);
  if (started != null)
    where.push(
      `duo.started_on >= ${value(started.from)}::date and duo.started_on < ${value(started.to)}::date`,
    );
  const text = search?.trim() ?? '';
  if (text !== '') where.push(`strpos(lower(duo.reference), lower(${value(text)})) > 0`);
  const from =
    earmarked === true
      ? '(select duo_id as id from earmark where grant_id = $1) as own join duo using (id)'
      : 'duo';
  return { from, where, values };
}
/** Before it stand the grant and which part of the list. */
const FIRST_VALUE = 4;
