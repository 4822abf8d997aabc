select count(*) filter (where closure_reason = 'COMPLETED') as numerator, count(*) as denominator from duo where closed_on <= $1
