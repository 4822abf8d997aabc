import { afterAll, beforeAll, expect, test } from 'vitest';
import { importSample } from '../../../test/sample.ts';
import { ask, askRaw, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';

let kit: Testkit;
let bankId: string;
let foundationId: string;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  await importSample(kit.db);
  const idOf = async (name: string): Promise<string> =>
    (await kit.db.query('select id from partner where name = $1', [name]))[0].id;
  bankId = await idOf('Banque du Parc');
  foundationId = await idOf('Fondation Horizon');
});
afterAll(() => kit.close());

test('an organisation that gives funds and people is one partner', async () => {
  const query =
    '{ partners(filter: {search: "parc"}) { totalCount edges { node { name kind grantCount volunteerCount members { name } } } } }';
  const { partners } = await ask(kit, viewerWith('ADMINISTRATOR'), query);
  expect(partners).toEqual({
    totalCount: 1,
    edges: [
      { node: { name: 'Banque du Parc', kind: 'COMPANY', grantCount: 1, volunteerCount: 16, members: [] } },
    ],
  });
});

test('a partner sees itself, and another one looks absent', async () => {
  const bank = viewerWith('PARTNER_ADMINISTRATOR', { partnerId: bankId });
  const query = 'query ($id: ID!) { partner(id: $id) { name volunteerCount } }';
  expect((await ask(kit, bank, query, { id: bankId })).partner).toEqual({
    name: 'Banque du Parc',
    volunteerCount: 16,
  });
  expect((await ask(kit, bank, query, { id: foundationId })).partner).toBeNull();
  expect((await askRaw(kit, bank, '{ partners { totalCount } }')).errors?.[0]?.extensions['code']).toBe(
    'FORBIDDEN',
  );
  const { grants } = await ask(
    kit,
    bank,
    '{ grants { reference funder { name } endsOn amount { cents } duoCount share } }',
  );
  expect(grants).toEqual([
    {
      reference: 'BF04',
      funder: { name: 'Banque du Parc' },
      endsOn: '2017-12-31',
      amount: { cents: 9674692 },
      duoCount: 47,
      share: 47,
    },
  ]);
});
