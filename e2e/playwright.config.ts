import { defineConfig } from '@playwright/test';

/** The platform and the browser are found by run.ts. */
const { BASE_URL, BROWSER_PATH, BROWSER_ENV } = process.env;

export default defineConfig({
  testDir: 'tests',
  // One platform is shared by all tests: they come one after the other.
  workers: 1,
  fullyParallel: false,
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
