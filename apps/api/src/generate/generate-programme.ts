import type { CalendarDay } from '@tandem/domain/calendar-day';
import { Client } from 'pg';
import { makeDataSource } from '../database/data-source.ts';
import { StartupError } from '../database/startup-error.ts';
import { refreshRollUps } from '../features/metrics/roll-ups.ts';
import { makeProgramme, type Order } from './make-programme.ts';
import { Records, TABLES } from './records.ts';
import { setAside } from './set-aside.ts';

/** Memory of the database for each index that it builds, and for the joins of the facts. */
const MEMORY = '256MB';

/**
 * Fills an empty database with an invented programme, in one transaction: all of it or nothing. What the order says
 * decides every row of it, ids included.
 */
export async function generateProgramme(
  databaseUrl: string,
  order: Order,
  say: (line: string) => void,
): Promise<void> {
  const client = new Client({ connectionString: databaseUrl, application_name: 'tandem generate' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin');
    await client.query(
      `set local maintenance_work_mem = '${MEMORY}'; set local work_mem = '${MEMORY}'; set local synchronous_commit = off`,
    );
    await client.query(`lock table ${TABLES.join(', ')} in access exclusive mode`);
    await refuseProgramme(client);
    await fill(client, order, say);
    await client.query('commit');
    say('What the database knows of its tables…');
    // What was planned for empty tables is planned anew, and rows need no second look for whether they are there.
    await client.query('vacuum (analyze)');
    say('What figures keep of months…');
    await rollUp(databaseUrl, order.until);
  } finally {
    // A transaction that is still open is taken back with its connection.
    await client.end();
  }
}

/** A running platform would do it by itself, within the time that it gives a statement. */
async function rollUp(databaseUrl: string, today: CalendarDay): Promise<void> {
  const db = makeDataSource(databaseUrl, () => undefined, { connections: 1, statementMilliseconds: 0 });
  await db.initialize();
  try {
    await refreshRollUps(db, today);
    await db.query('vacuum (analyze) rollup, rollup_month, rollup_stale');
  } finally {
    await db.destroy();
  }
}

async function refuseProgramme(client: Client): Promise<void> {
  for (const table of TABLES) {
    const { rowCount } = await client.query(`select from ${table} limit 1`);
    if (rowCount !== 0)
      throw new StartupError(
        `There is a programme in this database already (${table} has rows): it is left as it is. Name an empty one with DATABASE_URL, or another folder with TANDEM_DATA.`,
      );
  }
}

async function fill(client: Client, order: Order, say: (line: string) => void): Promise<void> {
  const aside = await setAside(client);
  const records = new Records(client);
  let said = Date.now();
  await makeProgramme(records, order, (duos) => {
    if (duos < order.duos && Date.now() - said < 2000) return;
    said = Date.now();
    const memory = Math.round(process.memoryUsage.rss() / 1024 ** 2);
    say(`${duos.toLocaleString('en')} of ${order.duos.toLocaleString('en')} duos, ${memory} MiB of memory`);
  });
  say('Indexes…');
  await aside.indexesOfRecords();
  say('Facts…');
  await client.query(`analyze ${TABLES.join(', ')}`);
  await client.query('select rebuild_facts()');
  await aside.indexesOfFacts();
  say('What the database refuses is checked…');
  await aside.constraints();
}
