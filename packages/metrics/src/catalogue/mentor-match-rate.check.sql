with seen as (
  select person_id, mentor.id as mentor_id, array_agg(stage) as stages from stage_change join mentor using (person_id)
  where journey = 'MENTOR' group by 1, 2 having min(reached_on) filter (where stage = 'INFO_SESSION') <= $1)
select count(*) filter (where exists (select 1 from duo where duo.mentor_id = seen.mentor_id)) as numerator, count(*) as denominator from seen where 'TRAINED' = any (stages)
