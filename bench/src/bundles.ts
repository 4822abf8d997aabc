import { chromium } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { findBrowser } from '../../e2e/support/find-browser.ts';
import type { Result } from './measure.ts';
import type { Platform } from './platform.ts';

/** JavaScript that a portal's first page loads in a browser, each file by gzip (a browser on localhost gets Brotli). */
export async function measureBundles({ origin }: Platform): Promise<Result[]> {
  const { executablePath, env } = await findBrowser();
  const browser = await chromium.launch({ executablePath, env: { ...process.env, ...env } });
  const accounts = (await (await fetch(`${origin}/sample-accounts`)).json()) as {
    email: string;
    password: string;
  }[];
  const results: Result[] = [];
  for (const [portal, who] of [
    ['admin', 'coordinator'],
    ['partner', 'funder'],
  ] as const) {
    const context = await browser.newContext({ locale: 'en-GB', baseURL: origin });
    const account = accounts.find(({ email }) => email.startsWith(`${who}@`));
    await context.request.post('/auth/sign-in/email', { data: account, headers: { origin } });
    const page = await context.newPage();
    // By address, since a script that is preloaded is asked for twice.
    const scripts = new Map<string, Promise<Buffer>>();
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script' && response.ok())
        scripts.set(response.url(), response.body());
    });
    await page.goto(`/${portal}/`, { waitUntil: 'networkidle' });
    const bodies = await Promise.all(scripts.values());
    const bytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
    await context.close();
    results.push({
      what: `(e) JavaScript of the first page of /${portal}/ (${who}, gzip)`,
      measured: `${Math.round(bytes / 1024)} KiB in ${bodies.length} files`,
      target: 'written down',
      met: true,
    });
  }
  await browser.close();
  return results;
}
