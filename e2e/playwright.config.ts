import { defineConfig } from '@playwright/test';

/** The platform and the browser are found by run.ts. */
const { BASE_URL, BROWSER_PATH, BROWSER_ENV } = process.env;

export default defineConfig({
  testDir: 'tests',
  workers: 2,
  // All tests share one platform. Pages are only looked at, side by side and first: what people then do with the sample's
  // records comes one after the other.
  projects: [
    { name: 'pages', testMatch: 'every-page.spec.ts', fullyParallel: true },
    {
      name: 'tasks',
      testIgnore: 'every-page.spec.ts',
      workers: 1,
      fullyParallel: false,
      dependencies: ['pages'],
    },
  ],
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: BASE_URL ?? 'http://start-the-browser-tests-with-run.ts',
    locale: 'en-GB',
    viewport: { width: 1280, height: 800 },
    launchOptions: {
      executablePath: BROWSER_PATH ?? '',
      env: {
        ...(process.env as Record<string, string>),
        ...(JSON.parse(BROWSER_ENV ?? '{}') as Record<string, string>),
      },
    },
    screenshot: 'only-on-failure',
    trace: 'off',
  },
});
