#!/bin/sh
# One figure with its interval. Needs KEY; ORIGIN is http://localhost:4000 unless set.
curl --silent --show-error --fail-with-body "${ORIGIN:-http://localhost:4000}/graphql" \
  --header "x-api-key: $KEY" \
  --header 'content-type: application/json' \
  --data '{"query": "{ figure(metric: POSITIVE_EXIT_RATE, parameters: {population: CLOSED}) { __typename ... on Figure { value numerator denominator interval { lower upper } definition { name version } } ... on Withheld { reason } } }"}'
