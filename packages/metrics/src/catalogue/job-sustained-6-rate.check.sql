with first_job as (
  select duo_id, min(observed_on) as began from outcome join duo on duo.id = duo_id
  where removed_at is null and situation = 'JOB' and observed_on >= started_on group by duo_id),
due as (select duo_id, began, (began + interval '6 months')::date as due from first_job where began <= $1),
judged as (
  select
    exists (select 1 from outcome o where o.duo_id = due.duo_id and o.removed_at is null and o.situation = 'JOB' and o.observed_on between began and $1
      and (o.observed_on >= due.due or o.contract_type = 'OPEN_ENDED' or (o.observed_on + make_interval(months => coalesce(o.months, 0)))::date >= due.due)) as held,
    exists (select 1 from outcome o where o.duo_id = due.duo_id and o.removed_at is null and o.situation <> 'JOB' and o.observed_on <= $1
      and o.observed_on > began and o.observed_on <= due.due) as lost
  from due where due.due <= $1)
select count(*) filter (where held and not lost) as numerator, count(*) filter (where held or lost) as denominator from judged
