select (select count(*) from stage_change s join stage_change info using (person_id, journey)
  where journey = 'MENTEE' and info.stage = 'INFO_SESSION' and info.reached_on <= $1 and s.stage = 'REGISTERED') as numerator, (select count(*) from stage_change s join stage_change info using (person_id, journey)
  where journey = 'MENTEE' and info.stage = 'INFO_SESSION' and info.reached_on <= $1 and s.stage = 'INFO_SESSION') as denominator
