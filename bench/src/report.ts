import { cpus, loadavg, totalmem, type } from 'node:os';
import { Client } from 'pg';
import type { Result } from './measure.ts';

/** The load before anything was measured. */
const load = loadavg()[0]?.toFixed(1);

export function print(measured: readonly Result[]): void {
  for (const { what, measured: words, target, met } of measured)
    console.log(`${what}\n  ${words}; target: ${target}${met ? '' : ', MISSED'}`);
}

export async function describeMachine(databaseUrl: string): Promise<string> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ version: string }>(
    "select current_setting('server_version') as version",
  );
  await client.end();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${memory} GiB, ${type()}; Node ${process.version}, PostgreSQL ${rows[0]?.version}; load average of the minute before: ${load}`;
}

/** The results as a table, and below it why a target was missed. */
export function tableOf(results: readonly Result[]): string {
  const lines = results.map(
    ({ what, measured, target, met }) => `| ${what} | ${measured} | ${target} | ${met ? 'yes' : '**no**'} |`,
  );
  const missed = [
    ...new Set(results.filter(({ met }) => !met).map(({ ifMissed }) => ifMissed ?? 'Not looked into yet.')),
  ].map((reason) => `- ${reason}`);
  return `| what | measured | target | met |
| --- | --- | --- | --- |
${lines.join('\n')}
${missed.length === 0 ? '' : `\n## Missed\n\n${missed.join('\n')}\n`}`;
}
