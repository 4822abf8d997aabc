select (select count(distinct mentee_id) from duo join mentee on mentee.id = mentee_id join stage_change info using (person_id)
  where info.stage = 'INFO_SESSION' and info.journey = 'MENTEE' and info.reached_on <= $1) as numerator, (select count(*) from stage_change s join stage_change info using (person_id, journey)
  where journey = 'MENTEE' and info.stage = 'INFO_SESSION' and info.reached_on <= $1 and s.stage = 'INTAKE') as denominator
