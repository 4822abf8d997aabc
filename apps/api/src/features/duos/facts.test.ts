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
});
afterAll(() => kit.close());

interface Meeting {
  readonly id: string;
  readonly version: number;
}

/** What a coordinator does with meetings; `which` chooses among those that there are. */
const step = fc.record({
  what: fc.constantFrom('log', 'update', 'remove', 'restore'),
  which: fc.nat(),
  month: fc.integer({ min: 1, max: 9 }),
  minutes: fc.integer({ min: 1, max: 300 }),
});

test(
  'after whatever is done with its meetings, the facts of a duo equal a rebuild',
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        for (const { what, which, month, minutes } of steps) {
          const input = { heldOn: `2017-0${month}-05`, minutes, mode: 'REMOTE' };
          if (what === 'log') await run('logMeeting', 'duoId: $id, input: $input', { id: duoId, input });
          else {
            const meeting = await pick(which, what === 'restore');
            if (meeting === undefined) continue;
            const args =
              what === 'update' ? 'id: $id, version: $version, input: $input' : 'id: $id, version: $version';
            await run(`${what}Meeting`, args, { ...meeting, ...(what === 'update' && { input }) });
          }
        }
        const kept = await kit.db.query('select * from duo_fact');
        await kit.db.query('select rebuild_facts()');
        expect(await kit.db.query('select * from duo_fact')).toEqual(kept);
      }),
      { numRuns: 25 },
    );
  },
);

async function pick(which: number, removed: boolean): Promise<Meeting | undefined> {
  const found: Meeting[] = await kit.db.query(
    `select id, version from meeting where duo_id = $1 and (removed_at is not null) = $2 order by id`,
    [duoId, removed],
  );
  return found[which % Math.max(1, found.length)];
}

async function run(operation: string, args: string, variables: Record<string, unknown>): Promise<void> {
  const types: Record<string, string> = { id: 'ID!', version: 'Int!', input: 'MeetingInput!' };
  const declared = Object.keys(variables).map((name) => `$${name}: ${types[name]}`);
  const data = await ask(
    kit,
    coordinator,
    `mutation (${declared.join(', ')}) { ${operation}(${args}) { __typename } }`,
    variables,
  );
  expect(data[operation].__typename).toBe('Meeting');
}
