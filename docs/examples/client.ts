// A typed client in one file: the types are those of apps/api/schema.graphql, checked when the project is checked.
// Run it with Node 24: KEY=… node docs/examples/client.ts
import type { DuoConnection, FigureResult } from './schema-types.ts';

const origin = process.env['ORIGIN'] ?? 'http://localhost:4000';
const key = process.env['KEY'];
if (key === undefined) throw new Error('Set KEY to an API key.');

interface Answer<Data> {
  data?: Data;
  errors?: { message: string; extensions?: { requestId?: string } }[];
}

/** Asks the API; what it refuses is thrown with the id under which it stands in the server's log. */
async function ask<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': key ?? '' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as Answer<Data>;
  const [problem] = errors ?? [];
  if (problem !== undefined) throw new Error(`${problem.message} (request ${problem.extensions?.requestId})`);
  if (data === undefined) throw new Error(`the API answered ${response.status} without data`);
  return data;
}

// 1. Two figures of 2016, in one request. A figure may be withheld, or there may be no data: the type says so.
const { figures } = await ask<{ figures: FigureResult[] }>(
  `query Figures($requests: [FigureRequest!]!) {
    figures(requests: $requests) {
      __typename
      ... on Figure { value numerator denominator interval { lower upper } definition { id version } }
      ... on Withheld { reason definition { id } }
      ... on NoData { definition { id } }
    }
  }`,
  {
    requests: [
      { metric: 'POSITIVE_EXIT_RATE', period: { from: '2016-01-01', to: '2017-01-01' } },
      { metric: 'COST_PER_DUO', period: { from: '2016-01-01', to: '2017-01-01' } },
    ],
  },
);
for (const figure of figures) {
  switch (figure.__typename) {
    case 'Figure':
      console.log(`${figure.definition.id}: ${figure.value} (${figure.numerator} of ${figure.denominator})`);
      break;
    case 'Withheld':
      console.log(`${figure.definition.id}: withheld, ${figure.reason}`);
      break;
    case 'NoData':
      console.log(`${figure.definition.id}: no data`);
      break;
  }
}

// 2. All active duos, page by page: a page has at most 200.
let after: string | null = null;
let count = 0;
do {
  const { duos }: { duos: DuoConnection } = await ask(
    `query Active($after: String) {
      duos(first: 200, after: $after, filter: { status: [ACTIVE] }) {
        pageInfo { hasNextPage endCursor }
        edges { node { reference startedOn } }
      }
    }`,
    { after },
  );
  count += duos.edges.length;
  after = duos.pageInfo.hasNextPage ? duos.pageInfo.endCursor : null;
} while (after !== null);
console.log(`${count} active duos`);
