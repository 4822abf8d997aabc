select count(*) filter (where exists (select 1 from response where duo_id = duo.id and respondent = 'MENTEE')) as numerator,
  count(*) as denominator from duo where closed_on <= $1
