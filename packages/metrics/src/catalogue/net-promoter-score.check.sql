select count(*) filter (where score >= 9) - count(*) filter (where score <= 6) as numerator, count(*) as denominator
  from answer join response on response.id = response_id join duo on duo.id = duo_id where question = 'RECOMMENDATION' and closed_on <= $1
