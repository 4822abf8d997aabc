import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Running {
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts a program of ours and waits until it says that it is ready; `heard` is told whatever it says until then. */
export async function start(
  args: readonly string[],
  env: Record<string, string>,
  ready: RegExp,
  heard: (text: string) => void = () => undefined,
): Promise<Running> {
  const child = spawn(process.execPath, [...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await saying(child, ready, heard);
  return {
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function saying(child: ChildProcess, ready: RegExp, heard: (text: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      heard(chunk.toString());
      if (ready.test(said)) resolve();
    });
    child.once('exit', (code) => reject(new Error(`it ended with ${code} before it was ready: ${said}`)));
  });
}

/** The ports that the run listens on, beside those of PostgreSQL; each is handed out once. */
const PORTS = { next: 4700, end: 4750 };

export async function freePort(): Promise<number> {
  while (PORTS.next < PORTS.end) {
    const port = PORTS.next;
    PORTS.next += 1;
    if (await isFree(port)) return port;
  }
  throw new Error(`No port below ${PORTS.end} is free.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** Memory that a process holds, in MiB. */
export async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
}
