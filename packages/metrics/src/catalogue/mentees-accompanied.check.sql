select count(*) as numerator, null as denominator from (select mentee_id from duo group by mentee_id having min(started_on) <= $1) as accompanied
