import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run } from './run.mjs';

/** Checks that count as one test each. Import rules and cycles are part of lint, which needs the packages' types: build first. */
const CHECKS = [
  { name: 'build', program: 'turbo', args: ['run', 'build', '--output-logs=errors-only'] },
  { name: 'format', program: 'oxfmt', args: ['--check'] },
  { name: 'lint and import rules', program: 'oxlint', args: ['--type-aware', '--deny-warnings'] },
  { name: 'unused files, exports and dependencies', program: 'knip', args: ['--no-progress'] },
  { name: 'types', program: 'turbo', args: ['run', 'typecheck', '--output-logs=errors-only'] },
];

/** Packages with a vitest suite; one without a single test counts as failed. */
const SUITES = [
  'packages/domain',
  'packages/metrics',
  'packages/ui',
  'apps/api',
  'apps/admin',
  'apps/partner',
];

/** Runs everything, whatever fails on the way, and ends with the counts. Answers with the exit code. */
export async function check() {
  const reports = await mkdtemp(join(tmpdir(), 'tandem-test-'));
  let passed = 0;
  /** @type {string[]} */
  const failures = [];
  for (const { name, program, args } of CHECKS) {
    console.log(`\n— ${name}`);
    if ((await run(program, args)) === 0) passed += 1;
    else failures.push(name);
  }
  for (const suite of SUITES) {
    console.log(`\n— tests of ${suite}`);
    const report = join(reports, `${suite.replaceAll('/', '-')}.json`);
    await run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], {
      cwd: join(root, suite),
    });
    const counts = await readCounts(report);
    passed += counts.passed;
    failures.push(...counts.failures.map((name) => `${suite}: ${name}`));
  }
  console.log('\n— browser tests');
  const report = join(reports, 'e2e.json');
  const code = await run('node', ['run.ts', '--reporter=list,json'], {
    cwd: join(root, 'e2e'),
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  const browser = await readBrowserCounts(report);
  passed += browser.passed;
  failures.push(...browser.failures);
  if (code !== 0 && browser.failures.length === 0) failures.push('the browser tests ended with an error');
  await rm(reports, { recursive: true });
  for (const failure of failures) console.log(`failed: ${failure}`);
  console.log(`\n${passed} passed, ${failures.length} failed`);
  return failures.length === 0 ? 0 : 1;
}

/** What a vitest report says; no report, no test, a skipped test and a file that does not load are failures. */
async function readCounts(file) {
  if (!existsSync(file)) return { passed: 0, failures: ['the test runner ended without a report'] };
  const { testResults } = JSON.parse(await readFile(file, 'utf8'));
  let passed = 0;
  /** @type {string[]} */
  const failures = [];
  for (const { name, status, assertionResults } of testResults) {
    for (const test of assertionResults) {
      if (test.status === 'passed') passed += 1;
      else failures.push(`${test.fullName} (${test.status})`);
    }
    if (assertionResults.length === 0 && status !== 'passed') failures.push(name);
  }
  if (passed === 0 && failures.length === 0) failures.push('no test ran');
  return { passed, failures };
}

/** What Playwright's report says; a skipped test is a failure. */
async function readBrowserCounts(file) {
  if (!existsSync(file)) return { passed: 0, failures: ['the browser tests ended without a report'] };
  let passed = 0;
  /** @type {string[]} */
  const failures = [];
  const walk = ({ specs = [], suites = [] }) => {
    for (const { ok, title, tests } of specs) {
      if (ok && tests.every(({ status }) => status === 'expected')) passed += 1;
      else failures.push(`browser: ${title}`);
    }
    for (const suite of suites) walk(suite);
  };
  walk(JSON.parse(await readFile(file, 'utf8')));
  if (passed === 0 && failures.length === 0) failures.push('no browser test ran');
  return { passed, failures };
}
