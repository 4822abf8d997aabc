import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Platform {
  readonly origin: string;
  /** What the server wrote to its log so far. */
  log(): string;
  stop(): Promise<void>;
}

/** The built platform with the sample programme, on a data folder and a port of its own. */
export async function startPlatform(): Promise<Platform> {
  const data = await mkdtemp(join(tmpdir(), 'tandem-e2e-'));
  const port = await freePort();
  // By name: passkeys belong to the name of a site.
  const origin = `http://localhost:${port}`;
  const main = fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url));
  const server = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      PORT: String(port),
      PUBLIC_URL: origin,
      TANDEM_DATA: data,
      LOG_LEVEL: 'warn',
      // Each test says that it comes from an address of its own (portal.ts).
      TRUSTED_PROXIES: 'loopback',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  server.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    let said = '';
    server.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Tandem is ready')) resolve();
    });
    server.once('exit', (code) => reject(new Error(`the platform ended with ${code}:\n${said}${log}`)));
  });
  return {
    origin,
    log: () => log,
    stop: async () => {
      server.kill('SIGTERM');
      await ended;
      await rm(data, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });
}
