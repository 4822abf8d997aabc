#!/bin/sh
# A data set of duos for research, under pseudonyms, with its codebook: writes data-set.zip.
curl --silent --show-error --fail-with-body "${ORIGIN:-http://localhost:4000}/research/data-set.zip" \
  --output "${OUTPUT:-data-set.zip}" \
  --header "x-api-key: $KEY" \
  --header 'content-type: application/json' \
  --data '{"columns": ["duo", "mentee_gender", "mentee_education", "closed", "days_to_exit", "exit_within_12_months"], "period": {"from": "2016-01-01", "to": "2017-01-01"}, "smallestGroup": 5, "purpose": "MEASUREMENT", "recipient": "Université de Namur, S. Lambert", "use": "Evaluation of the duos of 2016", "language": "en"}'
