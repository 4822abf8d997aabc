with seen as (
  select person_id, array_agg(stage) as stages from stage_change
  where journey = 'MENTOR' and reached_on <= $1 group by 1 having 'INFO_SESSION' = any (array_agg(stage)))
select count(*) filter (where 'TRAINED' = any (stages)) as numerator,
  count(*) as denominator from seen where 'INTERVIEW' = any (stages)
