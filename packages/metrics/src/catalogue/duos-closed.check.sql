select count(*) as numerator, null as denominator from duo where closed_on <= $1
