import { writeFile } from 'node:fs/promises';
import { measureTrail, measureWalls } from './access.ts';
import { measureBundles } from './bundles.ts';
import { measureDuos } from './duos.ts';
import { measureFigures } from './figures.ts';
import { measureImport } from './imports.ts';
import type { Result } from './measure.ts';
import { openPlatform } from './platform.ts';
import { describeMachine, print, tableOf } from './report.ts';
import { measureSimulation } from './sroi.ts';
import { measureMemory, measureStart } from './starting.ts';

/** `npm run bench`: measures everything side by side, prints it, and writes docs/BENCHMARKS.md. */
const platform = await openPlatform();
const results: Result[] = [];
let machine = '';
try {
  machine = await describeMachine(platform.databaseUrl);
  const measures = [
    measureMemory,
    measureBundles,
    measureDuos,
    measureFigures,
    measureImport,
    measureWalls,
    measureTrail,
    measureSimulation,
  ];
  for (const measure of measures) {
    const measured = await measure(platform);
    results.push(...measured);
    print(measured);
  }
} finally {
  await platform.stop();
}
const started = await measureStart();
results.push(...started);
print(started);
results.sort((a, b) => a.what.slice(0, 3).localeCompare(b.what.slice(0, 3)));
await writeFile(new URL('../../docs/BENCHMARKS.md', import.meta.url), report(results, machine));

function report(all: readonly Result[], on: string): string {
  return `# Benchmarks

Speed is measured as ratios: each pair runs alternately in one go, so that whatever else the machine does meets both; the first round warms up, and the median of the others counts (fifteen; seven for the import). Near its target a ratio moves by up to 0.1 from run to run, and by more where other work takes the cores. \`npm run bench\` measures everything again and writes this page.

Measured on ${new Date().toISOString().slice(0, 10)}: ${on}. Client, API and PostgreSQL share the machine. The data is the sample programme.

${tableOf(all)}
## What is compared

- (a) Both sides answer with the same fields of the same 50 duos, checked before the clock starts. Ours answers a signed request: the key and its owner's role are looked up once a second (ADR 0006), the schema's guards asked for each field. The plain server knows nobody and runs one JOIN: once as \`pg\` does by default, planned anew each time, and once prepared, as ours and PostGraphile's are. PostGraphile comes with its Amber preset and no authorisation.
- (b) Ours is one request with all figures, each with its interval, definition and disclosure check; the other side runs the very same compiled statements at once, prepared as ours are, on a pool of its own.
- (c) Ours decodes the file, recognises its columns, parses and checks every row against its duo, keeps the keys that make a second import harmless, and brings the facts up to the records, in one transaction. The other side copies the finished values into a table without index or check: once in blocks of 64 KiB, as a file is read, and once with a write for each line, which keeps \`pg-copy-streams\` busier than PostgreSQL.
- (d) Memory is resident memory (RSS) of the API's process, idle right after its first start with the sample loaded. PostgreSQL's own is not counted.
- (e) What a browser loads until the network is quiet, signed in.
- (f) The same program on two databases with the same programme, one of which has row-level security turned off on every table; roles, grants and scoped query functions are the same. Coordinators and funders are asked as, since staff's policies let every row through. The answers are compared before the clock starts.
- (g) The same program twice on one database; in one of them the function that writes the trail returns at once. The other one also seals the trail while it is measured.
- (h) Both draw four numbers a row from triangular distributions, multiply them out, and sort what comes out for its percentiles. Ours takes the map as it is, in any distribution, from a seeded generator with a stream for each parameter; the other side has the formula of these rows written into it, and draws from \`Math.random\`. Their medians are compared.
`;
}
