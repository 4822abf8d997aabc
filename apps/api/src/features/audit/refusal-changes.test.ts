import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeBranch, makeCoordinator, makeDuo } from '../../../test/programme.ts';
import { ask, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';
import type { Viewer } from '../../graphql/context.ts';
import { newId } from '../../database/new-id.ts';

let kit: Testkit;
let branchId: string;
let duoId: string;
let meetingId: string;
const ada = viewerWith('COORDINATOR', { name: 'Ada' });
const bob = viewerWith('ADMINISTRATOR', { name: 'Bob' });

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  branchId = await makeBranch(kit.db);
  const coordinatorId = await makeCoordinator(kit.db, branchId);
  ({ id: duoId } = await makeDuo(kit.db, branchId, coordinatorId, { startedOn: '2017-01-10' }));
});
beforeEach(async () => {
  const { logMeeting } = await ask(
    kit,
    ada,
    `mutation ($id: ID!) { logMeeting(duoId: $id, input: {heldOn: "2017-05-02", minutes: 60, mode: REMOTE, note: "CV"}) { ... on Meeting { id } } }`,
    { id: duoId },
  );
  meetingId = logMeeting.id;
});
afterAll(() => kit.close());

const REFUSAL = `... on Refusal { code params changes { actorName action before after } }`;
const update = async (viewer: Viewer, version: number, minutes: number) =>
  (
    await ask(
      kit,
      viewer,
      `mutation ($id: ID!, $version: Int!, $minutes: Int!) {
        updateMeeting(id: $id, version: $version, input: {heldOn: "2017-05-02", minutes: $minutes, mode: REMOTE, note: "CV"}) { ... on Meeting { version } ${REFUSAL} } }`,
      { id: meetingId, version, minutes },
    )
  ).updateMeeting;

describe('a stale write', () => {
  test('is told who changed what since, the latest first, and nothing from before', async () => {
    await update(bob, 1, 75);
    await update(bob, 2, 90);
    expect(await update(ada, 2, 120)).toMatchObject({
      code: 'CHANGED_MEANWHILE',
      params: { version: 3 },
      changes: [
        { actorName: 'Bob', action: 'updateMeeting', before: { minutes: 75 }, after: { minutes: 90 } },
      ],
    });
    const { changes } = await update(ada, 1, 120);
    expect(changes.map(({ after }: { after: { minutes: number } }) => after.minutes)).toEqual([90, 75]);
    expect(await update(ada, 3, 120)).toEqual({ version: 4 });
  });

  test('is told so of a record that somebody took out', async () => {
    await ask(kit, bob, 'mutation ($id: ID!) { removeMeeting(id: $id, version: 1) { __typename } }', {
      id: meetingId,
    });
    expect((await update(ada, 1, 90)).changes).toMatchObject([{ action: 'removeMeeting' }]);
  });

  test('is told the order of the writes, not of the requests', async () => {
    await update(bob, 1, 75);
    await kit.db.query(
      `update audit_entry set at = at + interval '1 hour' where record_id = $1 and after ->> 'minutes' = '75'`,
      [meetingId],
    );
    await update(bob, 2, 90);
    expect((await update(ada, 2, 120)).changes).toMatchObject([{ after: { minutes: 90 } }]);
  });

  test('looks away from who only opened the record', async () => {
    const close = (version: number) =>
      ask(
        kit,
        ada,
        `mutation ($id: ID!, $version: Int!) { closeDuo(id: $id, version: $version, input: {closedOn: "2017-12-01", closureReason: COMPLETED}) { ${REFUSAL} } }`,
        { id: duoId, version },
      );
    await close(1);
    await ask(kit, bob, 'query ($id: ID!) { duo(id: $id) { id } }', { id: duoId });
    expect((await close(1)).closeDuo.changes).toMatchObject([{ actorName: 'Ada', action: 'closeDuo' }]);
    await ask(kit, bob, 'mutation ($id: ID!) { reopenDuo(id: $id, version: 2) { __typename } }', {
      id: duoId,
    });
  });

  test('of a situation is refused as well', async () => {
    const { recordOutcome } = await ask(
      kit,
      ada,
      `mutation ($id: ID!) { recordOutcome(duoId: $id, input: {observedOn: "2017-11-01", situation: TRAINING, evidence: DECLARED}) { ... on Outcome { id version } } }`,
      { id: duoId },
    );
    const change = async (name: string, version: number) =>
      (
        await ask(
          kit,
          bob,
          `mutation ($id: ID!, $version: Int!) { ${name}(id: $id, version: $version) { ... on Outcome { version } ${REFUSAL} } }`,
          { id: recordOutcome.id, version },
        )
      )[name];
    expect(await change('removeOutcome', 1)).toEqual({ version: 2 });
    expect(await change('restoreOutcome', 2)).toEqual({ version: 3 });
    expect(await change('removeOutcome', 1)).toMatchObject({
      code: 'CHANGED_MEANWHILE',
      params: { version: 3 },
      changes: [{ action: 'restoreOutcome' }, { action: 'removeOutcome' }],
    });
  });
});

test('who may not see the history is told the version that there is, and no more', async () => {
  const partnerId = newId();
  await kit.db.query(`insert into partner (id, name, kind) values ($1, 'Acme', 'COMPANY')`, [partnerId]);
  const company = viewerWith('PARTNER_ADMINISTRATOR', { partnerId });
  const { registerVolunteers } = await ask(
    kit,
    company,
    `mutation ($row: VolunteerInput!) { registerVolunteers(rows: [$row], dryRun: false) { registered { id } } }`,
    {
      row: {
        givenName: 'Ann',
        familyName: 'Maes',
        email: 'ann@acme.example',
        engagement: 'VOLUNTEER',
        branchId,
      },
    },
  );
  const [{ id }] = registerVolunteers.registered;
  const withdraw = async () =>
    (
      await ask(
        kit,
        company,
        `mutation ($id: ID!) { withdrawVolunteer(id: $id, version: 1) { ... on Volunteer { version } ${REFUSAL} } }`,
        { id },
      )
    ).withdrawVolunteer;
  expect(await withdraw()).toEqual({ version: 2 });
  expect(await withdraw()).toEqual({ code: 'CHANGED_MEANWHILE', params: { version: 2 }, changes: null });
});
