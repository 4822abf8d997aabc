import type { Pool } from 'pg';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeBranch, makeCoordinator, makeDuo } from '../../test/programme.ts';
import { openTestkit, type Testkit } from '../../test/testkit.ts';
import { Database, type Reach } from './database.ts';
import { newId } from './new-id.ts';

let kit: Testkit;
let brussels: string;
let antwerp: string;
const opened: Database[] = [];

function openAs(reach: Reach): Database {
  const db = new Database(kit.db, reach);
  opened.push(db);
  return db;
}

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  for (const name of ['Bruxelles', 'Antwerpen']) {
    const branchId = await makeBranch(kit.db, name);
    const coordinatorId = await makeCoordinator(kit.db, branchId, `Coord. ${name}`);
    await makeDuo(kit.db, branchId, coordinatorId, { startedOn: '2017-01-10' });
    if (name === 'Bruxelles') brussels = branchId;
    else antwerp = branchId;
  }
});
afterAll(async () => {
  await Promise.all(opened.map((db) => db.close()));
  await kit.close();
});

const count = async (db: Database, table: string): Promise<number> =>
  (await db.query<{ count: number }[]>(`select count(*) from ${table}`))[0]?.count ?? -1;

describe('a request', () => {
  test('of a coordinator meets the records of her branches only', async () => {
    const db = openAs({ role: 'tandem_coordinator', branchIds: [brussels] });
    for (const table of ['duo', 'duo_fact', 'mentee', 'mentor', 'mentee_fact', 'mentor_fact'])
      expect([table, await count(db, table)]).toEqual([table, 1]);
    const ofBoth = openAs({ role: 'tandem_coordinator', branchIds: [brussels, antwerp] });
    expect(await count(ofBoth, 'duo')).toBe(2);
    expect(await count(openAs({ role: 'tandem_coordinator', branchIds: [] }), 'duo')).toBe(0);
  });

  test('of a coordinator writes into her branches only', async () => {
    const db = openAs({ role: 'tandem_coordinator', branchIds: [brussels] });
    await expect(
      db.transaction((tx) => tx.query('update duo set branch_id = $1', [antwerp])),
    ).rejects.toThrow('row-level security');
    expect(await count(db, 'duo')).toBe(1);
  });

  test('of a partner reads neither notes nor birth dates', async () => {
    const db = openAs({ role: 'tandem_partner', partnerId: newId() });
    for (const what of [
      'note from meeting',
      'birth_date from person',
      'id from mentee',
      'nationality from duo_fact',
    ])
      await expect(db.query(`select ${what}`)).rejects.toThrow('permission denied');
  });

  test('of nobody meets no table but those of what is published, and counts nothing', async () => {
    const db = openAs({ role: 'tandem_public' });
    const tables: { name: string }[] = await kit.db.query(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'identity')
       union all select format('%I.%I', schemaname, viewname) from pg_views where schemaname in ('public', 'identity')`,
    );
    const met: string[] = [];
    for (const { name } of tables)
      await db.query(`select from ${name}`).then(
        () => met.push(name),
        (error: Error) => expect(error.message).toContain('permission denied'),
      );
    expect(met.toSorted()).toEqual(['public.figure_release', 'public.publication', 'public.released_figure']);
    await expect(db.countProgramme('select 1', [])).rejects.toThrow('nothing is counted');
    for (const table of met)
      await expect(db.transaction((tx) => tx.query(`delete from ${table}`))).rejects.toThrow(
        'permission denied',
      );
  });

  test('reads of one moment, and sees what it wrote itself', async () => {
    const db = openAs({ role: 'tandem_staff' });
    expect(await count(db, 'branch')).toBe(2);
    await makeBranch(kit.db, 'Gent');
    expect(await count(db, 'branch')).toBe(2);
    await db.transaction((tx) => tx.query(`delete from branch where name = 'Gent'`));
    await makeBranch(kit.db, 'Liège');
    expect(await count(db, 'branch')).toBe(3);
    await kit.db.query(`delete from branch where name = 'Liège'`);
  });

  test('keeps the plan of a statement, but where it is to be planned for its values', async () => {
    const db = openAs({ role: 'tandem_staff' });
    const text = 'select count(*) as number from duo where started_on < $1::date';
    const isKept = async () => {
      const rows = await db.query<object[]>('select from pg_prepared_statements where statement = $1', [
        text,
      ]);
      return rows.length > 0;
    };
    expect(await db.count(text, ['2018-01-01'], 'FOR_ITS_VALUES')).toEqual([{ number: 2 }]);
    expect(await isKept()).toBe(false);
    expect(await db.count(text, ['2017-01-01'], 'KEPT')).toEqual([{ number: 0 }]);
    expect(await isKept()).toBe(true);
  });

  test('gives back a connection that it was still waiting for when it was over, and takes none afterwards', async () => {
    const pool = (kit.db.driver as PostgresDriver).master as Pool;
    const before = pool.totalCount - pool.idleCount;
    const db = openAs({ role: 'tandem_staff' });
    const asked = db.query('select 1').then(
      () => 'answered',
      (error: Error) => error.message,
    );
    await db.close();
    expect(await asked).toBe('the request is over');
    expect(pool.totalCount - pool.idleCount).toBe(before);
    const late = openAs({ role: 'tandem_staff' });
    await late.close();
    await expect(late.count('select 1', [], 'KEPT')).rejects.toThrow('the request is over');
    await expect(late.transaction((tx) => tx.query('select 1'))).rejects.toThrow('the request is over');
    expect(pool.totalCount - pool.idleCount).toBe(before);
  });

  test('goes on after a statement that failed', async () => {
    const db = openAs({ role: 'tandem_staff' });
    const [failed, found] = await Promise.allSettled([db.query(`select 'x'::uuid`), count(db, 'duo')]);
    expect([failed.status, found]).toEqual(['rejected', { status: 'fulfilled', value: 2 }]);
  });

  test('asks again what was sent after a statement that failed, and says of each which is at fault', async () => {
    const db = openAs({ role: 'tandem_staff' });
    // Sent while the transaction is refused, neither of the two is known to the connection yet.
    const fresh = `select count(*)::int + ${Math.floor(Math.random() * 1e6)} - $1::int as people from mentee`;
    const answers = await Promise.allSettled([
      count(db, 'branch'),
      db.query(`select 'x'::uuid`),
      db.query(fresh, [1]),
      db.query('select 1 / $1::int', [0]),
      db.query(fresh, [2]),
      db.countProgramme('select current_user as role, count(*)::int as duos from duo_fact', []),
      count(db, 'duo'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ]);
    expect(answers[1]).toMatchObject({ reason: { code: '22P02' } });
    expect(answers[3]).toMatchObject({ reason: { code: '22012' } });
    expect(answers[5]).toMatchObject({ value: [{ role: 'tandem_figures', duos: 2 }] });
    const [role] = await db.query<object[]>('select current_user as role');
    expect(role).toEqual({ role: 'tandem_staff' });
  });

  test('asks again what was sent after a count of the programme that failed', async () => {
    const db = openAs({ role: 'tandem_staff' });
    const [counted, ...read] = await Promise.allSettled([
      db.countProgramme('select 1 / $1::int', [0]),
      count(db, 'branch'),
      count(db, 'duo'),
    ]);
    expect(counted).toMatchObject({ status: 'rejected', reason: { code: '22012' } });
    expect(read).toEqual([
      { status: 'fulfilled', value: 2 },
      { status: 'fulfilled', value: 2 },
    ]);
  });

  test('writes in one turn: whatever is asked meanwhile waits, and so does giving the connection back', async () => {
    const db = openAs({ role: 'tandem_staff' });
    const insert = `insert into branch (name, country) values ($1, 'BE')`;
    // Its connection is there, so that all have their turns in the order in which they ask.
    expect(await count(db, 'duo')).toBe(2);
    const writing = db.transaction(async (tx) => {
      await tx.query(insert, ['Namur']);
      await new Promise((resolve) => setTimeout(resolve, 50));
      await tx.query(insert, ['Namur']);
    });
    const reading = db.query<unknown[]>(
      `select current_user as role, (select count(*) from branch where name = 'Namur') as there`,
    );
    const again = db.transaction((tx) => tx.query(insert, ['Mons']));
    await new Promise((resolve) => setTimeout(resolve, 25));
    const [written, read, next, closed] = await Promise.allSettled([writing, reading, again, db.close()]);
    expect(written).toMatchObject({ status: 'rejected', reason: { code: '23505' } });
    expect(read).toEqual({ status: 'fulfilled', value: [{ role: 'tandem_staff', there: 0 }] });
    expect([next.status, closed.status]).toEqual(['fulfilled', 'fulfilled']);
    const left = await kit.db.query(`delete from branch where name in ('Namur', 'Mons') returning name`);
    expect(left[0]).toEqual([{ name: 'Mons' }]);
  });

  test('leaves neither role nor setting nor transaction to the next one on its connection', async () => {
    const partner = openAs({ role: 'tandem_partner', partnerId: newId() });
    const [own] = await partner.query<{ pid: number }[]>('select pg_backend_pid() as pid');
    const late = await Promise.allSettled([partner.close(), count(partner, 'volunteer')]);
    expect(late.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    const [next] = await kit.db.query(
      `select pg_backend_pid() as pid, current_user = session_user as "isOwner", current_setting('tandem.partner', true) as partner,
         current_setting('transaction_read_only') as "readOnly"`,
    );
    expect(next).toEqual({ pid: own?.pid, isOwner: true, partner: '', readOnly: 'off' });
  });
});

test('every table has a decision: a role meets it through a policy, or not at all', async () => {
  const unguarded = await kit.db.query(`
    select c.relname as table, string_agg(distinct g.grantee, ', ') as open
    from pg_class c
    join information_schema.column_privileges g
      on g.table_name = c.relname and g.table_schema = 'public' and (g.grantee like 'tandem_%' or g.grantee = 'PUBLIC')
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relrowsecurity
    group by c.relname`);
  expect(unguarded).toEqual([]);
});

test('no role owns a table, bypasses a policy or may sign in', async () => {
  const rows = await kit.db.query(`
    select rolname from pg_roles where rolname like 'tandem\\_%' and (rolbypassrls or rolsuper or rolcanlogin or rolcreaterole
      or exists (select 1 from pg_class where relowner = pg_roles.oid))`);
  expect(rows).toEqual([]);
});
