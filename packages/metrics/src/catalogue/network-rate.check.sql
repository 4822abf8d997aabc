select count(*) filter (where score >= 4) as numerator, count(*) as denominator from answer join response on response.id = response_id
  join duo on duo.id = duo_id where question = 'NETWORK' and closed_on <= $1
