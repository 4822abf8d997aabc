select count(*) as numerator, null as denominator from duo where started_on <= $1 and (closed_on is null or closed_on > $1)
