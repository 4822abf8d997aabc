import { alternate, type Result, type Work } from '../measure.ts';
import { post } from '../http.ts';
import type { Api } from '../platform.ts';
import { withClient, type Programme } from './programmes.ts';

/** So many writes are timed together: one takes a few milliseconds. */
const WRITES = 25;
const MOST = 1.5;
const ROUNDS = 9;

interface Operation {
  readonly name: string;
  readonly mutation: string;
  /** How it is brought back afterwards, by the id and version that it answered with; left as it is where there is none. */
  readonly back?: string;
}

/** Those of the duo page. Facts of the duo, of its people, of its answers and whatever is rolled up follow each of them. */
const OPERATIONS: readonly Operation[] = [
  {
    name: 'log a meeting',
    mutation: `mutation ($duoId: ID!, $day: CalendarDay!) { logMeeting(duoId: $duoId, input: { heldOn: $day, minutes: 60, mode: IN_PERSON }) { __typename ... on Meeting { id version } ... on Refusal { code field } } }`,
    back: 'mutation ($id: ID!, $version: Int!) { removeMeeting(id: $id, version: $version) { __typename } }',
  },
  {
    name: 'record an outcome',
    mutation: `mutation ($duoId: ID!, $day: CalendarDay!) { recordOutcome(duoId: $duoId, input: { observedOn: $day, situation: JOB, contractType: OPEN_ENDED, evidence: CONTRACT }) { __typename ... on Outcome { id version } ... on Refusal { code field } } }`,
    back: 'mutation ($id: ID!, $version: Int!) { removeOutcome(id: $id, version: $version) { __typename } }',
  },
  {
    name: 'close a duo',
    mutation: `mutation ($duoId: ID!, $day: CalendarDay!, $version: Int!) { closeDuo(id: $duoId, version: $version, input: { closedOn: $day, closureReason: COMPLETED }) { __typename ... on Duo { id version } ... on Refusal { code field } } }`,
    back: 'mutation ($id: ID!, $version: Int!) { reopenDuo(id: $id, version: $version) { __typename } }',
  },
];

interface OpenDuo {
  readonly id: string;
  readonly version: number;
  readonly day: string;
}

/** What a write costs with facts kept up to it, against the same API on the same database that does not keep them. */
export async function measureWrites(programme: Programme): Promise<Result[]> {
  const without = await programme.beside({ args: ['--import', './bench/src/servers/without-facts.ts'] });
  try {
    const results: Result[] = [];
    for (const operation of OPERATIONS) {
      const duos = await openDuos(programme.databaseUrl);
      const headers = programme.headers.ADMINISTRATOR;
      const kept = writing(programme.api, headers, operation, duos.slice(0, WRITES));
      const bare = writing(without, headers, operation, duos.slice(WRITES, 2 * WRITES));
      // What one round did is undone before the next one, off the clock.
      const before = async () => {
        await kept.takeBack();
        await bare.takeBack();
      };
      const { ours, theirs } = await alternate(kept.write, bare.write, { rounds: ROUNDS, before });
      await before();
      const ratio = ours / theirs;
      results.push({
        what: `(4) ${operation.name} with facts and roll-ups kept against without`,
        measured: `${ratio.toFixed(2)} times (${(ours / WRITES).toFixed(1)} ms against ${(theirs / WRITES).toFixed(1)} ms)`,
        target: `at most ${MOST} times`,
        met: ratio <= MOST,
      });
    }
    return results;
  } finally {
    await without.stop();
  }
}

function writing(
  { origin }: Pick<Api, 'origin'>,
  headers: Readonly<Record<string, string>>,
  { mutation, back, name }: Operation,
  duos: readonly OpenDuo[],
): { readonly write: Work; readonly takeBack: Work } {
  let written: { id: string; version: number }[] = [];
  let current = duos;
  const send = async (query: string, variables: object) => {
    const answer = await post(`${origin}/graphql`, { query, variables }, headers);
    const { data } = JSON.parse(answer) as { data: Record<string, { id: string; version: number }> | null };
    const [result] = Object.values(data ?? {});
    if (result === undefined || answer.includes('"Refusal"')) throw new Error(`${name}: ${answer}`);
    return result;
  };
  return {
    write: async () => {
      for (const { id, day, version } of current)
        written.push(
          await send(mutation, { duoId: id, day, ...(mutation.includes('$version') && { version }) }),
        );
    },
    takeBack: async () => {
      for (const { id, version } of written) if (back !== undefined) await send(back, { id, version });
      // A duo that was closed and reopened has two versions more.
      if (name === 'close a duo' && written.length > 0)
        current = current.map((duo) => ({ ...duo, version: duo.version + 2 }));
      written = [];
    },
  };
}

async function openDuos(databaseUrl: string): Promise<OpenDuo[]> {
  const { rows } = await withClient(databaseUrl, (client) =>
    client.query<OpenDuo>(
      `select id, version, greatest(started_on + 45, (select max(held_on) from meeting where duo_id = duo.id and removed_at is null))::text as day
       from duo where closed_on is null and started_on between current_date - 150 and current_date - 60 order by id limit $1`,
      [2 * WRITES],
    ),
  );
  return rows;
}
