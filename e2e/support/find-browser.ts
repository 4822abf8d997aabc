import { chromium, type Browser } from '@playwright/test';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export interface FoundBrowser {
  readonly executablePath: string;
  /** What it needs in its environment beside ours. */
  readonly env: Readonly<Record<string, string>>;
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const OWN_FOLDER = fileURLToPath(new URL('../node_modules/.cache/tandem-chromium/', import.meta.url));

/**
 * A Chromium that starts on this machine: an installed one, else the one inside the npm package
 * `@sparticuz/chromium`, else Playwright's own download. Throws with everything that was tried.
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const tried: string[] = [];
  for (const find of [installed, packaged, playwrights]) {
    for await (const candidate of find()) {
      const problem = await problemOf(candidate);
      if (problem === undefined) return candidate;
      tried.push(`${candidate.executablePath}: ${problem}`);
    }
  }
  throw new Error(
    `The browser tests need Chromium or Chrome, and none starts here. Install one (Debian: apt-get install chromium), or put it on PATH. Tried:\n${tried.map((line) => `  ${line}`).join('\n')}`,
  );
}

function* installed(): Generator<FoundBrowser> {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of NAMES) {
      const executablePath = join(folder, name);
      if (existsSync(executablePath)) yield { executablePath, env: {} };
    }
  }
}

/** Unpacked into a folder of ours, since a shared temporary one may hold another user's. */
async function* packaged(): AsyncGenerator<FoundBrowser> {
  await mkdir(OWN_FOLDER, { recursive: true });
  process.env['TMPDIR'] = OWN_FOLDER;
  try {
    const { default: bundle, inflate } = await import('@sparticuz/chromium');
    const executablePath = await bundle.executablePath();
    yield { executablePath, env: {} };
    // A bare machine lacks libraries that the package brings along.
    const libraries = fileURLToPath(
      new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium')),
    );
    const folder = await inflate(libraries);
    yield {
      executablePath,
      env: { LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_PATH: join(OWN_FOLDER, 'fonts') },
    };
  } catch {
    // Not packaged for this platform: the next way is tried.
  } finally {
    delete process.env['TMPDIR'];
  }
}

async function* playwrights(): AsyncGenerator<FoundBrowser> {
  const cli = fileURLToPath(new URL('cli.js', import.meta.resolve('@playwright/test/package.json')));
  if (!existsSync(chromium.executablePath()))
    await promisify(execFile)(process.execPath, [cli, 'install', 'chromium']).catch(() => undefined);
  yield { executablePath: chromium.executablePath(), env: {} };
}

/** Why it does not start; undefined if it does. */
async function problemOf({ executablePath, env }: FoundBrowser): Promise<string | undefined> {
  let browser: Browser | undefined;
  try {
    browser = await chromium.launch({ executablePath, env: { ...process.env, ...env }, timeout: 30_000 });
    return undefined;
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).split('\n').slice(0, 2).join(' ');
  } finally {
    await browser?.close();
  }
}
