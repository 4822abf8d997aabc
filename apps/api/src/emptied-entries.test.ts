import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeBranch, makeCoordinator, makeDuo } from '../test/programme.ts';
import { ask, openTestkit, viewerWith, type Testkit } from '../test/testkit.ts';
import { newId } from './database/new-id.ts';
import { sealEntries, verifyChain } from './features/audit/chain.ts';
import { platformActor } from './features/audit/record-change.ts';
import { applyRetention } from './features/privacy/apply-retention.ts';

const staff = viewerWith('ADMINISTRATOR', { userId: 'ada', name: 'Ada' });
let kit: Testkit;
let erasure: string;
let emptied: string[];
let other: string;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
});
afterAll(() => kit.close());

async function makeClosedDuo(): Promise<{ id: string; menteeId: string }> {
  const branchId = await makeBranch(kit.db, newId());
  const coordinatorId = await makeCoordinator(kit.db, branchId, newId());
  return makeDuo(kit.db, branchId, coordinatorId, { startedOn: '2016-01-10', closedOn: '2016-06-30' });
}

async function logMeeting(duoId: string): Promise<string> {
  await ask(
    kit,
    staff,
    'mutation ($id: ID!) { logMeeting(duoId: $id, input: {heldOn: "2016-03-01", minutes: 60, mode: REMOTE, note: "worried"}) { __typename } }',
    { id: duoId },
  );
  return (await idsOf(`action = 'logMeeting'`)).at(-1) as string;
}

async function erase({ menteeId }: { menteeId: string }): Promise<string> {
  const [{ person_id: id }] = await kit.db.query('select person_id from mentee where id = $1', [menteeId]);
  await ask(
    kit,
    staff,
    'mutation ($id: ID!) { erasePerson(personId: $id, reason: "asked by letter") { __typename } }',
    { id },
  );
  return (await idsOf(`action = 'erasePerson'`)).at(-1) as string;
}

async function idsOf(condition: string): Promise<string[]> {
  const entries: { id: string }[] = await kit.db.query(
    `select id from audit_entry where ${condition} order by id`,
  );
  return entries.map(({ id }) => id);
}

/** As somebody would who may write to the database. */
function emptyByHand(id: string): Promise<unknown> {
  return kit.db.query(
    `update audit_seal set payload_salt = null where entry_id = '${id}';
     update audit_entry set before = null, after = null, redaction_id = '${erasure}' where id = '${id}'`,
  );
}

async function changed(): Promise<unknown[]> {
  return (await verifyChain(kit.db)).findings.map(({ kind, entryId }) => [kind, entryId]);
}

beforeEach(async () => {
  await kit.db.query('delete from audit_seal; delete from audit_entry');
  other = await logMeeting((await makeClosedDuo()).id);
  const duo = await makeClosedDuo();
  emptied = [await logMeeting(duo.id), await logMeeting(duo.id)];
  await sealEntries(kit.db);
  erasure = await erase(duo);
});

describe('entries that an erasure emptied', () => {
  test('are whole and counted, before the erasure is sealed and after', async () => {
    expect(await idsOf(`redaction_id = '${erasure}'`)).toEqual(emptied);
    expect(await verifyChain(kit.db)).toMatchObject({ erased: 2, findings: [] });
    await sealEntries(kit.db);
    expect(await verifyChain(kit.db)).toMatchObject({ erased: 2, findings: [] });
  });

  test('are whole after an erasure of notes whose own words a later erasure takes', async () => {
    await kit.db.query(
      `insert into retention_rule (kind, months, reason, written_on, written_by) values ('MEETING_NOTES', 1, 'complaints', '2017-01-01', 'Ada')`,
    );
    const duo = await makeClosedDuo();
    await logMeeting(duo.id);
    await sealEntries(kit.db);
    const applied = await applyRetention(kit.db, platformActor('Retention'), () => new Date(), kit.today);
    expect(applied.notes).toBeGreaterThan(0);
    await sealEntries(kit.db);
    const person = await erase(duo);
    await sealEntries(kit.db);
    expect(await idsOf(`redaction_id = '${person}' and action = 'eraseNotes'`)).toHaveLength(1);
    expect(await verifyChain(kit.db)).toMatchObject({ findings: [] });
  });

  test('are emptied once by one entry', async () => {
    const duo = await makeClosedDuo();
    const twice = kit.db.transaction(async (tx) => {
      const entry = newId();
      await tx.query(
        `insert into audit_entry (id, at, actor_name, action, record_kind, record_id, subject_id) values ($1, now(), 'Ada', 'eraseNotes', 'duo', $2, $2)`,
        [entry, duo.id],
      );
      for (const id of [entry, entry]) await tx.query('select empty_note_entries($1)', [id]);
    });
    await expect(twice).rejects.toThrow('and once');
  });

  test('are found with one more that was emptied in the name of the erasure', async () => {
    await sealEntries(kit.db);
    await emptyByHand(other);
    expect(await changed()).toEqual([other, ...emptied].map((id) => ['CHANGED', id]));
  });

  test('are found where one stands in the place of another', async () => {
    await sealEntries(kit.db);
    await emptyByHand(other);
    await kit.db.query('update audit_entry set redaction_id = null where id = $1', [emptied[0]]);
    expect(await changed()).toContainEqual(['CHANGED', other]);
  });

  test('are none that came after it, whatever it says itself', async () => {
    const later = await logMeeting((await makeClosedDuo()).id);
    await emptyByHand(later);
    await kit.db.query(
      `update audit_entry set emptied_count = 3, emptied_digest = (
         select sha256(convert_to(string_agg(id::text, ',' order by id), 'UTF8')) from audit_entry where redaction_id = $1)
       where id = $1::uuid`,
      [erasure],
    );
    await sealEntries(kit.db);
    expect(await changed()).toEqual([['CHANGED', later]]);
  });

  test('are known by what was sealed: an erasure that was written anew is found, too', async () => {
    await sealEntries(kit.db);
    await kit.db.query('update audit_entry set emptied_count = 3 where id = $1', [erasure]);
    expect(await changed()).toContainEqual(['CHANGED', erasure]);
  });

  test('stand before it in the chain, though its request began before theirs', async () => {
    const duo = await makeClosedDuo();
    await kit.db.query(
      `insert into audit_entry (id, at, actor_name, action, record_kind, record_id, subject_id, after)
       values ($1, clock_timestamp() + interval '2 seconds', 'Ada', 'closeDuo', 'duo', $2, $2, '{"a": 1}')`,
      [newId(), duo.id],
    );
    await erase(duo);
    await sealEntries(kit.db);
    expect(await verifyChain(kit.db)).toMatchObject({ findings: [], waiting: 0 });
  });
});
