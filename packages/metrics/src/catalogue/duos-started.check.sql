select count(*) as numerator, null as denominator from duo where started_on <= $1
