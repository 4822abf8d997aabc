import { ROLES, type Capability, type Role } from '@tandem/domain/capabilities';
import type { GraphQLError } from 'graphql';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from './database/new-id.ts';
import { formatError } from './graphql/format-error.ts';
import { makeBranch, makeCoordinator, makeDuo } from '../test/programme.ts';
import { ask, askRaw, openTestkit, viewerWith, type Testkit } from '../test/testkit.ts';

const TODAY = '2017-12-31';
let kit: Testkit;
let brussels: string;
let antwerp: string;
let duoId: string;
let partnerId: string;

beforeAll(async () => {
  kit = await openTestkit(TODAY);
  brussels = await makeBranch(kit.db, 'Bruxelles');
  antwerp = await makeBranch(kit.db, 'Antwerpen');
  const coordinatorId = await makeCoordinator(kit.db, brussels);
  ({ id: duoId } = await makeDuo(kit.db, brussels, coordinatorId, { startedOn: '2017-09-01' }));
  await ask(
    kit,
    viewerWith('ADMINISTRATOR'),
    `mutation ($id: ID!) { logMeeting(duoId: $id, input: {heldOn: "2017-10-01", minutes: 60, mode: IN_PERSON, note: "worried"}) { __typename } }`,
    { id: duoId },
  );
  partnerId = newId();
  await kit.db.query(`insert into partner (id, name, kind) values ($1, 'Acme', 'COMPANY')`, [partnerId]);
  await ask(
    kit,
    partner('PARTNER_ADMINISTRATOR'),
    `mutation ($branch: ID!) { registerVolunteers(rows: [{givenName: "Vera", familyName: "Loos", email: "vera@acme.example", engagement: MENTOR, branchId: $branch}]) { registered { id } } }`,
    { branch: brussels },
  );
});
afterAll(() => kit.close());

const partner = (role: Role) => viewerWith(role, { partnerId });
const viewerOf = (role: Role) => (role.startsWith('PARTNER_') ? partner(role) : viewerWith(role));

const format = formatError(pino({ level: 'silent' }));
const codeOf = (error: GraphQLError | undefined) =>
  error && format(error.toJSON(), error).extensions?.['code'];

/** Which roles an answer reaches; the others are refused. */
async function answered(source: string): Promise<Role[]> {
  const roles: Role[] = [];
  const refusals: unknown[] = [];
  for (const role of ROLES) {
    const { errors } = await askRaw(kit, viewerOf(role), source, { id: duoId });
    if (errors === undefined) roles.push(role);
    else refusals.push(codeOf(errors[0]));
  }
  expect(new Set(refusals)).toEqual(new Set(['FORBIDDEN']));
  return roles;
}

describe('a field about people answers', () => {
  test.each([
    [
      'names of mentees',
      'query ($id: ID!) { duo(id: $id) { mentee { person { name } } } }',
      ['ADMINISTRATOR', 'COORDINATOR'],
    ],
    [
      'ground of residence',
      'query ($id: ID!) { duo(id: $id) { mentee { residenceGround } } }',
      ['ADMINISTRATOR', 'COORDINATOR'],
    ],
    [
      'nationality',
      'query ($id: ID!) { duo(id: $id) { mentee { nationality } } }',
      ['ADMINISTRATOR', 'COORDINATOR'],
    ],
    ['notes', 'query ($id: ID!) { duo(id: $id) { meetings { note } } }', ['ADMINISTRATOR', 'COORDINATOR']],
    ['history', 'query ($id: ID!) { duo(id: $id) { history { before } } }', ['ADMINISTRATOR', 'COORDINATOR']],
    [
      'names of volunteers',
      '{ volunteers { edges { node { person { name email } } } } }',
      ['ADMINISTRATOR', 'COORDINATOR', 'FINANCE', 'PARTNER_ADMINISTRATOR', 'PARTNER_MEMBER'],
    ],
    [
      'birth dates of volunteers',
      '{ volunteers { edges { node { person { birthDate } } } } }',
      ['ADMINISTRATOR', 'COORDINATOR'],
    ],
    [
      'pseudonymised rows',
      '{ figureRecords(metric: DUOS_STARTED) { edges { node { pseudonym } } } }',
      ['ADMINISTRATOR', 'COORDINATOR', 'ANALYST'],
    ],
    [
      'named rows',
      '{ figureRecords(metric: DUOS_STARTED) { edges { node { duo { id } } } } }',
      ['ADMINISTRATOR', 'COORDINATOR'],
    ],
    ['money', '{ costs { totalCount } }', ['ADMINISTRATOR', 'FINANCE', 'ANALYST']],
  ])('%s', async (_, source, roles) => {
    expect(await answered(source)).toEqual(roles);
  });
});

const STAFF: readonly Role[] = ['ADMINISTRATOR', 'COORDINATOR', 'FINANCE', 'ANALYST'];

describe('what stands behind figures answers staff alone:', () => {
  test.each([
    '{ timeToExit(metric: POSITIVE_EXIT_RATE) { asOf } }',
    '{ compareGroups(metric: POSITIVE_EXIT_RATE, by: BRANCH) { comparisons } }',
    '{ compareFigures(requests: [{metric: POSITIVE_EXIT_RATE, period: {from: "2016-01-01", to: "2017-01-01"}}, {metric: POSITIVE_EXIT_RATE, period: {from: "2015-01-01", to: "2016-01-01"}}]) { ... on FigureComparison { comparisons } } }',
    '{ standardisedRates(metric: POSITIVE_EXIT_RATE, by: BRANCH, adjustedFor: [GENDER]) { standardSize } }',
    '{ missingBounds(metric: POSITIVE_EXIT_RATE) { unknown } }',
    '{ completeness { field } }',
    '{ comparePublished(metric: POSITIVE_EXIT_RATE) { wording } }',
    'query ($id: ID!) { compareWeighted(groupId: $id, metric: POSITIVE_EXIT_RATE) { ... on NoWeightedEffect { reason } } }',
    '{ comparisonGroups { id } }',
    '{ comparisonFields { name } }',
    '{ publishedRates { id } }',
  ])('%s', async (source) => {
    expect(await answered(source)).toEqual(STAFF);
  });

  test('and administrators and analysts change what figures are held against', async () => {
    for (const name of [
      'removePublishedRate',
      'restorePublishedRate',
      'removeComparisonGroup',
      'restoreComparisonGroup',
    ])
      expect(
        await answered(`mutation ($id: ID!) { ${name}(id: $id, version: 1) { ... on Refusal { code } } }`),
      ).toEqual(['ADMINISTRATOR', 'ANALYST']);
    // Only who may put them back has to see what was removed.
    expect(await answered('{ removedComparisonGroups { id } }')).toEqual(['ADMINISTRATOR', 'ANALYST']);
  });
});

describe('who sees no names, such as a key for less,', () => {
  const keyOf = (role: Role, ...scopes: Capability[]) => ({
    ...viewerOf(role),
    capabilities: new Set(scopes),
  });
  const duosOnly = keyOf('ADMINISTRATOR', 'SEE_DUOS', 'SEE_HISTORY');
  const partnersOnly = keyOf('ADMINISTRATOR', 'SEE_PARTNERS');

  test.each([
    [duosOnly, '{ duos(sort: {field: MENTEE, direction: ASC}) { totalCount } }'],
    [duosOnly, '{ duos(sort: {field: MENTOR, direction: ASC}) { totalCount } }'],
    [duosOnly, '{ duos(filter: {search: "abdi"}) { totalCount } }'],
    [partnersOnly, '{ volunteers(sort: {field: NAME, direction: ASC}) { totalCount } }'],
    [partnersOnly, '{ volunteers(filter: {search: "loos"}) { totalCount } }'],
  ])('is not told them by an order or a search (%#)', async (viewer, source) => {
    const { errors } = await askRaw(kit, viewer, source);
    expect(codeOf(errors?.[0])).toBe('FORBIDDEN');
    expect(await askRaw(kit, viewerWith('ADMINISTRATOR'), source)).not.toHaveProperty('errors');
  });

  test('gets the list in an order of its own', async () => {
    const later = newId();
    await kit.db.query(
      `with someone as (insert into person (given_name, family_name) values ('Ann', 'Zonder') returning id)
       insert into volunteer (id, person_id, partner_id, branch_id, engagement, status, registered_on)
       select $1, id, $2, $3, 'MENTOR', 'REGISTERED', '2099-01-01' from someone`,
      [later, partnerId, brussels],
    );
    const first = '{ volunteers(first: 1) { edges { node { id } } } }';
    expect((await ask(kit, partnersOnly, first)).volunteers.edges).toEqual([{ node: { id: later } }]);
    expect((await ask(kit, viewerWith('ADMINISTRATOR'), first)).volunteers.edges).not.toEqual([
      { node: { id: later } },
    ]);
    expect(
      (await ask(kit, partner('PARTNER_MEMBER'), '{ volunteers(filter: {search: "loos"}) { totalCount } }'))
        .volunteers,
    ).toEqual({ totalCount: 1 });
  });

  test('reads none in a cursor, which goes on all the same', async () => {
    const list = `{ mentees(first: 1) { edges { cursor node { person { familyName } } } pageInfo { startCursor endCursor } } }`;
    const { mentees } = await ask(kit, viewerWith('COORDINATOR'), list);
    const { cursor, node } = mentees.edges[0];
    expect(mentees.pageInfo).toEqual({ startCursor: cursor, endCursor: cursor });
    const name = node.person.familyName.toLowerCase();
    expect(name).not.toBe('');
    expect(Buffer.from(cursor, 'base64url').toString('latin1').toLowerCase()).not.toContain(name);
    expect((await ask(kit, viewerWith('COORDINATOR'), list)).mentees.edges[0].cursor).toBe(cursor);
    const forged = Buffer.from(JSON.stringify(['x', 'a', newId()])).toString('base64url');
    const { errors } = await askRaw(
      kit,
      viewerWith('COORDINATOR'),
      list.replace('first: 1', `after: "${forged}"`),
    );
    expect(codeOf(errors?.[0])).toBe('BAD_USER_INPUT');
  });

  test('nor notes in the history of a duo', async () => {
    const history = 'query ($id: ID!) { duo(id: $id) { history { recordKind after } } }';
    const { duo } = await ask(kit, duosOnly, history, { id: duoId });
    expect(JSON.stringify(duo)).not.toContain('worried');
    const noting = keyOf('ADMINISTRATOR', 'SEE_DUOS', 'SEE_HISTORY', 'SEE_NOTES');
    expect(JSON.stringify((await ask(kit, noting, history, { id: duoId })).duo)).toContain('worried');
  });
});

describe('a coordinator', () => {
  const bound = () => viewerWith('COORDINATOR', { branchIds: [brussels] });

  test('starts no duo in a branch that is not hers, and is told so', async () => {
    const [mentor] = await kit.db.query('select id from mentor');
    const [mentee] = await kit.db.query('select id from mentee');
    const [coordinator] = await kit.db.query('select id from coordinator');
    const input = {
      mentorId: mentor.id,
      menteeId: mentee.id,
      coordinatorId: coordinator.id,
      branchId: antwerp,
      startedOn: '2017-12-01',
    };
    const { startDuo } = await ask(
      kit,
      bound(),
      'mutation ($input: StartDuoInput!) { startDuo(input: $input) { ... on Refusal { code field } } }',
      { input },
    );
    expect(startDuo).toEqual({ code: 'REFERENCE_UNKNOWN', field: 'branchId' });
  });

  test('of another branch finds no duo here', async () => {
    const { duo } = await ask(
      kit,
      viewerWith('COORDINATOR', { branchIds: [antwerp] }),
      'query ($id: ID!) { duo(id: $id) { id } }',
      { id: duoId },
    );
    expect(duo).toBeNull();
  });
});
