select (select count(*) from attendance where status = 'ATTENDED'
    and event_id in (select id from event where held_on <= $1 and cancelled_at is null)) as numerator,
  (select count(*) from attendance where status in ('ATTENDED', 'ABSENT', 'EXCUSED')
    and event_id in (select id from event where held_on <= $1 and cancelled_at is null)) as denominator
