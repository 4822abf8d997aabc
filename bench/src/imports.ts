import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type * as DataSources from '../../apps/api/src/database/data-source.ts';
import type * as ImportFiles from '../../apps/api/src/features/imports/import-files.ts';
import type * as Kinds from '../../apps/api/src/features/imports/kinds.ts';
import { alternate, type Pair, type Result } from './measure.ts';
import type { Platform } from './platform.ts';

const MEETINGS = 100_000;
const built = (path: string) => import(new URL(`../../apps/api/dist/${path}`, import.meta.url).href);

interface Row {
  readonly duo: string;
  /** Calendar day, YYYY-MM-DD. */
  readonly day: string;
  readonly minutes: number;
}

/** 100,000 meetings from a CSV file, each checked against its duo, against a bare COPY of the same rows. */
export async function measureImport({ databaseUrl }: Platform): Promise<Result[]> {
  const { makeDataSource } = (await built('database/data-source.js')) as typeof DataSources;
  const { importFiles } = (await built('features/imports/import-files.js')) as typeof ImportFiles;
  const { EVERY_KIND } = (await built('features/imports/kinds.js')) as typeof Kinds;
  const db = await makeDataSource(databaseUrl, (error) => process.stderr.write(error.message)).initialize();
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('create table bench_copy (duo text, held_on date, minutes integer, mode text)');
  await client.query('create table bench_kept as select id from meeting');
  const rows = await makeRows(client);
  const content = Buffer.from(toCsv(rows));
  const lines = rows.map(({ duo, day, minutes }) => `${duo}\t${day}\t${minutes}\tIN_PERSON\n`);
  const blocks = inBlocks(Buffer.from(lines.join('')));
  const copy = (source: Iterable<string | Buffer>) => () =>
    pipeline(Readable.from(source), client.query(copyFrom('copy bench_copy from stdin')));
  const importAll = async () => {
    const { added } = await importFiles(db, [{ name: 'meetings.csv', content }], {
      dryRun: false,
      today: '2017-12-31',
      kinds: EVERY_KIND,
    });
    if (added.MEETINGS !== MEETINGS) throw new Error(`${added.MEETINGS} meetings came in`);
  };
  const options = {
    rounds: 7,
    before: async () => {
      await client.query('delete from meeting where id not in (select id from bench_kept)');
      await client.query('truncate bench_copy');
      await client.query('vacuum analyze meeting');
    },
  };
  try {
    const what = '(c) import of 100,000 meetings from CSV, rate against a bare COPY';
    return [
      resultOf(`${what} fed in blocks of 64 KiB`, await alternate(importAll, copy(blocks), options)),
      resultOf(`${what} fed line by line`, await alternate(importAll, copy(lines), options)),
    ];
  } finally {
    await client.query('delete from meeting where id not in (select id from bench_kept)');
    await client.end();
    await db.destroy();
  }
}

function resultOf(what: string, { ours, theirs }: Pair): Result {
  const ratio = theirs / ours;
  const rate = (milliseconds: number) => (Math.round(MEETINGS / milliseconds) * 1000).toLocaleString('en');
  return {
    what,
    measured: `${ratio.toFixed(3)} (about ${rate(ours)} against ${rate(theirs)} rows a second)`,
    target: 'at least 0.2',
    met: ratio >= 0.2,
    ifMissed:
      '(c) Of about three seconds, half a second reads and parses the file in JavaScript (a fifth of a second csv-parse alone), 0.3 s hands the rows over as arrays, 0.3 s checks them against their duos, and 1.9 s writes them: 0.5 s keys, sort and version 7 UUIDs, 0.9 s rows and three indexes, 0.5 s the foreign key. A bare COPY does only a part of the writing, so that the ratio against blocks is out of reach while every row is checked. Next: `uuidv7()` of PostgreSQL 18 where there is one, the checks as one join, and memory for the sort.',
  };
}

/** As a file is read. */
function inBlocks(bytes: Buffer): Buffer[] {
  const size = 64 * 1024;
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
}

/** Different meetings, spread over all duos and the days between their start and end. */
async function makeRows(client: Client): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `select reference as duo, to_char(day, 'YYYY-MM-DD') as day, minutes
     from duo cross join lateral generate_series(started_on, coalesce(closed_on, '2017-12-31'), '1 day') as day
       cross join generate_series(75, 255, 30) as minutes
     order by md5(reference || day::text || minutes::text) limit ${MEETINGS}`,
  );
  if (rows.length !== MEETINGS) throw new Error(`only ${rows.length} different meetings fit into the duos`);
  return rows;
}

/** As a spreadsheet in Belgium saves it. */
function toCsv(rows: readonly Row[]): string {
  const lines = rows.map(
    ({ duo, day, minutes }) =>
      `${duo};${day.split('-').toReversed().join('/')};${String(minutes / 60).replace('.', ',')};présentiel`,
  );
  return `Réf. duo;Date;Durée (h);Mode\r\n${lines.join('\r\n')}\r\n`;
}
