import { beforeEach, expect, test } from 'vitest';
import { analyst, kit, staff, TODAY } from '../test/comparison-kit.ts';
import { ask } from '../test/testkit.ts';
import { platformActor } from './features/audit/record-change.ts';
import { applyRetention } from './features/privacy/apply-retention.ts';

const SOURCE = 'Actiris, inscrits en février 2016';
let id: string;

beforeEach(async () => {
  await kit.db.query('delete from comparison_group');
  id = await makeGroup('Demandeurs 2016', 'p-1', 'p-2');
});

async function makeGroup(name: string, ...pseudonyms: string[]): Promise<string> {
  const [group] = await kit.db.query('insert into comparison_group (name) values ($1) returning id', [name]);
  await kit.db.query(
    `insert into comparison_member (group_id, pseudonym, started_on, observed_until)
     select $1, unnest($2::text[]), '2016-03-01', '2017-06-15'`,
    [group.id, pseudonyms],
  );
  return group.id;
}

async function run(name: string, variables: object, input = '') {
  const declared = input === '' ? '' : ', $input: ComparisonGroupInput!';
  const source = `mutation ($id: ID!, $version: Int!${declared}) { ${name}(id: $id, version: $version${input}) {
    ... on ComparisonGroup { version removed restorableUntil source } ... on Refusal { code field } } }`;
  return (await ask(kit, analyst, source, { id, ...variables }))[name];
}
const describeAs = (version: number, input: object) =>
  run('describeComparisonGroup', { version, input }, ', input: $input');

async function listed() {
  const { comparisonGroups, removedComparisonGroups } = await ask(
    kit,
    staff,
    '{ comparisonGroups { name removed restorableUntil } removedComparisonGroups { name people removed restorableUntil } }',
  );
  return { there: comparisonGroups, removed: removedComparisonGroups };
}
/** As if it had been removed on that day, in the evening. */
async function removedOn(day: string): Promise<void> {
  await kit.db.query(
    "update comparison_group set removed_at = $2::date + interval '20 hours' where id = $1",
    [id, day],
  );
}

test('a group says what it is from, in versions, and stands in the trail', async () => {
  const input = { name: 'Demandeurs 2016', source: SOURCE };
  expect(await describeAs(1, input)).toEqual({
    version: 2,
    removed: false,
    restorableUntil: null,
    source: SOURCE,
  });
  expect(await describeAs(1, input)).toMatchObject({ code: 'CHANGED_MEANWHILE' });
  const [entry] = await kit.db.query(
    `select action, after from audit_entry where record_id = $1 order by id desc limit 1`,
    [id],
  );
  expect(entry).toMatchObject({ action: 'describeComparisonGroup', after: input });
});

test('a removed group is listed with the last day on which it can be put back, and is put back', async () => {
  expect(await run('removeComparisonGroup', { version: 1 })).toMatchObject({ version: 2, removed: true });
  await removedOn('2017-12-10');
  expect(await listed()).toEqual({
    there: [],
    removed: [{ name: 'Demandeurs 2016', people: 2, removed: true, restorableUntil: '2018-01-09' }],
  });
  expect(await run('removeComparisonGroup', { version: 2 })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await describeAs(2, { name: 'Other', source: SOURCE })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await run('restoreComparisonGroup', { version: 2 })).toMatchObject({
    removed: false,
    restorableUntil: null,
  });
  expect(await listed()).toEqual({
    there: [{ name: 'Demandeurs 2016', removed: false, restorableUntil: null }],
    removed: [],
  });
});

test('a group whose name was given to another meanwhile is not put back', async () => {
  await run('removeComparisonGroup', { version: 1 });
  await makeGroup('Demandeurs 2016', 'p-3');
  expect(await run('restoreComparisonGroup', { version: 2 })).toEqual({
    code: 'REFERENCE_TAKEN',
    field: 'name',
  });
});

test('the rows of a removed group are erased after the last day on which it can be put back', async () => {
  await run('removeComparisonGroup', { version: 1 });
  const retain = () => applyRetention(kit.db, platformActor('Retention'), () => new Date(), TODAY);
  const left = async () =>
    (await kit.db.query('select count(*)::int as rows from comparison_member where group_id = $1', [id]))[0]
      .rows;
  await removedOn('2017-12-01');
  await retain();
  expect(await listed()).toMatchObject({ removed: [{ restorableUntil: TODAY }] });
  expect(await left()).toBe(2);
  await removedOn('2017-11-30');
  expect(await listed()).toEqual({ there: [], removed: [] });
  await retain();
  expect(await left()).toBe(0);
  expect(await run('restoreComparisonGroup', { version: 2 })).toEqual({ code: 'NOT_FOUND', field: 'id' });
});
