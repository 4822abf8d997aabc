import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './support/find-browser.ts';
import { startPlatform } from './support/start-platform.ts';

/** Finds a browser, starts the platform, and runs the browser tests against it: `node run.ts [playwright's arguments]`. */
try {
  const browser = await findBrowser();
  const platform = await startPlatform();
  try {
    process.exitCode = await playwright({
      BASE_URL: platform.origin,
      BROWSER_PATH: browser.executablePath,
      BROWSER_ENV: JSON.stringify(browser.env),
    });
    if (platform.log() !== '') {
      process.stderr.write(`The server's log should be empty, and says:\n${platform.log()}`);
      process.exitCode = 1;
    }
  } finally {
    await platform.stop();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

function playwright(env: Record<string, string>): Promise<number> {
  const cli = fileURLToPath(new URL('cli.js', import.meta.resolve('@playwright/test/package.json')));
  const args = process.argv.slice(2);
  // Who asks for one test does not wait for those that otherwise come before it.
  const narrow = args.some((arg) => !arg.startsWith('--reporter')) ? ['--no-deps'] : [];
  const child = spawn(process.execPath, [cli, 'test', ...narrow, ...args], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}
