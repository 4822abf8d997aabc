import { folded } from '@tandem/domain/folded';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeBranch, makeMentee } from '../../../test/programme.ts';
import { ask, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';

const coordinator = viewerWith('COORDINATOR');
let kit: Testkit;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  const branchId = await makeBranch(kit.db);
  for (const [given, family] of [
    ['Zoé', 'Abdi'],
    ['Aminata', 'Abdi'],
    ['Aïcha', 'Abdi'],
    ['Élise', 'De Smet'],
    ['Bilal', 'de Smedt'],
    ['Ömer', 'Öztürk'],
  ] as const)
    await makeMentee(kit.db, branchId, given, family);
});
afterAll(() => kit.close());

async function namesOf(args: string): Promise<string[]> {
  const { mentees } = await ask(
    kit,
    coordinator,
    `{ mentees(${args}) { edges { node { person { name } } } } }`,
  );
  return mentees.edges.map((edge: any) => edge.node.person.name);
}

test('people stand in the order in which they are read, whatever their accents and capitals', async () => {
  expect(await namesOf('first: 10')).toEqual([
    'Aïcha Abdi',
    'Aminata Abdi',
    'Zoé Abdi',
    'Bilal de Smedt',
    'Élise De Smet',
    'Ömer Öztürk',
  ]);
});

test.each([
  ['aicha', ['Aïcha Abdi']],
  ['ABDI zoe', ['Zoé Abdi']],
  ['de sme', ['Bilal de Smedt', 'Élise De Smet']],
  ['oztürk', ['Ömer Öztürk']],
  ['100%', []],
])('"%s" finds %j', async (search, names) => {
  expect(await namesOf(`filter: {search: "${search}"}`)).toEqual(names);
});

test('the database folds a text as the domain does', async () => {
  const letter = fc.integer({ min: 0x20, max: 0x17f }).map((code) => String.fromCodePoint(code));
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: letter, minLength: 1 }), async (text) => {
      const [row] = await kit.db.query('select folded($1) as folded', [text]);
      expect(row.folded.trim()).toBe(folded(text));
    }),
    { numRuns: 300 },
  );
});
