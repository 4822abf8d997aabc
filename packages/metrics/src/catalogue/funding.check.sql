select coalesce(sum(amount_cents), 0) as numerator, null as denominator from funding_grant where starts_on <= $1 and status in ('AWARDED', 'SETTLED') and removed_at is null
