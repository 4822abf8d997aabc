import { earmark } from '@tandem/domain/funding';
import { MAXIMUM_EARMARKS } from '@tandem/domain/money-inputs';
import type { ClosureReason } from '@tandem/domain/vocabulary';
import type { Context } from '../../graphql/context.ts';
import { badRequest } from '../../graphql/errors.ts';
import type { GrantDuoFilter, GrantDuoPage } from './grant-duo.type.ts';
import { BEGINS_BEFORE, GOES_ON_AFTER } from './earmark.loader.ts';
import { GrantEntity } from './grant.entity.ts';

interface Row {
  readonly id: string;
  readonly reference: string;
  readonly branchId: string;
  readonly branchName: string;
  readonly branchCountry: string;
  readonly startedOn: string;
  readonly plannedEndOn: string;
  readonly closedOn: string | null;
  readonly closureReason: ClosureReason | null;
  readonly beginsBefore: boolean;
  readonly goesOnAfter: boolean;
  readonly taken: number;
  readonly own: number;
  readonly total: number;
}

/** Duos that a grant pays or could pay, and for each whether `share` of it could be earmarked: the preview of earmarking. */
export async function duosForGrant(
  context: Context,
  grantId: string,
  share: number,
  filter: GrantDuoFilter,
  { first, skip }: { readonly first: number; readonly skip: number },
): Promise<GrantDuoPage | null> {
  if (first < 1 || first > MAXIMUM_EARMARKS)
    throw badRequest(`At least 1 and at most ${MAXIMUM_EARMARKS} duos at once, not ${first}.`);
  if (skip < 0) throw badRequest(`So many duos are left out before the first: 0 or more, not ${skip}.`);
  const grant = await context.db.getRepository(GrantEntity).findOneBy({ id: grantId });
  if (grant === null || grant.removedAt !== null) return null;
  const rows: Row[] = await context.db.query(
    `select duo.id, duo.reference, branch.id as "branchId", branch.name as "branchName", branch.country as "branchCountry",
       duo.started_on as "startedOn", duo.planned_end_on as "plannedEndOn", duo.closed_on as "closedOn",
       duo.closure_reason as "closureReason", shares.taken, shares.own,
       beyond.begins_before as "beginsBefore", beyond.goes_on_after as "goesOnAfter", count(*) over () as total
     from duo join branch on branch.id = duo.branch_id join funding_grant on funding_grant.id = $1
     cross join lateral (
       select coalesce(sum(share) filter (where grant_id <> $1), 0) as taken, coalesce(sum(share) filter (where grant_id = $1), 0) as own
       from earmark where duo_id = duo.id) as shares
     -- What goes on counts by its planned end.
     cross join lateral (
       select ${BEGINS_BEFORE} as begins_before, ${GOES_ON_AFTER} as goes_on_after) as beyond
     where ($2::boolean is null or (shares.own > 0) = $2)
       and ($3::boolean is not true or shares.taken + shares.own < 1)
       and ($4::boolean is not true or (duo.started_on < ends_before and coalesce(duo.closed_on, duo.planned_end_on) >= starts_on
         and (funding_grant.branch_id is null or duo.branch_id = funding_grant.branch_id)))
       and ($5::boolean is null or (beyond.begins_before or beyond.goes_on_after) = $5)
       and ($6::uuid[] is null or duo.branch_id = any ($6))
       and ($7::date is null or (duo.started_on >= $7 and duo.started_on < $8::date))
       and ($9::text is null or strpos(lower(duo.reference), lower($9)) > 0)
     order by duo.started_on, duo.reference limit $10 offset $11`,
    [
      grantId,
      filter.earmarked ?? null,
      filter.free ?? null,
      filter.fitting ?? null,
      filter.beyondPeriod ?? null,
      filter.branch ?? null,
      filter.started?.from ?? null,
      filter.started?.to ?? null,
      filter.search?.trim() || null,
      first,
      skip,
    ],
  );
  // Beyond the last one no row says how many there are.
  if (rows.length === 0 && skip > 0) {
    const before = await duosForGrant(context, grantId, share, filter, { first: 1, skip: 0 });
    return before && { ...before, duos: [] };
  }
  return {
    totalCount: rows[0]?.total ?? 0,
    duos: rows.map((row) => {
      const decision = earmark(grant, row, row.taken, share);
      const branch = { id: row.branchId, name: row.branchName, country: row.branchCountry };
      return {
        ...row,
        grant,
        branch,
        refusal: decision.ok ? null : decision.refusal,
      };
    }),
  };
}
