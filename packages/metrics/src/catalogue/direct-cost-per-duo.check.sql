select (select coalesce(sum(amount_cents), 0) from cost where booked_on <= $1 and nature = 'DIRECT') as numerator, (select count(*) from duo where started_on <= $1) as denominator
