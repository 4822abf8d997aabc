/**
 * Approved hours, each with its value in cents (null where no rate covers its day) and whether a grant of skills sponsorship
 * of its partner covers the day, so that it is in that grant already.
 */
export const VALUED_HOURS = `
select time_entry.worked_on, time_entry.minutes, volunteer.branch_id, volunteer.partner_id,
  exists (
    select from funding_grant where funding_grant.partner_id = volunteer.partner_id and kind = 'SKILLS_SPONSORSHIP' and counts
      and time_entry.worked_on >= starts_on and time_entry.worked_on < ends_before
  ) as covered,
  round(time_entry.minutes * (
    select cents_per_hour from in_kind_rate where from_day <= time_entry.worked_on order by from_day desc limit 1
  ) / 60.0)::bigint as cents
from time_entry join volunteer on volunteer.id = time_entry.volunteer_id
where time_entry.status = 'APPROVED' and time_entry.removed_at is null`;
