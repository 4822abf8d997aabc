import { dueOf, type Kept } from '@tandem/domain/retention';
import { RETENTION_KINDS } from '@tandem/domain/vocabulary';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestkit, type Testkit } from '../test/testkit.ts';
import { listDue } from './features/privacy/retention.queries.ts';
import type { RetentionRuleType } from './features/privacy/retention.type.ts';
import { generateProgramme } from './generate/generate-programme.ts';
import { groupBy } from './graphql/loader.ts';

const TODAY = '2026-11-25';
let kit: Testkit;
let everything: (Kept & { readonly key: string })[];

beforeAll(async () => {
  kit = await openTestkit(TODAY);
  await generateProgramme(kit.url, { duos: 400, seed: 5, until: TODAY }, () => undefined);
  await kit.db.query(
    `update meeting set note = 'walked by the canal' where id in (select id from meeting order by id limit 3000)`,
  );
  await kit.db.query(
    `update volunteer set status = 'WITHDRAWN', withdrawn_on = registered_on + 200 where id in (select id from volunteer order by id limit 20)`,
  );
  await kit.db.query(
    `update person set erased_on = '2026-01-01' where id in (select person_id from mentee order by id limit 10)`,
  );
  everything = await kit.db.query(EVERYTHING);
}, 120_000);
afterAll(() => kit.close());

/** All that a rule may end, without a thought for how much it is. */
const ROLE = (role: 'mentee' | 'mentor') => `
  select person.id as key, case when duos.last is null then 'CANDIDATE' else '${role.toUpperCase()}' end as kind, branch.country,
    case when duos.last is null then (select max(reached_on) from stage_change where person_id = person.id and journey = '${role.toUpperCase()}')
      else nullif(duos.last, 'infinity') end as since
  from ${role} join person on person.id = person_id and erased_on is null join branch on branch.id = branch_id
  left join (select ${role}_id, max(coalesce(closed_on, 'infinity')) as last from duo group by 1) as duos on ${role}_id = ${role}.id`;
const EVERYTHING = `${ROLE('mentee')} union all ${ROLE('mentor')} union all
  select person.id, 'VOLUNTEER', branch.country, case when status = 'WITHDRAWN' then withdrawn_on end
  from volunteer join person on person.id = person_id and erased_on is null join branch on branch.id = branch_id union all
  select duo.id, 'MEETING_NOTES', branch.country, closed_on from duo join branch on branch.id = branch_id
  where closed_on is not null and exists (select from meeting where duo_id = duo.id and note is not null)`;

const rules = fc.uniqueArray(
  fc.record({
    kind: fc.constantFrom(...RETENTION_KINDS),
    country: fc.constantFrom(null, 'BE', 'FR'),
    months: fc.integer({ min: 1, max: 160 }),
  }),
  { selector: ({ kind, country }) => `${kind} ${country}`, maxLength: 8 },
);

test(
  'whatever the rules, those are due who would be if everything was looked at',
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(rules, async (some) => {
        const written = some.map((rule): RetentionRuleType => ({
          ...rule,
          id: `${rule.kind} ${rule.country}`,
          reason: 'a test',
          writtenOn: '2026-01-01',
          writtenBy: 'Ada',
        }));
        const plain = [...groupBy(everything, ({ key }) => key)].flatMap(([key, kept]) => {
          const due = dueOf(kept, written, TODAY);
          return due === undefined ? [] : [`${key} ${due.rule.id} ${due.dueOn}`];
        });
        const due = await listDue(kit.db, written, TODAY);
        expect(
          due
            .map(({ personId, duoId, rule, dueOn }) => `${personId ?? duoId} ${rule.id} ${dueOn}`)
            .toSorted(),
        ).toEqual(plain.toSorted());
        const [one] = due;
        // Asked of one alone, as before anything goes.
        const again =
          one === undefined ? [] : await listDue(kit.db, written, TODAY, one.personId ?? one.duoId);
        expect(again).toEqual(due.slice(0, 1));
      }),
      { numRuns: 40 },
    );
  },
);
