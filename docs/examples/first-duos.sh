#!/bin/sh
# The duos that wait for somebody: ten of them, and where the next page begins.
curl --silent --show-error --fail-with-body "${ORIGIN:-http://localhost:4000}/graphql" \
  --header "x-api-key: $KEY" \
  --header 'content-type: application/json' \
  --data '{"query": "query Silent($after: String) { duos(first: 10, after: $after, filter: {attention: SILENT}) { totalCount pageInfo { hasNextPage endCursor } edges { node { reference startedOn lastMeetingOn mentee { person { name } } mentor { person { name } } } } } }", "variables": {"after": null}}'
