select count(*) as numerator, null as denominator from (select mentor_id from duo group by mentor_id having min(started_on) <= $1) as engaged
