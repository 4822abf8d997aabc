import { spreadQuestionOf } from '@tandem/metrics/sroi/answer';
import { spreadOf } from '@tandem/metrics/sroi/spread';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importSample } from '../../../test/sample.ts';
import { finance, readSroi } from '../../../test/sroi.ts';
import { contextOf, openTestkit, type Testkit } from '../../../test/testkit.ts';
import { finish } from '../../graphql/open-context.ts';
import { netSpreadOf } from './net-spread.loader.ts';
import { currentVersion, type ReadVersion } from './value-map.loader.ts';

let kit: Testkit;
let current: ReadVersion;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  await importSample(kit.db);
  const context = contextOf(kit, finance);
  const read = await currentVersion(context, { asOf: '2017-12-31' });
  await finish(context);
  if (read === undefined) throw new Error('no value map');
  current = read;
});
afterAll(() => kit.close());

/** The same map, drawn from another seed: another question. */
function seeded(seed: number, draws = 1000): ReadVersion {
  return { ...current, version: { ...current.version, seed, draws } };
}

test('what else is asked goes on while a spread is drawn, and it is what the formulas say of the same seed', async () => {
  let isDrawing = true;
  const drawing = netSpreadOf(seeded(7, 100_000)).finally(() => (isDrawing = false));
  // Drawn in this thread, it would be over before anything else had its turn.
  await new Promise((resolve) => setImmediate(resolve));
  expect(isDrawing).toBe(true);

  const version = (await readSroi(kit)).current;
  const question = spreadQuestionOf({ ...version, seed: 7, draws: 100_000 });
  if (question === undefined) throw new Error('nothing is uncertain');
  const spread = spreadOf(question);
  expect(await drawing).toEqual({ ...spread?.interval, draws: 100_000 });
});

test('what is asked again and again is kept, however much else is asked', async () => {
  const popular = await netSpreadOf(seeded(1));
  const seldom = await netSpreadOf(seeded(2));
  for (let seed = 3; seed <= 60; seed += 1) {
    await netSpreadOf(seeded(seed));
    // One that is drawn again is another object of the same numbers.
    expect(await netSpreadOf(seeded(1))).toBe(popular);
  }
  const again = await netSpreadOf(seeded(2));
  expect(again).not.toBe(seldom);
  expect(again).toEqual(seldom);
});

test('a question that cannot be drawn fails by itself, and the next one is drawn', async () => {
  await expect(netSpreadOf(seeded(1, 0))).rejects.toThrow('0 is no number of draws');
  await expect(netSpreadOf(seeded(1, 0))).rejects.toThrow('0 is no number of draws');
  expect(await netSpreadOf(seeded(99))).toMatchObject({ draws: 1000 });
});
