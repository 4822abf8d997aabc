import { afterAll, beforeAll } from 'vitest';
import { newId } from '../src/database/new-id.ts';
import { makeBranch, makeCoordinator, makeDuo } from './programme.ts';
import { ask, openTestkit, viewerWith, type Testkit } from './testkit.ts';

export const TODAY = '2017-12-31';
export const finance = viewerWith('FINANCE');
export let kit: Testkit;
export let branchId: string;
export let otherBranch: string;
export let funderId: string;
let coordinatorId: string;

/** A programme with two branches and a funder, opened for the test file that imports this. */
beforeAll(async () => {
  kit = await openTestkit(TODAY);
  branchId = await makeBranch(kit.db);
  otherBranch = await makeBranch(kit.db, 'Anvers');
  coordinatorId = await makeCoordinator(kit.db, branchId);
  funderId = newId();
  await kit.db.query(`insert into partner (id, name, kind) values ($1, 'Fondation Horizon', 'FOUNDATION')`, [
    funderId,
  ]);
});
afterAll(() => kit.close());

const FIELDS = `id version status endsOn amount { cents } received { cents } duoCount share
  conditions { id text measure target dueOn metOn progress { ...ProgressFields } } instalments { id dueOn amountCents receivedOn } deadlines { id dueOn text sentOn }`;
const PROGRESS =
  'fragment ProgressFields on ConditionProgress { verdict mayChange value reached numerator denominator interval { lower upper } intervalSide asOf }';
export const CREATE = `${PROGRESS} mutation ($input: GrantInput!) { createGrant(input: $input) { ... on Grant { ${FIELDS} } ... on Refusal { code field params } } }`;
export const CHANGE = `${PROGRESS} mutation ($id: ID!, $version: Int!, $input: GrantInput!) { changeGrant(id: $id, version: $version, input: $input) { ... on Grant { ${FIELDS} } ... on Refusal { code field params } } }`;
export const GRANT = `${PROGRESS} query ($id: ID!) { grant(id: $id) { ${FIELDS} } }`;
const EARMARK = `mutation ($grantId: ID!, $earmarks: [EarmarkInput!]!) { earmarkDuos(grantId: $grantId, earmarks: $earmarks) {
  ... on EarmarkChange { duoIds grant { duoCount share } } ... on Refusal { code field params } } }`;
export const REMOVE = `mutation ($grantId: ID!, $duoIds: [ID!]!) { removeEarmarks(grantId: $grantId, duoIds: $duoIds) {
  ... on EarmarkChange { grant { duoCount } } ... on Refusal { code field } } }`;

let made = 0;
/** An awarded grant of the year 2017 of which nothing is agreed but what is said. */
export const grantInput = (change: object = {}) => ({
  reference: `G${(made += 1)}`,
  funderId,
  kind: 'FINANCIAL_SPONSORSHIP',
  status: 'AWARDED',
  startsOn: '2017-01-01',
  endsOn: '2017-12-31',
  amountCents: 10_000_00,
  conditions: [],
  instalments: [],
  deadlines: [],
  ...change,
});

/** Answers with the grant, or with why it is refused. */
export const create = async (change: object = {}) =>
  (await ask(kit, finance, CREATE, { input: grantInput(change) })).createGrant;

export const earmark = async (grantId: string, ...duos: (readonly [duoId: string, share: number])[]) =>
  (await ask(kit, finance, EARMARK, { grantId, earmarks: duos.map(([duoId, share]) => ({ duoId, share })) }))
    .earmarkDuos;

export const duo = async (startedOn = '2017-03-01', closedOn?: string, at = branchId) =>
  (await makeDuo(kit.db, at, coordinatorId, { startedOn, ...(closedOn !== undefined && { closedOn }) })).id;
