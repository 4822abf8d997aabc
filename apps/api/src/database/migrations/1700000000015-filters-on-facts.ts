import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What rows are narrowed by stands on the facts themselves: answers carry the branch and the grants of their duo, and a
 * duo carries its meetings, so that figures over either meet one policy without looking another table up (which cost a
 * coordinator's dashboard a third of its time). Partners and programme-wide counts no longer read meetings at all.
 */
export class FiltersOnFacts1700000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter view duo_fact_source rename to duo_course_source;
create view duo_fact_source with (security_invoker = true) as
select duo_course_source.*, met.meeting_days, met.meeting_minutes
from duo_course_source cross join lateral (
  select
    coalesce(array_agg(held_on order by held_on, id), '{}') as meeting_days,
    coalesce(array_agg(minutes order by held_on, id), '{}') as meeting_minutes
  from meeting where meeting.duo_id = duo_course_source.duo_id and removed_at is null
) as met;
alter table duo_fact add column meeting_days date[] not null default '{}', add column meeting_minutes integer[] not null default '{}';

-- The meetings of these duos alone: what most writes change.
create function refresh_meeting_facts(touched uuid[]) returns void language sql as $$
  update duo_fact set meeting_days = source.meeting_days, meeting_minutes = source.meeting_minutes
  from duo_fact_source as source where source.duo_id = duo_fact.duo_id and duo_fact.duo_id = any (touched)
$$;

alter view response_fact_source rename to response_scores_source;
create view response_fact_source with (security_invoker = true) as
select response_scores_source.*, duo_fact.branch_id, duo_fact.gender, duo_fact.education_level, duo_fact.grant_ids, duo_fact.closed_on
from response_scores_source join duo_fact using (duo_id);
alter table response_fact add column branch_id uuid, add column gender text, add column education_level text,
  add column grant_ids uuid[], add column closed_on date;

select rebuild_facts();
grant select on duo_fact_source, response_fact_source to tandem_staff, tandem_coordinator;

drop policy coordinator_rows on response_fact;
create policy coordinator_rows on response_fact to tandem_coordinator using (branch_id = any (${OWN_BRANCHES})) with check (branch_id = any (${OWN_BRANCHES}));
drop policy partner_rows on response_fact;
create policy partner_rows on response_fact to tandem_partner using (grant_ids && ${OWN_GRANTS}) with check (false);
grant select (meeting_days, meeting_minutes) on duo_fact to tandem_partner;

drop policy partner_rows on meeting;
drop policy figures_rows on meeting;
revoke select (duo_id, held_on, minutes, removed_at) on meeting from tandem_partner, tandem_figures;
`);
  }

  async down(): Promise<void> {
    throw new Error('facts are not taken apart: restore the database instead');
  }
}

const OWN_BRANCHES = `(select string_to_array(current_setting('tandem.branches', true), ',')::uuid[])::uuid[]`;
const OWN_GRANTS = `array(select id from funding_grant where partner_id = (select nullif(current_setting('tandem.partner', true), '')::uuid))`;
