import { alternate, type Result } from './measure.ts';
import { post, repeat } from './http.ts';
import type { Platform } from './platform.ts';
import { freePort, start } from './processes.ts';

const REQUESTS = 150;
const TOGETHER = 4;

const OURS = {
  query:
    '{ duos(first: 50) { edges { node { id reference startedOn mentee { person { name } } mentor { person { name } } coordinator { name } } } } }',
};
const THEIRS = {
  query: `{ allDuos(first: 50, orderBy: STARTED_ON_DESC) { nodes { rowId reference startedOn
    menteeByMenteeId { personByPersonId { givenName familyName } } mentorByMentorId { personByPersonId { givenName familyName } }
    coordinatorByCoordinatorId { name } } } }`,
};

/** 50 duos with mentor, mentee and coordinator: against plain SQL, and against PostGraphile, all over HTTP. */
export async function measureDuos({ origin, key, databaseUrl }: Platform): Promise<Result[]> {
  const [plainPort, graphilePort] = [await freePort(), await freePort()];
  const plain = await start(
    ['bench/src/servers/plain.ts'],
    { DATABASE_URL: databaseUrl, PORT: String(plainPort) },
    /ready/,
  );
  const graphile = await start(
    ['bench/src/servers/postgraphile.ts'],
    {
      DATABASE_URL: databaseUrl,
      PORT: String(graphilePort),
      GRAPHILE_ENV: 'production',
      NODE_ENV: 'production',
    },
    /ready/,
  );
  try {
    const ours = () =>
      repeat(REQUESTS, TOGETHER, () => post(`${origin}/graphql`, OURS, { 'x-api-key': key }));
    const bySql = () => repeat(REQUESTS, TOGETHER, () => post(`http://127.0.0.1:${plainPort}/`, {}));
    const byGraphile = () =>
      repeat(REQUESTS, TOGETHER, () => post(`http://127.0.0.1:${graphilePort}/graphql`, THEIRS));
    const againstSql = await alternate(ours, bySql);
    const againstGraphile = await alternate(ours, byGraphile);
    const each = (milliseconds: number) => `${(milliseconds / REQUESTS).toFixed(2)} ms`;
    const ratioOf = ({ ours: own, theirs }: typeof againstSql) => theirs / own;
    return [
      {
        what: '(a) 50 duos with mentor, mentee and coordinator over HTTP, rate against plain `pg` and JSON over HTTP',
        measured: `${ratioOf(againstSql).toFixed(2)} (${each(againstSql.ours)} against ${each(againstSql.theirs)} a request, ${TOGETHER} at once)`,
        target: 'at least 0.33',
        met: ratioOf(againstSql) >= 0.33,
      },
      {
        what: '(a) the same against PostGraphile 5 on the same database',
        measured: `${ratioOf(againstGraphile).toFixed(2)} (${each(againstGraphile.ours)} against ${each(againstGraphile.theirs)})`,
        target: 'at least 1',
        met: ratioOf(againstGraphile) >= 1,
      },
    ];
  } finally {
    await plain.stop();
    await graphile.stop();
  }
}
