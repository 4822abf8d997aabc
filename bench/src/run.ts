import { writeFile } from 'node:fs/promises';
import { cpus, totalmem, type } from 'node:os';
import { Client } from 'pg';
import { measureBundles } from './bundles.ts';
import { measureDuos } from './duos.ts';
import { measureFigures } from './figures.ts';
import { measureImport } from './imports.ts';
import type { Result } from './measure.ts';
import { openPlatform, type Platform } from './platform.ts';
import { measureMemory, measureStart } from './starting.ts';

/** `npm run bench`: measures everything side by side, prints it, and writes docs/BENCHMARKS.md. */
const platform = await openPlatform();
const results: Result[] = [];
let machine = '';
try {
  machine = await describeMachine(platform);
  for (const measure of [measureMemory, measureBundles, measureDuos, measureFigures, measureImport]) {
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

function print(measured: readonly Result[]): void {
  for (const { what, measured: words, target, met } of measured)
    console.log(`${what}\n  ${words}; target: ${target}${met ? '' : ', MISSED'}`);
}

async function describeMachine({ databaseUrl }: Platform): Promise<string> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ version: string }>(
    "select current_setting('server_version') as version",
  );
  await client.end();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${memory} GiB, ${type()}; Node ${process.version}, PostgreSQL ${rows[0]?.version}`;
}

function report(all: readonly Result[], on: string): string {
  const lines = all.map(
    ({ what, measured, target, met }) => `| ${what} | ${measured} | ${target} | ${met ? 'yes' : '**no**'} |`,
  );
  return `# Benchmarks

Speed is measured as ratios: each pair runs alternately in one go, so that whatever else the machine does meets both; the first round warms up, and the median of the others counts (seven; five for the import). \`npm run bench\` measures everything again and writes this page.

Measured on ${new Date().toISOString().slice(0, 10)}: ${on}. Client, API and PostgreSQL share the machine. The data is the sample programme.

| what | measured | target | met |
| --- | --- | --- | --- |
${lines.join('\n')}

What is compared:

- (a) Ours answers a signed request (an API key is looked up, its owner's role read, the schema's guards asked); the plain server knows nobody and runs one JOIN. PostGraphile comes with its Amber preset and no authorisation.
- (b) Ours is one request with all figures, each with its interval, definition and disclosure check; the other side runs the very same compiled statements at once on a pool of its own.
- (c) Ours decodes the file, recognises its columns, parses and checks every row against its duo, keeps the keys that make a second import harmless, and brings the facts up to the records, in one transaction. The other side copies the finished values into a table without index or check.
`;
}
