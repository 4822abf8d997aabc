import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './run.mjs';

const PNPM = 'pnpm@12.21.0';
const stamp = join(root, 'node_modules', '.tandem-setup');

/** Installs the dependencies, unless exactly these are installed. */
export async function setUp() {
  const wanted = await fingerprint();
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted) return;
  console.log('Installing dependencies (a minute or two the first time)…');
  const { code, output } = await runQuietly('npx', ['--yes', PNPM, 'install', '--frozen-lockfile']);
  if (code !== 0)
    throw new Error(
      `${output}\nThe dependencies could not be installed: see above. The package registry must be reachable.`,
    );
  await mkdir(join(root, 'node_modules'), { recursive: true });
  await writeFile(stamp, wanted);
}

async function fingerprint() {
  const manifests = [
    'package.json',
    'pnpm-workspace.yaml',
    'pnpm-lock.yaml',
    'e2e/package.json',
    'bench/package.json',
  ];
  for (const group of ['apps', 'packages']) {
    for (const name of await readdir(join(root, group))) manifests.push(`${group}/${name}/package.json`);
  }
  const hash = createHash('sha256');
  for (const manifest of manifests.toSorted()) {
    if (existsSync(join(root, manifest))) hash.update(manifest).update(await readFile(join(root, manifest)));
  }
  return hash.digest('hex');
}

function runQuietly(program, args) {
  return new Promise((resolve, reject) => {
    // CI=true keeps pnpm from asking; a terminal is not needed.
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, CI: 'true' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', (error) =>
      reject(new Error(`npx does not start: ${error.message}. It comes with Node 20 or later.`)),
    );
    child.once('close', (code) => resolve({ code, output }));
  });
}
