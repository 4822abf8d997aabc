select (select coalesce(sum(amount_cents), 0) from cost where booked_on <= $1) as numerator, null as denominator
