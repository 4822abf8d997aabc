import { CATALOGUE, type MetricId } from '@tandem/metrics/catalogue';
import { compileFigure } from '@tandem/metrics/compile';
import { Pool } from 'pg';
import { post } from './http.ts';
import { alternate, type Result } from './measure.ts';
import type { Platform } from './platform.ts';

const DASHBOARD: readonly MetricId[] = [
  'DUOS_STARTED',
  'DUOS_CLOSED',
  'DUOS_ACTIVE',
  'POSITIVE_EXIT_RATE',
  'EMPLOYMENT_RATE',
  'STABLE_EMPLOYMENT_RATE',
  'COMPLETION_RATE',
  'MENTOR_LOYALTY_RATE',
  'MENTORING_HOURS',
  'SATISFACTION_RATE',
  'TOTAL_COST',
  'COST_PER_DUO',
];
const QUERY =
  'query Dashboard($requests: [FigureRequest!]!) { figures(requests: $requests) { __typename ... on Figure { value numerator denominator interval { lower upper } definition { id version } } } }';
const TIMES = 20;

/** A dashboard's figures over HTTP against the same statements by `pg`. */
export async function measureFigures({ origin, key, databaseUrl }: Platform): Promise<Result[]> {
  const pool = new Pool({ connectionString: databaseUrl, max: 12 });
  // Named, so that each connection keeps the plan: the API asks in the same way.
  const statements = DASHBOARD.map((id) => {
    const { text, values } = compileFigure(CATALOGUE[id], { asOf: '2017-12-31' });
    return { name: id, text, values: [...values] };
  });
  const body = { query: QUERY, variables: { requests: DASHBOARD.map((metric) => ({ metric })) } };
  const answer = await post(`${origin}/graphql`, body, { 'x-api-key': key });
  if (answer.match(/"__typename":"Figure"/g)?.length !== DASHBOARD.length)
    throw new Error(`not all figures came: ${answer.slice(0, 300)}`);
  const ours = async () => {
    for (let time = 0; time < TIMES; time += 1) await post(`${origin}/graphql`, body, { 'x-api-key': key });
  };
  const bySql = async () => {
    for (let time = 0; time < TIMES; time += 1)
      await Promise.all(statements.map((statement) => pool.query(statement)));
  };
  const { ours: own, theirs } = await alternate(ours, bySql);
  await pool.end();
  const [mine, sql] = [own / TIMES, theirs / TIMES];
  return [
    {
      what: `(b) a dashboard of ${DASHBOARD.length} figures over HTTP, time against the same SQL by \`pg\``,
      measured: `${(mine / sql).toFixed(2)} times, ${(mine - sql).toFixed(1)} ms more (${mine.toFixed(1)} ms against ${sql.toFixed(1)} ms)`,
      target: 'at most 1.5 times, or 10 ms more',
      met: mine <= Math.max(1.5 * sql, sql + 10),
    },
  ];
}
