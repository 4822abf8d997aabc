import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeBranch, makeCoordinator, makeDuo } from '../../../test/programme.ts';
import { ask, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';

const coordinator = viewerWith('COORDINATOR');
let kit: Testkit;
let duoId: string;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  const branchId = await makeBranch(kit.db);
  const duo = await makeDuo(kit.db, branchId, await makeCoordinator(kit.db, branchId), {
    startedOn: '2017-01-01',
  });
  duoId = duo.id;
  // An answer carries its duo's closing day.
  await kit.db.query(
    `insert into response (duo_id, respondent, answered_on, recorded_on) values ($1, 'MENTEE', '2017-10-30', '2017-10-30')`,
    [duoId],
  );
  await kit.db.query('select rebuild_facts()');
});
afterAll(() => kit.close());

interface Written {
  readonly id: string;
  readonly version: number;
}

/** What a coordinator does with a duo; `which` chooses among the records that there are. */
const step = fc.record({
  what: fc.constantFrom(
    'logMeeting',
    'updateMeeting',
    'removeMeeting',
    'restoreMeeting',
    'recordOutcome',
    'removeOutcome',
    'restoreOutcome',
    'closeDuo',
    'reopenDuo',
  ),
  which: fc.nat(),
  month: fc.integer({ min: 1, max: 9 }),
  minutes: fc.integer({ min: 1, max: 300 }),
  situation: fc.constantFrom('JOB', 'TRAINING', 'JOB_SEARCH'),
});

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

const FACTS = {
  duo_fact: 'duo_id',
  response_fact: 'response_id',
  mentee_fact: 'mentee_id',
  mentor_fact: 'mentor_id',
} as const;

/** Every fact that there is. */
async function facts(): Promise<unknown[]> {
  return Promise.all(
    Object.entries(FACTS).map(([fact, key]) => kit.db.query(`select * from ${fact} order by ${key}`)),
  );
}

test('after whatever is done with a duo, all facts equal a rebuild', { timeout: 120_000 }, async () => {
  let done = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      for (const one of steps) if (await take(one)) done++;
      const kept = await facts();
      await kit.db.query('select rebuild_facts()');
      expect(await facts()).toEqual(kept);
    }),
    { numRuns: 25 },
  );
  expect(done).toBeGreaterThan(25);
});

/** Takes a step, unless there is no record for it; answers with whether it was done and not refused. */
async function take({ what, which, month, minutes, situation }: Step): Promise<boolean> {
  const on = `2017-0${month}-05`;
  const meeting = { heldOn: on, minutes, mode: 'REMOTE' };
  const found = async (table: 'meeting' | 'outcome') => pick(table, which, what.startsWith('restore'));
  switch (what) {
    case 'logMeeting':
      return run(what, { duoId, input: meeting }, 'MeetingInput!');
    case 'recordOutcome': {
      const job = situation === 'JOB' ? { contractType: 'FIXED_TERM', months: minutes % 12 } : {};
      return run(
        what,
        { duoId, input: { observedOn: on, situation, evidence: 'CONTRACT', ...job } },
        'OutcomeInput!',
      );
    }
    case 'closeDuo': {
      const input = { closedOn: `2017-${which % 2 === 0 ? '09' : '10'}-28`, closureReason: 'COMPLETED' };
      return run(what, { ...(await duo()), input }, 'CloseDuoInput!');
    }
    case 'reopenDuo':
      return run(what, await duo());
    case 'updateMeeting': {
      const record = await found('meeting');
      return record !== undefined && run(what, { ...record, input: meeting }, 'MeetingInput!');
    }
    case 'removeMeeting':
    case 'restoreMeeting':
    case 'removeOutcome':
    case 'restoreOutcome': {
      const record = await found(what.endsWith('Meeting') ? 'meeting' : 'outcome');
      return record !== undefined && run(what, record);
    }
  }
}

async function duo(): Promise<Written> {
  const [row] = await kit.db.query('select id, version from duo where id = $1', [duoId]);
  return row;
}

async function pick(
  table: 'meeting' | 'outcome',
  which: number,
  removed: boolean,
): Promise<Written | undefined> {
  const found: Written[] = await kit.db.query(
    `select id, version from ${table} where duo_id = $1 and (removed_at is not null) = $2 order by id`,
    [duoId, removed],
  );
  return found[which % Math.max(1, found.length)];
}

/** Answers with whether it was not refused. */
async function run(operation: string, variables: object, input = ''): Promise<boolean> {
  const types: Record<string, string> = { id: 'ID!', duoId: 'ID!', version: 'Int!', input };
  const names = Object.keys(variables);
  const data = await ask(
    kit,
    coordinator,
    `mutation (${names.map((name) => `$${name}: ${types[name]}`).join(', ')}) { ${operation}(${names.map((name) => `${name}: $${name}`).join(', ')}) { __typename } }`,
    { ...variables },
  );
  return data[operation].__typename !== 'Refusal';
}
