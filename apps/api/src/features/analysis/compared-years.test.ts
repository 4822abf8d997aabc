import { afterAll, beforeAll, expect, test } from 'vitest';
import { importSample } from '../../../test/sample.ts';
import { ask, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';

const analyst = viewerWith('ANALYST');
let kit: Testkit;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  await importSample(kit.db);
});
afterAll(() => kit.close());

interface ComparedYear {
  readonly key: string;
  readonly isReference: boolean;
  readonly among: number | null;
  readonly result: { readonly denominator?: number; readonly unknown?: number | null };
}
async function yearsOf(metric: string, reference?: string): Promise<ComparedYear[]> {
  const query = `query ($metric: MetricId!, $reference: String) { compareGroups(metric: $metric, step: YEAR, reference: $reference) {
    figures { key isReference among result { ... on Figure { denominator unknown } } } } }`;
  return (await ask(kit, analyst, query, { metric, reference })).compareGroups.figures;
}
const referenceOf = (years: readonly ComparedYear[]) => years.find(({ isReference }) => isReference)?.key;
const sum = (years: readonly ComparedYear[], of: (year: ComparedYear) => number | null | undefined) =>
  years.reduce((total, year) => total + (of(year) ?? 0), 0);

test('years are held against the first of which there is enough, however large the others are', async () => {
  const years = await yearsOf('COMPLETION_RATE');
  expect(years.map(({ key, result }) => [key, result.denominator])).toEqual([
    ['2015-01-01', 1],
    ['2016-01-01', 161],
    ['2017-01-01', 221],
  ]);
  expect(referenceOf(years)).toBe('2016-01-01');
});

test('the year that is named stays the reference of whichever indicator has it', async () => {
  for (const metric of ['COMPLETION_RATE', 'SATISFACTION_RATE', 'MENTOR_LOYALTY_RATE'])
    expect(referenceOf(await yearsOf(metric, '2017-01-01'))).toBe('2017-01-01');
  const exits = await yearsOf('POSITIVE_EXIT_RATE');
  expect(referenceOf(await yearsOf('POSITIVE_EXIT_RATE', '2018-01-01'))).toBe(referenceOf(exits));
});

test('a rate of exits has those of whom it is not known in it, another rate leaves them out', async () => {
  const exits = await yearsOf('POSITIVE_EXIT_RATE');
  expect(sum(exits, ({ result }) => result.unknown)).toBe(77);
  expect(sum(exits, ({ among }) => among)).toBe(sum(exits, ({ result }) => result.denominator));
  const held = await yearsOf('JOB_SUSTAINED_12_RATE');
  expect([
    sum(held, ({ result }) => result.denominator),
    sum(held, ({ result }) => result.unknown),
    sum(held, ({ among }) => among),
  ]).toEqual([37, 48, 85]);
});
