import { spawn } from 'node:child_process';
import { post } from '../http.ts';
import type { Result } from '../measure.ts';
import { memoryOf, root } from '../processes.ts';
import { withClient, type Programme } from './programmes.ts';

/** What reads all people or the whole trail: written down, since no target was set. */
export async function measurePrivacy(programme: Programme): Promise<Result[]> {
  return [await measureRetention(programme), await measureErasure(programme)];
}

/** The preview of a rule that ends hardly anybody: everybody is looked at all the same. */
async function measureRetention({ databaseUrl, data }: Programme): Promise<Result> {
  const [rule] = await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `insert into retention_rule (kind, months, reason, written_on, written_by) values ('MENTEE', 140, 'Measured', current_date, 'bench') returning id`,
    );
    return rows;
  });
  const start = performance.now();
  const child = spawn(process.execPath, ['apps/api/dist/retention.js', '--preview'], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: databaseUrl, TANDEM_DATA: data },
    stdio: 'ignore',
  });
  let most = 0;
  const watch = setInterval(() => {
    void memoryOf(child.pid ?? 0).then(
      (memory) => (most = Math.max(most, memory)),
      () => undefined,
    );
  }, 200);
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearInterval(watch);
  const seconds = (performance.now() - start) / 1000;
  await withClient(databaseUrl, (client) =>
    client.query('delete from retention_rule where id = $1', [rule?.id]),
  );
  return {
    what: '(7) preview of a retention rule over all people',
    measured: `${code === 0 ? '' : 'it failed, after '}${seconds.toFixed(1)} s and ${most.toFixed(0)} MiB of its process`,
    target: 'written down',
    met: true,
  };
}

/** One mentee with a closed duo. */
async function measureErasure({ databaseUrl, api, headers }: Programme): Promise<Result> {
  const person = await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `select person_id as id from mentee join duo on duo.mentee_id = mentee.id join person on person.id = person_id
       where closed_on is not null and erased_on is null order by duo.id limit 1`,
    );
    return rows[0]?.id;
  });
  const timed = async (query: string) => {
    const start = performance.now();
    const answer = await post(
      `${api.origin}/graphql`,
      { query, variables: { id: person } },
      headers.ADMINISTRATOR,
    );
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    return answer.includes('"errors":[') ? `it failed, after ${seconds} s` : `${seconds} s`;
  };
  const preview = await timed('query ($id: ID!) { erasurePreview(personId: $id) { __typename } }');
  const erasure = await timed(
    'mutation ($id: ID!) { erasePerson(personId: $id, reason: "Measured") { __typename } }',
  );
  return {
    what: '(7) erasure of a mentee',
    measured: `${erasure} (its preview: ${preview})`,
    target: 'written down',
    met: true,
  };
}
