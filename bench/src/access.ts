import { Client } from 'pg';
import { post, repeat } from './http.ts';
import { alternate, type Result, type Work } from './measure.ts';
import type { Api, Platform } from './platform.ts';

const REQUESTS = 60;
const TOGETHER = 4;
const CLIENTS = 8;
const WRITES = 160;

const PAGE = {
  query: `{ duos(first: 50) { totalCount edges { node { reference startedOn mentor { person { givenName familyName } }
    mentee { person { givenName familyName } } coordinator { name } } } } }`,
};
const FIGURES = [
  'DUOS_STARTED',
  'POSITIVE_EXIT_RATE',
  'EMPLOYMENT_RATE',
  'STABLE_EMPLOYMENT_RATE',
  'COMPLETION_RATE',
  'MEETING_REGULARITY_RATE',
  'SATISFACTION_RATE',
  'AUTONOMY_RATE',
  'NETWORK_RATE',
  'MENTORING_HOURS',
];
const DASHBOARD = {
  query:
    'query Dashboard($requests: [FigureRequest!]!) { figures(requests: $requests) { __typename ... on Figure { value numerator denominator } } }',
  variables: { requests: FIGURES.map((metric) => ({ metric })) },
};

/** What it costs that the database narrows each role to its rows: the same platform on a database that does not. */
export async function measureWalls(platform: Platform): Promise<Result[]> {
  const open = await platform.beside({ database: 'without_walls' });
  try {
    await takeWallsDown(open.databaseUrl);
    // So that she meets the same rows on both sides.
    for (const { databaseUrl } of [platform, open]) await bindCoordinatorsEverywhere(databaseUrl);
    const results: Result[] = [];
    for (const { role, body, what, most } of [
      { role: 'COORDINATOR', body: PAGE, what: 'a page of 50 duos, for a coordinator', most: 1.3 },
      {
        role: 'COORDINATOR',
        body: DASHBOARD,
        what: 'a dashboard of 10 figures, for a coordinator',
        most: 1.1,
      },
      { role: 'PARTNER_MEMBER', body: DASHBOARD, what: 'a dashboard of 10 figures, for a funder', most: 1.1 },
    ]) {
      const [guarded, unguarded] = [await asked(platform, role, body), await asked(open, role, body)];
      refuseOtherAnswers(what, await guarded(), await unguarded());
      const load =
        (ask: () => Promise<string>): Work =>
        () =>
          repeat(REQUESTS, TOGETHER, ask);
      const { ours, theirs } = await alternate(load(guarded), load(unguarded));
      results.push({
        what: `(f) row-level security on against off: ${what}`,
        measured: `${(ours / theirs).toFixed(2)} times (${each(ours, REQUESTS)} against ${each(theirs, REQUESTS)} a request, ${TOGETHER} at once)`,
        target: `at most ${most} times`,
        met: ours / theirs <= most,
      });
    }
    return results;
  } finally {
    await open.stop();
  }
}

/** What it costs that every write stands in the trail: the same platform, on the same database, without it. */
export async function measureTrail(platform: Platform): Promise<Result[]> {
  const silent = await platform.beside({ args: ['--import', './bench/src/servers/without-audit.ts'] });
  try {
    const duos = await openDuos(platform);
    const writing = async (api: Pick<Api, 'origin' | 'signIn'>) => {
      const headers = await api.signIn('ADMINISTRATOR');
      let turn = 0;
      return () =>
        repeat(WRITES, CLIENTS, async () => {
          const duoId = duos[turn % duos.length];
          turn += 1;
          const answer = await post(`${api.origin}/graphql`, { query: LOG, variables: { duoId } }, headers);
          if (!answer.includes('"Meeting"')) throw new Error(`a meeting was not logged: ${answer}`);
        });
    };
    const before = await entriesIn(platform.databaseUrl);
    const without = await writing(silent);
    await without();
    if ((await entriesIn(platform.databaseUrl)) > before + 1)
      throw new Error('the platform without a trail wrote one');
    const { ours, theirs } = await alternate(await writing(platform), without);
    return [
      {
        what: `(g) writes with the trail on against off: meetings logged by ${CLIENTS} clients at once, rate`,
        measured: `${(theirs / ours).toFixed(2)} (${each(ours, WRITES)} against ${each(theirs, WRITES)} a write)`,
        target: 'at least 0.65',
        met: theirs / ours >= 0.65,
      },
    ];
  } finally {
    await silent.stop();
  }
}

const LOG = `mutation ($duoId: ID!) { logMeeting(duoId: $duoId, input: { heldOn: "2017-12-20", minutes: 60, mode: IN_PERSON, note: "A first interview went well." }) { __typename } }`;

async function asked({ origin, signIn }: Pick<Api, 'origin' | 'signIn'>, role: string, body: unknown) {
  const headers = await signIn(role);
  return () => post(`${origin}/graphql`, body, headers);
}

/** The two programmes are the same but for the ids, by which duos of one day are ordered: pages are compared by their sizes. */
function refuseOtherAnswers(what: string, ...answers: readonly string[]): void {
  const [one, other] = answers.map((answer) =>
    answer.includes('"totalCount"')
      ? `${/"totalCount":\d+/.exec(answer)?.[0]} ${answer.match(/"reference"/g)?.length}`
      : answer,
  );
  if (one !== other || one?.includes('"errors"') === true)
    throw new Error(`${what}: ${one} against ${other}`);
}

function each(milliseconds: number, times: number): string {
  return `${(milliseconds / times).toFixed(2)} ms`;
}

/** Table by table, so that no lock is held while another one is waited for: the API reads them meanwhile. */
async function takeWallsDown(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ guarded: string }>(
      'select oid::regclass::text as guarded from pg_class where relrowsecurity',
    );
    for (const { guarded } of rows) await client.query(`alter table ${guarded} disable row level security`);
  });
}

async function bindCoordinatorsEverywhere(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, (client) =>
    client.query(
      `insert into membership_branch (user_id, branch_id) select user_id, branch.id from membership, branch
       where role = 'COORDINATOR' on conflict do nothing`,
    ),
  );
}

async function openDuos({ databaseUrl }: Platform): Promise<string[]> {
  const { rows } = await withClient(databaseUrl, (client) =>
    client.query<{ id: string }>('select id from duo where closed_on is null'),
  );
  return rows.map(({ id }) => id);
}

async function entriesIn(databaseUrl: string): Promise<number> {
  const { rows } = await withClient(databaseUrl, (client) =>
    client.query<{ count: number }>('select count(*)::int as count from audit_entry'),
  );
  return rows[0]?.count ?? 0;
}

async function withClient<T>(databaseUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
