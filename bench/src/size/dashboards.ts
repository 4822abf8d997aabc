import { createHash } from 'node:crypto';
import { Pool } from 'pg';
import { alternate, type Result } from '../measure.ts';
import { dashboards, openPage } from './pages.ts';
import type { Programmes } from './programmes.ts';
import type { Recorder, Statement } from './recorder.ts';

const TIMES_OF_SQL = 1.5;
const MORE_MILLISECONDS = 10;
const TIMES_OF_SMALL = 2;
/** So often each page is opened first: a server that was just started runs code that is not compiled yet. */
const WARMING = 40;

/** Every dashboard with many duos: against its statements alone, and against the same page with few duos. */
export async function measureDashboards({ small, large }: Programmes, recorder: Recorder): Promise<Result[]> {
  const results: Result[] = [];
  const pool = new Pool({ connectionString: large.databaseUrl, max: 12 });
  try {
    const pages = await dashboards(large);
    for (const programme of [small, large])
      for (const page of pages)
        for (let time = 0; time < WARMING; time += 1) await openPage(programme, programme.api, page);
    for (const page of pages) {
      const statements = await recorder.statementsOf(page);
      const open = async () => {
        await openPage(large, large.api, page);
      };
      const { ours, theirs } = await alternate(open, () => askAll(pool, statements));
      results.push({
        what: `(1) ${page.name}: over HTTP against its ${statements.length} statements by \`pg\`, on kept months`,
        measured: `${(ours / theirs).toFixed(2)} times, ${(ours - theirs).toFixed(1)} ms more (${ours.toFixed(1)} ms against ${theirs.toFixed(1)} ms)`,
        target: `at most ${TIMES_OF_SQL} times, or ${MORE_MILLISECONDS} ms more`,
        met: ours <= Math.max(TIMES_OF_SQL * theirs, theirs + MORE_MILLISECONDS),
      });
      const sizes = await alternate(open, async () => {
        await openPage(small, small.api, page);
      });
      results.push({
        what: `(2) ${page.name}: ${count(large.duos)} duos against ${count(small.duos)}`,
        measured: `${(sizes.ours / sizes.theirs).toFixed(2)} times (${sizes.ours.toFixed(1)} ms against ${sizes.theirs.toFixed(1)} ms)`,
        target: `at most ${TIMES_OF_SMALL} times`,
        met: sizes.ours <= TIMES_OF_SMALL * sizes.theirs,
      });
    }
  } finally {
    await pool.end();
  }
  return results;
}

/** All at once, prepared by name, as the API's are. */
async function askAll(pool: Pool, statements: readonly Statement[]): Promise<void> {
  await Promise.all(
    statements.map(({ text, values }) =>
      pool.query({ name: createHash('sha256').update(text).digest('base64url'), text, values: [...values] }),
    ),
  );
}

function count(duos: number): string {
  return duos.toLocaleString('en');
}
