import { folded } from '@tandem/domain/folded';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, openTestkit, viewerWith, type Testkit } from '../test/testkit.ts';
import { newId } from './database/new-id.ts';
import { generateProgramme } from './generate/generate-programme.ts';

/** Enough for a letter to find more duos than are found first, so that lists are walked as well. */
const DUOS = 1500;
const TODAY = '2026-11-25';

const staff = viewerWith('ADMINISTRATOR');
let kit: Testkit;
let branches: readonly string[];

beforeAll(async () => {
  kit = await openTestkit(TODAY);
  await generateProgramme(kit.url, { duos: DUOS, seed: 3, until: TODAY }, () => undefined);
  const rows: { id: string }[] = await kit.db.query('select id from branch order by name');
  branches = rows.map(({ id }) => id);
}, 120_000);
afterAll(() => kit.close());

type Kind = 'duos' | 'mentees' | 'mentors';
const PERSON = (kind: 'mentee' | 'mentor') => ({
  from: `${kind} as row join person on person.id = row.person_id join branch on branch.id = row.branch_id join ${kind}_fact as fact on fact.${kind}_id = row.id`,
  texts: ['person.search_name', 'lower(row.reference)'],
  sorts: {
    NAME: 'person.sort_name',
    REFERENCE: 'row.reference',
    BRANCH: 'folded(branch.name)',
    INFO_SESSION: `coalesce(fact.info_session_on, 'infinity')`,
  } as Readonly<Record<string, string>>,
});
/** Every list as one would write it down without a thought for its length. */
const PLAIN: Readonly<Record<Kind, ReturnType<typeof PERSON>>> = {
  mentees: PERSON('mentee'),
  mentors: PERSON('mentor'),
  duos: {
    from: `duo as row join branch on branch.id = row.branch_id
      join mentee on mentee.id = row.mentee_id join person as of_mentee on of_mentee.id = mentee.person_id
      join mentor on mentor.id = row.mentor_id join person as of_mentor on of_mentor.id = mentor.person_id`,
    texts: ['lower(row.reference)', 'of_mentee.search_name', 'of_mentor.search_name'],
    sorts: {
      REFERENCE: 'row.reference',
      STARTED_ON: 'row.started_on',
      PLANNED_END_ON: 'row.planned_end_on',
      CLOSED_ON: `coalesce(row.closed_on, 'infinity')`,
      MENTEE: 'of_mentee.sort_name',
      MENTOR: 'of_mentor.sort_name',
      BRANCH: 'folded(branch.name)',
      LAST_MEETING_ON: `coalesce((select max(held_on) from meeting where duo_id = row.id and removed_at is null), '-infinity')`,
    },
  },
};

interface Asked {
  readonly kind: Kind;
  readonly field: string;
  readonly direction: 'ASC' | 'DESC';
  readonly search: string;
  /** Which branches the filter names, and which the viewer meets; undefined for all. */
  readonly filter: readonly string[] | undefined;
  readonly own: readonly string[] | undefined;
}

async function plainly({ kind, field, direction, search, filter, own }: Asked): Promise<string[]> {
  const { from, texts, sorts } = PLAIN[kind];
  const words = folded(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = words.map(
    (_, index) => `(${texts.map((text) => `position($${index + 1} in ${text}) > 0`).join(' or ')})`,
  );
  const within = [filter, own].flatMap((ids) =>
    ids === undefined ? [] : [`row.branch_id = any ('{${ids.join()}}'::uuid[])`],
  );
  const rows: { id: string }[] = await kit.db.query(
    `select row.id from ${from} where ${['true', ...found, ...within].join(' and ')} order by ${sorts[field]} ${direction}, row.id ${direction}`,
    words,
  );
  return rows.map(({ id }) => id);
}

async function page({ kind, field, direction, search, filter, own }: Asked, place: object) {
  const viewer = own === undefined ? staff : viewerWith('COORDINATOR', { branchIds: own });
  const type = { duos: 'Duo', mentees: 'Mentee', mentors: 'Mentor' }[kind];
  const data = await ask(
    kit,
    viewer,
    `query ($first: Int, $after: String, $last: Int, $before: String, $filter: ${type}Filter, $sort: ${type}Sort) {
       ${kind}(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort) {
         totalCount hasMoreThanTotal edges { cursor node { id branch { name } } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    { ...place, filter: { search, branch: filter }, sort: { field, direction } },
  );
  const list = data[kind];
  return { ...list, ids: list.edges.map(({ node }: any) => node.id) as string[] };
}

const asked = fc
  .constantFrom<Kind>('duos', 'mentees', 'mentors')
  .chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      field: fc.constantFrom(...Object.keys(PLAIN[kind].sorts)),
      direction: fc.constantFrom('ASC' as const, 'DESC' as const),
      search: fc.constantFrom(
        '',
        '',
        'a',
        'diallo',
        'AMI peeters',
        'd0000',
        'é',
        '@',
        'nobody at all',
        '%',
        'e a',
      ),
      filter: fc.option(fc.nat(), { nil: undefined }),
      own: fc.option(fc.nat(), { nil: undefined }),
      step: fc.integer({ min: 1, max: 200 }),
    }),
  )
  .map(({ filter, own, ...rest }) => ({ ...rest, filter: someBranches(filter), own: someBranches(own) }));

function someBranches(seed: number | undefined): readonly string[] | undefined {
  return seed === undefined ? undefined : branches.filter((_, index) => (seed >> index) % 2 === 1);
}

describe('a list', () => {
  test(
    'has the rows of a plain statement in its order, from page to page and back, for staff and for coordinators',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(asked, async ({ step, ...which }) => {
          const all = await plainly(which);
          const first = await page(which, { first: step });
          expect(first.ids).toEqual(all.slice(0, step));
          expect([first.totalCount, first.hasMoreThanTotal]).toEqual([all.length, false]);
          if (!first.pageInfo.hasNextPage) return;
          const second = await page(which, { first: step, after: first.pageInfo.endCursor });
          expect(second.ids).toEqual(all.slice(step, 2 * step));
          const back = await page(which, { last: step, before: second.pageInfo.startCursor });
          expect(back.ids).toEqual(first.ids);
          const end = await page(which, { last: step });
          expect(end.ids).toEqual(all.slice(-step));
        }),
        { numRuns: 150 },
      );
    },
  );

  test('costs the same number of statements for one row as for many, and one more where it is searched', async () => {
    const cost = async (first: number, search: string) => {
      const before = kit.statements();
      await page(
        {
          kind: 'duos',
          field: 'MENTEE',
          direction: 'ASC',
          search,
          filter: undefined,
          own: branches.slice(0, 2),
        },
        { first },
      );
      return kit.statements() - before;
    };
    const plain = await cost(1, '');
    expect(await cost(200, '')).toBe(plain);
    // Few are found, then many.
    expect([await cost(200, 'diallo'), await cost(200, 'a')]).toEqual([plain + 1, plain + 1]);
  });

  test('is counted up to 10,000 rows, and says when there are more', async () => {
    const other = await openTestkit(TODAY);
    const entries = `{ auditEntries(first: 1) { totalCount hasMoreThanTotal } }`;
    const add = (count: number) =>
      other.db.query(
        `insert into audit_entry (id, at, actor_name, action, record_kind, record_id, subject_id)
         select uuid_v7(), now(), 'Ada', 'closeDuo', 'duo', uuid_v7(), uuid_v7() from generate_series(1, $1)`,
        [count],
      );
    try {
      await add(10_000);
      expect((await ask(other, staff, entries)).auditEntries).toEqual({
        totalCount: 10_000,
        hasMoreThanTotal: false,
      });
      await add(1);
      expect((await ask(other, staff, entries)).auditEntries).toEqual({
        totalCount: 10_000,
        hasMoreThanTotal: true,
      });
    } finally {
      await other.close();
    }
  });
});

/** Rows of listings that are not as the records say. */
const DIFFERENCES = ['mentee', 'mentor', 'duo']
  .map(
    (table) =>
      `(select '${table}' as kind, ${table}_id as id, search_text from (table ${table}_listing except table ${table}_listing_source) as kept)`,
  )
  .join(' union all ');
const COUNTS = `select (select count(*) from mentee) + (select count(*) from mentor) + (select count(*) from duo) -
  (select count(*) from mentee_listing) - (select count(*) from mentor_listing) - (select count(*) from duo_listing) as missing`;

describe('a listing', () => {
  const change = fc.record({
    what: fc.constantFrom(
      `update person set given_name = $2, email = null where id = (select person_id from mentee offset $1 limit 1)`,
      `update person set family_name = $2 where id = (select person_id from mentor offset $1 limit 1)`,
      `update mentee set reference = $2 where id = (select id from mentee offset $1 limit 1)`,
      `update mentor set branch_id = (select id from branch where name <> $2 limit 1) where id = (select id from mentor offset $1 limit 1)`,
      `update duo set reference = $2 where id = (select id from duo offset $1 limit 1)`,
      `with one as (insert into person (given_name, family_name) values ($2, 'New') returning id)
       insert into mentee (person_id, reference, branch_id) select one.id, $2, (select id from branch offset $1 % 3 limit 1) from one`,
      `update person set birth_date = null where id = (select person_id from mentee where reference <> $2 offset $1 limit 1)`,
    ),
    which: fc.integer({ min: 0, max: 300 }),
  });

  test('is as the records say, whatever is done with them', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
        for (const { what, which } of changes) await kit.db.query(what, [which, `Zoé ${newId()}`]);
        expect(await kit.db.query(DIFFERENCES)).toEqual([]);
        expect(await kit.db.query(COUNTS)).toEqual([{ missing: 0 }]);
      }),
      { numRuns: 25 },
    );
  });
});

describe('the day of the last meeting', () => {
  const change = fc.record({
    what: fc.constantFrom(
      // Several at once, of several duos.
      `insert into meeting (duo_id, held_on, minutes, mode, removed_at)
       select id, started_on + $2::integer, 60, 'REMOTE', case when $2 % 5 = 0 then now() end from (select * from duo order by id offset $1 limit 3) as some_duos`,
      `update meeting set held_on = held_on - $2::integer where duo_id = (select id from duo order by id offset $1 limit 1)`,
      `update meeting set removed_at = case when removed_at is null then now() end where id in (
         select meeting.id from meeting join (select id from duo order by id offset $1 limit 2) as own on own.id = duo_id order by held_on desc limit $2)`,
      `delete from meeting where id = (select id from meeting where duo_id = (select id from duo order by id offset $1 limit 1) order by held_on desc offset $2 % 3 limit 1)`,
      `update meeting set duo_id = (select id from duo order by id offset $2 limit 1) where id = (
         select id from meeting where duo_id = (select id from duo order by id offset $1 limit 1) order by held_on desc limit 1)`,
    ),
    duo: fc.integer({ min: 0, max: 20 }),
    number: fc.integer({ min: 1, max: 40 }),
  });

  test('is that of the meetings, whatever is done with them', { timeout: 60_000 }, async () => {
    const wrong = `select duo.id from duo where last_meeting_on is distinct from
      coalesce((select max(held_on) from meeting where duo_id = duo.id and removed_at is null), '-infinity')`;
    expect(await kit.db.query(wrong)).toEqual([]);
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        for (const { what, duo, number } of changes) await kit.db.query(what, [duo, number]);
        expect(await kit.db.query(wrong)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
