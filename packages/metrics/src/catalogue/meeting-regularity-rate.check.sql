select count(*) filter (where (select count(*) from meeting where duo_id = duo.id and removed_at is null and held_on <= $1)
  / greatest(1.0, (least(coalesce(closed_on, $1), $1) - started_on) / 30.4375) >= 2) as numerator, count(*) as denominator from duo where started_on <= $1
