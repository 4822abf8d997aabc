import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDuos, times } from '../../../test/many-duos.ts';
import { makeBranch } from '../../../test/programme.ts';
import { ask, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';

let kit: Testkit;
let many: string;
let few: string;
let men: string;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  const branchOf = async (name: string, sizes: Readonly<Record<string, number>>) => {
    const branch = await makeBranch(kit.db, name);
    const courses = Object.entries(sizes).flatMap(([gender, size]) =>
      times(size, { startedOn: '2016-02-01', trainedOn: '2016-05-01', gender }),
    );
    await makeDuos(kit.db, branch, courses);
    return branch;
  };
  many = await branchOf('Mons', { MAN: 40, WOMAN: 3 });
  few = await branchOf('Arlon', { MAN: 2, WOMAN: 2 });
  men = await branchOf('Tournai', { MAN: 7 });
});
afterAll(() => kit.close());

interface Stratum {
  readonly keys: readonly string[];
  readonly groups: readonly { readonly key: string; readonly isThin: boolean }[];
}

/** Whether anything was adjusted for, and which strata of which branches are said to be thin. */
async function thin(branch: readonly string[], collapse: boolean) {
  const { standardisedRates } = await ask(
    kit,
    viewerWith('ADMINISTRATOR'),
    `query ($branch: [ID!], $collapse: Boolean) {
      standardisedRates(metric: POSITIVE_EXIT_RATE, filter: { branch: $branch }, by: BRANCH, adjustedFor: [GENDER], collapse: $collapse) {
        isAdjusted standard { keys groups { key isThin } } } }`,
    { branch, collapse },
  );
  const strata: Stratum[] = standardisedRates.standard;
  const marked = strata.flatMap(({ keys, groups }) =>
    groups.filter(({ isThin }) => isThin).map(({ key }) => [key, ...keys]),
  );
  return { isAdjusted: standardisedRates.isAdjusted, marked };
}

test('a rate is said to hang on few where it is told: not of a branch of four, whose strata are of two', async () => {
  expect(await thin([many, few], false)).toEqual({ isAdjusted: true, marked: [[many, 'WOMAN']] });
});

test.each([
  ['there are no rates, since a branch has nobody in a stratum', false],
  ['all strata become one', true],
])('nothing is said of it where nothing was adjusted for: %s', async (_why, collapse) => {
  expect(await thin([many, few, men], collapse)).toEqual({ isAdjusted: false, marked: [] });
});
