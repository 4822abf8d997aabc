/**
 * The staged rows that are not there yet, of files whose rows have no reference of their own, each with a key: its
 * content and its turn among equal rows. The same file again gives the same keys, and so adds nothing. Imports come
 * one after the other, so that looking is enough and no insertion need be ready for a conflict.
 */
export const NEW_KEYED = (table: string, content: string, among = 'true') => `select * from (
     select s.*, '${table}:' || hash || ':' || row_number() over (partition by hash order by file, line) as import_key
     from (select *, md5(row(${content})::text) collate "C" as hash from stage_${table}s where ${among}) as s) as keyed
   where not exists (select 1 from ${table} where ${table}.import_key = keyed.import_key)`;

/** Costs without a reference of their own that are not there yet. One without a nature is the line of the usual one. */
export const NEW_COSTS = NEW_KEYED(
  'cost',
  'booked_on, category, branch, amount_cents, coalesce(nature, usual_nature(category)), bearing_grant',
  'reference is null',
);

/**
 * Costs with a reference, each with the line that stands under it in the ledger as `former`, what it would be booked as, and
 * its fate: `NEW`, `THERE` as the row says it, `CHANGED` by the row, or `TAKEN_BACK` by hand with nothing in its place. What a
 * row leaves empty stays what it was, the nature as long as its category does.
 */
export const REFERENCED_COSTS = `select *, case when not known then 'NEW' when former_id is null then 'TAKEN_BACK'
     when (booked_on, category, branch_id, amount_cents, next_nature, next_grant_id)
       is distinct from (former_about, former_category, former_branch_id, former_cents, former_nature, former_grant_id) then 'CHANGED'
     else 'THERE' end as fate
   from (
     select s.file, s.line, s.booked_on, s.category, s.amount_cents, s.reference, branch.id as branch_id,
       former.id as former_id, former.booked_on as former_on, coalesce(former.document_on, former.booked_on) as former_about,
       former.category as former_category, former.branch_id as former_branch_id, former.amount_cents as former_cents,
       former.nature as former_nature, former.grant_id as former_grant_id,
       coalesce(s.nature, case when former.category = s.category then former.nature end, usual_nature(s.category)) as next_nature,
       coalesce(funding_grant.id, former.grant_id) as next_grant_id,
       exists (select from cost where cost.reference = s.reference) as known
     from stage_costs as s left join branch on branch.name = s.branch left join funding_grant on funding_grant.reference = s.bearing_grant
     left join cost as former on former.reference = s.reference and former.entry <> 'REVERSAL'
       and not exists (select from cost as reversal where reversal.corrects_id = former.id and reversal.entry = 'REVERSAL')
     where s.reference is not null) as referenced`;
