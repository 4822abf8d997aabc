import { alternate, type Pair, type Result } from './measure.ts';
import { post, repeat } from './http.ts';
import type { Platform } from './platform.ts';
import { freePort, start } from './processes.ts';

const REQUESTS = 150;
const TOGETHER = 4;
const DUOS = 50;

const OURS = {
  query: `{ duos(first: ${DUOS}) { edges { node { reference startedOn mentor { person { givenName familyName } }
    mentee { person { givenName familyName } } coordinator { name } } } } }`,
};
const THEIRS = {
  query: `{ allDuos(first: ${DUOS}, orderBy: STARTED_ON_DESC) { edges { node { reference startedOn
    mentorByMentorId { personByPersonId { givenName familyName } }
    menteeByMenteeId { personByPersonId { givenName familyName } } coordinatorByCoordinatorId { name } } } } }`,
};

/** 50 duos with mentor, mentee and coordinator: against plain SQL, and against PostGraphile, all over HTTP. */
export async function measureDuos({ origin, key, databaseUrl }: Platform): Promise<Result[]> {
  const serve = async (file: string, env: Record<string, string> = {}) => {
    const port = await freePort();
    const server = await start(
      [`bench/src/servers/${file}`],
      { DATABASE_URL: databaseUrl, PORT: String(port), NODE_ENV: 'production', ...env },
      /ready/,
    );
    return { ...server, url: `http://127.0.0.1:${port}` };
  };
  const planned = await serve('plain.ts');
  const prepared = await serve('plain.ts', { PREPARED: 'yes' });
  const graphile = await serve('postgraphile.ts', { GRAPHILE_ENV: 'production' });
  try {
    const askOurs = () => post(`${origin}/graphql`, OURS, { 'x-api-key': key });
    const askGraphile = () => post(`${graphile.url}/graphql`, THEIRS);
    for (const ask of [askOurs, askGraphile, () => post(planned.url, {}), () => post(prepared.url, {})])
      refuseOtherThanDuos(await ask());
    const load = (ask: () => Promise<string>) => () => repeat(REQUESTS, TOGETHER, ask);
    const compare = (ask: () => Promise<string>) => alternate(load(askOurs), load(ask));
    return [
      resultOf(
        '(a) 50 duos with mentor, mentee and coordinator over HTTP, rate against plain `pg` with one JOIN',
        await compare(() => post(planned.url, {})),
        0.33,
      ),
      resultOf(
        '(a) the same, where plain `pg` keeps its plan in a prepared statement, as ours does',
        await compare(() => post(prepared.url, {})),
        0.33,
      ),
      resultOf('(a) the same against PostGraphile 5 on the same database', await compare(askGraphile), 1),
    ];
  } finally {
    for (const server of [planned, prepared, graphile]) await server.stop();
  }
}

/** A server that answers with an error, or with less, would be fast. */
function refuseOtherThanDuos(answer: string): void {
  const references = answer.match(/"reference":"BD\d+"/g) ?? [];
  if (references.length !== DUOS || answer.includes('"errors"'))
    throw new Error(`${references.length} duos came, not ${DUOS}: ${answer.slice(0, 300)}`);
}

function resultOf(what: string, { ours, theirs }: Pair, least: number): Result {
  const ratio = theirs / ours;
  const each = (milliseconds: number) => `${(milliseconds / REQUESTS).toFixed(2)} ms`;
  return {
    what,
    measured: `${ratio.toFixed(2)} (${each(ours)} against ${each(theirs)} a request, ${TOGETHER} at once)`,
    target: `at least ${least}`,
    met: ratio >= least,
    ifMissed:
      '(a) A CPU profile of the API under this load: graphql-js 19 %, writing to sockets 17 %, TypeORM building its query 9 %, Apollo Server 8 %, garbage collection 7 %, our own code 7 %. Next: keep the SQL that TypeORM builds by the fields asked for, and the arguments of fields without any.',
  };
}
