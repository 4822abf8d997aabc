select (select coalesce(sum(amount_cents), 0) from cost where booked_on <= $1) as numerator, (select count(*) from duo where closed_on <= $1 and closure_reason = 'COMPLETED') as denominator
