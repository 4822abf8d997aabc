import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Result } from '../measure.ts';
import { describeMachine, print, tableOf } from '../report.ts';
import { measureCrowd } from './crowd.ts';
import { measureDashboards } from './dashboards.ts';
import { measureFilters } from './filters.ts';
import { explainPages, planReport } from './plans.ts';
import { measurePrivacy } from './privacy.ts';
import { openProgrammes } from './programmes.ts';
import { openRecorder } from './recorder.ts';
import { measureRelease } from './releases.ts';
import { measureWrites } from './writes.ts';

/**
 * `npm run bench -- size [--duos N] [--few N] [--folder FOLDER]`: the platform with a million duos. Generates two
 * programmes, measures, and writes docs/BENCHMARKS-SIZE.md and docs/QUERY-PLANS.md.
 */
const { values } = parseArgs({
  options: { duos: { type: 'string' }, few: { type: 'string' }, folder: { type: 'string' } },
});
const [duos, few] = [Number(values.duos ?? 1_000_000), Number(values.few ?? 10_000)];
const begun = performance.now();
const programmes = await openProgrammes({ small: few, large: duos, folder: values.folder });
const opened = minutesSince(begun);
const results: Result[] = [];
try {
  const { large } = programmes;
  const machine = await describeMachine(large.databaseUrl);
  const recorder = await openRecorder(large);
  const add = (measured: readonly Result[]) => {
    results.push(...measured);
    print(measured);
  };
  try {
    add(await measureRelease(programmes));
    add(await measureDashboards(programmes, recorder));
    add(await measureFilters(large));
    add(await measureCrowd(large));
    const explained = await explainPages(programmes, recorder);
    await write('QUERY-PLANS.md', planReport(explained, { duos, few, machine }));
    // Last, since it marks months, which are made anew later.
    add(await measureWrites(large));
  } finally {
    await recorder.stop();
  }
  add(await measurePrivacy(large));
  results.sort((a, b) => a.what.slice(0, 3).localeCompare(b.what.slice(0, 3)));
  await write('BENCHMARKS-SIZE.md', report(machine));
} finally {
  await programmes.stop();
}

function minutesSince(start: number): number {
  return Math.round((performance.now() - start) / 60_000);
}

async function write(name: string, text: string): Promise<void> {
  await writeFile(new URL(`../../../docs/${name}`, import.meta.url), text);
}

function report(machine: string): string {
  return `# Benchmarks at size

The platform with ${duos.toLocaleString('en')} duos, as \`npm run generate\` makes them. Pairs run alternately in one go, the first round warms up, and the median of the others counts; dashboards are opened forty times before, so that the server runs compiled code. \`npm run bench -- size\` measures everything again and writes this page and [QUERY-PLANS.md](QUERY-PLANS.md); it took ${minutesSince(begun)} minutes, ${opened} of them for making the programmes where they were not there yet. \`--folder FOLDER\` keeps them for the next run.

Measured on ${new Date().toISOString().slice(0, 10)}: ${machine}. Client, API and PostgreSQL, as it ships, share the machine.

${tableOf(results)}
## What is compared

- (1) A page's operations, as its portal was built with them, all at once over HTTP with a key; the other side runs the statements that the API asked for it, prepared, on a pool of its own and as the database's owner. Those read what is kept of months and of longer spans, as of today. The API asks for what belongs to one operation in one transaction on one connection, so that it is of one moment, and sends it without waiting for answers; the other side asks for all at once, on as many connections as it likes.
- (2) The same page of the same API with ${few.toLocaleString('en')} duos.
- (3) Figures that nothing is kept of; the other side is written by hand, and its counts are compared before the clock starts.
- (4) The API's own operations, 25 at a time, with what they did taken back in between; the other side is the same program, but that it does not bring facts up to the records, and so marks no months either.
- (5) The funder with the most duos, who pays for a fifth of them.
- (6) Resident memory (RSS) of the API's process.
- (7) These read all people, or the whole trail.
- (8) The whole menu is counted and decided on at once. Partners of many grants find it made, since it is made as the day turns.
`;
}
