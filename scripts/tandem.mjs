// The one door to every command of package.json. Runs on any Node from 20 on, with nothing installed: it sets the
// project up first, and what follows runs on the project's own Node.
import { check } from './check.mjs';
import { dev } from './dev.mjs';
import { join } from 'node:path';
import { root, run, runNode } from './run.mjs';
import { setUp } from './setup.mjs';

const [command, ...rest] = process.argv.slice(2);

/** Builds what has changed; silent unless it fails. */
function build() {
  return run('turbo', ['run', 'build', '--output-logs=errors-only'], { quiet: true });
}

/** `size` measures the platform with a million duos. */
function bench(part, ...args) {
  const program = part === 'size' ? ['src/size/run.ts', ...args] : ['src/run.ts'];
  return run('node', program, { cwd: join(root, 'bench') });
}

const commands = {
  start: async () =>
    (await build()) || runNode(['apps/api/dist/main.js', ...rest], { env: { NODE_ENV: 'production' } }),
  dev: async () => (await build()) || dev(),
  build,
  import: async () => (await build()) || runNode(['apps/api/dist/import.js', ...rest]),
  generate: async () => (await build()) || runNode(['apps/api/dist/generate.js', ...rest]),
  account: async () => (await build()) || runNode(['apps/api/dist/account.js', ...rest]),
  key: async () => (await build()) || runNode(['apps/api/dist/key.js', ...rest]),
  audit: async () => (await build()) || runNode(['apps/api/dist/audit.js', ...rest]),
  retention: async () => (await build()) || runNode(['apps/api/dist/retention.js', ...rest]),
  bench: async () => (await build()) || bench(...rest),
  test: () => check(),
  lint: async () => (await build()) || run('oxlint', ['--type-aware', ...rest]),
  format: () => run('oxfmt', rest),
};

const chosen = commands[command];
if (chosen === undefined) {
  console.error(`There is no command "${command}". There are: ${Object.keys(commands).join(', ')}.`);
  process.exitCode = 2;
} else {
  try {
    await setUp();
    process.exitCode = await chosen();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
