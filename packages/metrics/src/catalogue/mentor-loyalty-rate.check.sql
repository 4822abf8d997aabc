select count(*) filter (where exists (select 1 from duo d where d.mentor_id = firsts.mentor_id and d.started_on > firsts.closed_on and d.started_on <= $1)) as numerator,
  count(*) as denominator from (select mentor_id, min(closed_on) as closed_on from duo where closed_on <= $1 group by mentor_id) as firsts
