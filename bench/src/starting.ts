import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { post, repeat } from './http.ts';
import type { Result } from './measure.ts';
import type { Platform } from './platform.ts';
import { freePort, memoryOf, root } from './processes.ts';

/** From `npm start` to the first answer "ready", on the first start (sample loaded) and on the second. */
export async function measureStart(): Promise<Result[]> {
  const data = await mkdtemp(join(tmpdir(), 'tandem-bench-start-'));
  const port = await freePort();
  const first = await secondsToReady(data, port);
  const seconds: number[] = [];
  for (let time = 0; time < 5; time += 1) seconds.push(await secondsToReady(data, port));
  await rm(data, { recursive: true, force: true });
  const second = seconds.toSorted((a, b) => a - b)[2] ?? 0;
  return [
    {
      what: '(d) time to ready of `npm start` (without npm itself), second start (median of 5)',
      measured: `${second.toFixed(1)} s (first start, with everything built and the sample to load: ${first.toFixed(1)} s)`,
      target: 'seconds',
      met: second < 10,
    },
  ];
}

async function secondsToReady(data: string, port: number): Promise<number> {
  const begin = performance.now();
  const child = spawn(process.execPath, ['scripts/tandem.mjs', 'start'], {
    cwd: root,
    env: { ...process.env, TANDEM_DATA: data, PORT: String(port), LOG_LEVEL: 'error' },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  while (!(await isReady(port))) await new Promise((resolve) => setTimeout(resolve, 25));
  const seconds = (performance.now() - begin) / 1000;
  child.kill('SIGTERM');
  await ended;
  while (await isReady(port)) await new Promise((resolve) => setTimeout(resolve, 25));
  return seconds;
}

function isReady(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
}

const LOAD = {
  query:
    '{ duos(first: 200) { edges { node { id reference mentee { person { name } } meetings { heldOn minutes } } } } }',
};

/** Memory of the API's process before and under load; PostgreSQL's own is not counted. */
export async function measureMemory({ origin, key, api }: Platform): Promise<Result[]> {
  const idle = await memoryOf(api.pid);
  let most = idle;
  await repeat(400, 8, async () => {
    await post(`${origin}/graphql`, LOAD, { 'x-api-key': key });
    most = Math.max(most, await memoryOf(api.pid));
  });
  return [
    {
      what: '(d) memory of the API, idle and under load (8 at once asking for 200 duos with all their meetings)',
      measured: `${Math.round(idle)} MiB idle, ${Math.round(most)} MiB under load`,
      target: 'written down',
      met: true,
    },
  ];
}
