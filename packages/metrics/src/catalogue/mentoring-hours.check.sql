select coalesce(sum(minutes), 0) / 60.0 as numerator, null as denominator from meeting where removed_at is null and held_on <= $1
