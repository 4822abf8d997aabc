import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../database/new-id.ts';
import { makeBranch, makeCoordinator, makeDuo } from '../../../test/programme.ts';
import { ask, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';
import { headOf, sealEntries, verifyChain } from './chain.ts';

const staff = viewerWith('ADMINISTRATOR', { userId: 'ada', name: 'Ada' });
let kit: Testkit;
let duoId: string;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  const branchId = await makeBranch(kit.db);
  const coordinatorId = await makeCoordinator(kit.db, branchId);
  ({ id: duoId } = await makeDuo(kit.db, branchId, coordinatorId, { startedOn: '2017-09-01' }));
});
afterAll(() => kit.close());

const logMeeting = (day: string) =>
  ask(
    kit,
    staff,
    `mutation ($id: ID!, $day: CalendarDay!) { logMeeting(duoId: $id, input: {heldOn: $day, minutes: 60, mode: IN_PERSON, note: "worried"}) { __typename } }`,
    { id: duoId, day },
  );
type Entry = { recordKind: string; recordId: string; after: unknown };
const entriesOf = async (filter: Record<string, unknown>) => {
  const { auditEntries } = await ask(
    kit,
    staff,
    `query ($filter: AuditFilter) { auditEntries(filter: $filter) { edges { node { action actorName actorUserId address credential requestId recordKind recordId before after } } } }`,
    { filter },
  );
  return (auditEntries.edges as { node: Entry }[]).map(({ node }) => node);
};

describe('the trail', () => {
  test('says who did what to which record, from where, and with what', async () => {
    await logMeeting('2017-10-01');
    const [entry] = await entriesOf({ action: ['logMeeting'] });
    expect(entry).toMatchObject({
      actorName: 'Ada',
      actorUserId: 'ada',
      address: '203.0.113.7',
      credential: 'SESSION',
      requestId: 'test',
      recordKind: 'meeting',
      before: null,
      after: { note: 'worried', minutes: 60 },
    });
  });

  test('says who opened a record about people; a list opens none', async () => {
    const before = (await entriesOf({ action: ['openRecord'] })).length;
    const { duo } = await ask(
      kit,
      staff,
      'query ($id: ID!) { duo(id: $id) { mentee { id } mentor { id } } }',
      {
        id: duoId,
      },
    );
    await ask(kit, staff, 'query ($id: ID!) { mentee(id: $id) { id } }', { id: duo.mentee.id });
    await ask(kit, staff, 'query ($id: ID!) { mentor(id: $id) { id } }', { id: duo.mentor.id });
    await ask(kit, staff, 'query ($id: ID!) { mentor(id: $id) { id } }', { id: newId() });
    await ask(kit, staff, '{ mentees { edges { node { id } } } }');
    const opened = await entriesOf({ action: ['openRecord'] });
    expect(
      opened.slice(0, opened.length - before).map(({ recordKind, recordId }) => [recordKind, recordId]),
    ).toEqual([
      ['mentor', duo.mentor.id],
      ['mentee', duo.mentee.id],
      ['duo', duoId],
    ]);
  });

  test('says what was taken out as a file', async () => {
    await ask(
      kit,
      viewerWith('ANALYST'),
      'mutation { recordExport(list: "costs", rows: 12, selection: {year: 2016}) }',
    );
    expect((await entriesOf({ action: ['exportList'] }))[0]?.after).toEqual({
      list: 'costs',
      rows: 12,
      selection: { year: 2016 },
    });
  });

  test('is found by who, by record, by day and by words', async () => {
    const today = new Date().toISOString().slice(0, 10);
    expect((await entriesOf({ actor: ['ada'], record: duoId })).length).toBeGreaterThan(1);
    expect(await entriesOf({ actor: ['eve'] })).toEqual([]);
    expect(await entriesOf({ period: { from: '2017-01-01', to: today } })).toEqual([]);
    expect((await entriesOf({ search: '203.0.113' })).length).toBeGreaterThan(1);
  });

  test('cannot be changed by who may write to it', async () => {
    for (const role of ['tandem_staff', 'tandem_coordinator', 'tandem_partner'])
      for (const statement of [
        `update audit_entry set actor_name = 'Eve'`,
        'delete from audit_entry',
        'delete from audit_seal',
        `update audit_seal set hash = ''`,
      ])
        await expect(
          kit.db.transaction(async (tx) => {
            await tx.query(`set local role ${role}`);
            await tx.query(statement);
          }),
        ).rejects.toThrow('permission denied');
  });

  test('is part of the change: what is taken back leaves no entry', async () => {
    const before = (await entriesOf({ record: duoId })).length;
    const { logMeeting: refused } = await logMeeting('2019-01-01');
    expect(refused.__typename).toBe('Refusal');
    expect((await entriesOf({ record: duoId })).length).toBe(before);
  });
});

describe('the chain', () => {
  beforeEach(async () => {
    await kit.db.query('delete from audit_seal; delete from audit_entry');
    for (const day of ['2017-10-02', '2017-10-03', '2017-10-04', '2017-10-05']) await logMeeting(day);
    await sealEntries(kit.db);
  });

  test('has every entry once, and its head in the portal', async () => {
    expect(await verifyChain(kit.db)).toMatchObject({ sealed: 4, waiting: 0 });
    expect(await sealEntries(kit.db)).toBe(0);
    await logMeeting('2017-10-06');
    expect(await verifyChain(kit.db)).toMatchObject({ sealed: 4, waiting: 1, findings: [] });
    await sealEntries(kit.db);
    const head = await headOf(kit.db);
    expect(await verifyChain(kit.db)).toMatchObject({ sealed: 5, waiting: 0, head, findings: [] });
    expect((await ask(kit, staff, '{ auditHead { sequence hash } }')).auditHead).toEqual(head);
  });

  const second = `(select entry_id from audit_seal where sequence = 2)`;
  test.each([
    ['a field that was changed', `update audit_entry set actor_name = 'Eve' where id = ${second}`, 'CHANGED'],
    [
      'a note that was changed',
      `update audit_entry set after = '{"note": "fine"}' where id = ${second}`,
      'CHANGED',
    ],
    [
      'a moment that was changed',
      `update audit_entry set at = at + interval '1 second' where id = ${second}`,
      'CHANGED',
    ],
    ['content that was emptied', `update audit_entry set after = null where id = ${second}`, 'CHANGED'],
    [
      'content that was emptied for an erasure that never was',
      `update audit_entry set after = null, redaction_id = gen_random_uuid() where id = ${second}`,
      'CHANGED',
    ],
    ['an entry that was removed', `delete from audit_entry where id = ${second}`, 'REMOVED'],
    ['a seal that was changed', `update audit_seal set payload_hash = hash where sequence = 2`, 'CHANGED'],
  ])('finds %s', async (_, statement, kind) => {
    const [{ entry_id: entryId }] = await kit.db.query('select entry_id from audit_seal where sequence = 2');
    await kit.db.query(statement);
    expect((await verifyChain(kit.db)).findings).toEqual([{ kind, sequence: 2, entryId }]);
  });

  test('finds an entry that was removed with its seal', async () => {
    await kit.db.query(
      `delete from audit_entry where id = ${second}; delete from audit_seal where sequence = 2`,
    );
    expect((await verifyChain(kit.db)).findings).toEqual([{ kind: 'REMOVED', sequence: 2, entryId: null }]);
  });

  test('finds an entry that was put in under an earlier time, and never seals it', async () => {
    const id = newId();
    await kit.db.query(
      `insert into audit_entry (id, at, actor_name, action, record_kind, record_id, subject_id) values ($1, now() - interval '1 day', 'Eve', 'closeDuo', 'duo', $2, $2)`,
      [id, duoId],
    );
    expect(await sealEntries(kit.db)).toBe(0);
    expect((await verifyChain(kit.db)).findings).toEqual([{ kind: 'INSERTED', sequence: null, entryId: id }]);
  });

  test('that was made anew is found by a head that was kept outside', async () => {
    const kept = await headOf(kit.db);
    expect((await verifyChain(kit.db, kept)).findings).toEqual([]);
    await kit.db.query(`update audit_entry set actor_name = 'Eve'; delete from audit_seal`);
    await sealEntries(kit.db);
    expect((await verifyChain(kit.db)).findings).toEqual([]);
    expect((await verifyChain(kit.db, kept)).findings).toEqual([
      { kind: 'ANCHOR_MISSING', sequence: 4, entryId: null },
    ]);
  });

  test('is made by one process at a time', async () => {
    await Promise.all(['2017-10-07', '2017-10-08'].map(logMeeting));
    const sealed = await Promise.all([1, 2, 3, 4].map(() => sealEntries(kit.db)));
    expect(sealed.reduce((sum, count) => sum + count)).toBe(2);
    expect((await verifyChain(kit.db)).findings).toEqual([]);
  });
});
