import { addDays } from '@tandem/domain/calendar-day';
import { beforeAll, describe, expect, test } from 'vitest';
import { heldUp } from '../test/held-up.ts';
import { makeDuo } from '../test/programme.ts';
import { ask } from '../test/testkit.ts';
import { brussels, coordinatorId, kit, lille, personOf, staff, TODAY } from '../test/two-countries-kit.ts';
import { newId } from './database/new-id.ts';
import { sealEntries, verifyChain } from './features/audit/chain.ts';
import { platformActor } from './features/audit/record-change.ts';
import { applyOncePerDay, applyRetention } from './features/privacy/apply-retention.ts';

describe('retention', () => {
  const SAVE = `mutation ($input: RetentionRuleInput!, $id: ID) { saveRetentionRule(input: $input, id: $id) {
    ... on RetentionRule { id writtenOn } ... on Refusal { code field } } }`;
  const save = async (kind: string, country: string | null, months: number) =>
    (
      await ask(kit, staff, SAVE, {
        input: { kind, country, keptMonths: months, reason: 'the period of complaints' },
      })
    ).saveRetentionRule;
  const preview = async () => {
    const { retentionPreview } = await ask(
      kit,
      staff,
      '{ retentionPreview { rule { kind country } count onHoldCount items { personId duoId dueOn onHold } } }',
    );
    return Object.fromEntries(
      retentionPreview.map(({ rule, ...rest }: any) => [`${rule.kind} ${rule.country ?? '*'}`, rest]),
    );
  };
  const NAMES = 'select given_name as name from person where id = $1';
  let gone: { id: string; menteeId: string; mentorId: string };
  let held: typeof gone;
  let french: typeof gone;
  let running: typeof gone;

  beforeAll(async () => {
    const closed = { startedOn: '2017-01-10', closedOn: '2017-06-30' };
    gone = await makeDuo(kit.db, brussels, coordinatorId, closed);
    held = await makeDuo(kit.db, brussels, coordinatorId, closed);
    french = await makeDuo(kit.db, lille, coordinatorId, closed);
    running = await makeDuo(kit.db, brussels, coordinatorId, { startedOn: '2017-01-10' });
    for (const { id } of [gone, held])
      await ask(
        kit,
        staff,
        'mutation ($id: ID!) { logMeeting(duoId: $id, input: {heldOn: "2017-03-01", minutes: 60, mode: IN_PERSON, note: "secret word"}) { __typename } }',
        { id },
      );
    await ask(
      kit,
      staff,
      'mutation ($id: ID!) { placeHold(personId: $id, reason: "a complaint") { __typename } }',
      {
        id: await personOf(held.menteeId),
      },
    );
  });

  test('is previewed by rule: who would go, who is held, and the country before all countries', async () => {
    await save('MENTEE', null, 24);
    await save('MENTEE', 'FR', 60);
    await save('MEETING_NOTES', null, 12);
    expect(await save('MENTEE', 'FR', 48)).toEqual({ code: 'RULE_EXISTS', field: 'country' });
    const due = await preview();
    expect(due['MENTEE *']).toMatchObject({ count: 1, onHoldCount: 1 });
    expect(due['MENTEE *'].items).toContainEqual({
      personId: await personOf(gone.menteeId),
      duoId: null,
      dueOn: '2019-06-30',
      onHold: false,
    });
    expect(due['MENTEE FR']).toMatchObject({ count: 0, items: [] });
    expect(due['MEETING_NOTES *']).toMatchObject({ count: 1, onHoldCount: 1 });
  });

  test.each([
    ['somebody came to a workshop since', '2019-01-15', 'ATTENDED', 0],
    ['somebody is expected at one', '2020-02-01', 'REGISTERED', 0],
    ['somebody was missed at one', '2019-01-15', 'ABSENT', 1],
  ])('waits where %s', async (_, heldOn, status, count) => {
    await kit.db.query(
      `with event as (insert into event (reference, kind, title, held_on, branch_id, audience) values ('A1', 'WORKSHOP', 'CV', $1, $2, 'MENTEES') returning id)
       insert into attendance (event_id, person_id, role, status) select id, $3, 'MENTEE', $4 from event`,
      [heldOn, brussels, await personOf(gone.menteeId), status],
    );
    expect((await preview())['MENTEE *'].count).toBe(count);
    await kit.db.query('delete from event');
  });

  test('takes nothing on the day on which its rule was written', async () => {
    const applied = await applyRetention(kit.db, platformActor('Retention'), () => new Date(), TODAY);
    expect(applied).toEqual({ people: 0, notes: 0, failures: [] });
  });

  test('is applied once a day by one of several instances, as previewed', async () => {
    const tomorrow = addDays(TODAY, 1);
    await sealEntries(kit.db);
    const runs = await Promise.all(
      [1, 2, 3].map(() => applyOncePerDay(kit.db, platformActor('Retention'), () => new Date(), tomorrow)),
    );
    expect(runs.filter((run) => run !== undefined)).toEqual([{ people: 1, notes: 1, failures: [] }]);
    const names = await Promise.all(
      [gone, held, french, running].map(
        async ({ menteeId }) => (await kit.db.query(NAMES, [await personOf(menteeId)]))[0].name,
      ),
    );
    expect(names).toEqual(['Anonymus', 'Amina', 'Amina', 'Amina']);
    // The mentor has no rule and keeps the name; the notes of the duo went, in the trail too.
    expect((await kit.db.query(NAMES, [await personOf(gone.mentorId)]))[0].name).toBe('Rita');
    const notes = await kit.db.query('select count(note) as count from meeting where duo_id = $1', [gone.id]);
    expect(notes).toEqual([{ count: 0 }]);
    const [{ count }] = await kit.db.query(
      `select count(*) from audit_entry where subject_id = $1 and after::text like '%secret word%'`,
      [gone.id],
    );
    expect(count).toBe(0);
    await sealEntries(kit.db);
    const { findings, erased } = await verifyChain(kit.db);
    expect([findings, erased > 0]).toEqual([[], true]);
    expect(await ask(kit, staff, '{ lastRetentionRun { day people notes } }')).toEqual({
      lastRetentionRun: { day: tomorrow, people: 1, notes: 1 },
    });
    expect(await preview()).toMatchObject({ 'MENTEE *': { count: 0 }, 'MEETING_NOTES *': { count: 0 } });
  });

  test('asks again of each whose turn it is: by a rule that is gone or longer meanwhile nothing more goes', async () => {
    const closed = { startedOn: '2016-01-10', closedOn: '2016-06-30' };
    const duos = [
      await makeDuo(kit.db, brussels, coordinatorId, closed),
      await makeDuo(kit.db, brussels, coordinatorId, closed),
    ];
    const apply = () =>
      applyRetention(kit.db, platformActor('Retention'), () => new Date(), addDays(TODAY, 1));
    const ruleOf = async (kind: string) =>
      (await kit.db.query('select id from retention_rule where kind = $1 and country is null', [kind]))[0].id;
    const people = await heldUp(kit, 'erasePerson', apply, async () => {
      await ask(kit, staff, 'mutation ($id: ID!) { removeRetentionRule(id: $id) }', {
        id: await ruleOf('MENTEE'),
      });
    });
    expect(people).toEqual({ people: 1, notes: 0, failures: [] });
    for (const { id } of duos)
      await kit.db.query(
        `insert into meeting (duo_id, held_on, minutes, mode, note) values ($1, '2016-02-01', 60, 'REMOTE', 'x')`,
        [id],
      );
    const notes = await heldUp(kit, 'eraseNotes', apply, async () => {
      const input = { kind: 'MEETING_NOTES', country: null, keptMonths: 600, reason: 'longer' };
      await ask(kit, staff, SAVE, { input, id: await ruleOf('MEETING_NOTES') });
    });
    expect(notes).toEqual({ people: 0, notes: 1, failures: [] });
  });

  test('keeps somebody as long as one role needs them', async () => {
    const personId = await personOf(french.menteeId);
    const partnerId = newId();
    await kit.db.query(`insert into partner (id, name, kind) values ($1, 'Acme', 'COMPANY')`, [partnerId]);
    await kit.db.query(
      `insert into volunteer (person_id, partner_id, branch_id, engagement, status, registered_on) values ($1, $2, $3, 'VOLUNTEER', 'ACTIVE', '2017-01-01')`,
      [personId, partnerId, lille],
    );
    const [{ id }] = await kit.db.query(`select id from retention_rule where country = 'FR'`);
    const input = { kind: 'MENTEE', country: 'FR', keptMonths: 12, reason: 'shorter' };
    await ask(kit, staff, SAVE, { input, id });
    await save('VOLUNTEER', null, 1);
    expect((await preview())['MENTEE FR'].count).toBe(0);
    await kit.db.query(
      `update volunteer set status = 'WITHDRAWN', withdrawn_on = '2019-01-01' where person_id = $1`,
      [personId],
    );
    expect((await preview())['VOLUNTEER *'].items).toMatchObject([{ personId, dueOn: '2019-02-01' }]);
  });
});
