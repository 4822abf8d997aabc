import { chromium } from '@playwright/test';
import { findBrowser } from '../../e2e/support/find-browser.ts';
import type { Result } from './measure.ts';
import type { Platform } from './platform.ts';

/** JavaScript that a portal's first page transfers, as a browser gets it: compressed. */
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
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    const scripts = new Set<string>();
    let bytes = 0;
    session.on(
      'Network.responseReceived',
      ({ requestId, type }) => type === 'Script' && scripts.add(requestId),
    );
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) bytes += encodedDataLength;
    });
    await page.goto(`/${portal}/`, { waitUntil: 'networkidle' });
    await context.close();
    results.push({
      what: `(e) JavaScript of the first page of /${portal}/ (${who}, gzip)`,
      measured: `${Math.round(bytes / 1024)} KiB in ${scripts.size} files`,
      target: 'written down',
      met: true,
    });
  }
  await browser.close();
  return results;
}
