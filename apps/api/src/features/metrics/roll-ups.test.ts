import { METRICS } from '@tandem/metrics/catalogue';
import { dimensionsOf } from '@tandem/metrics/definition';
import { SOURCE_ROLL_UPS } from '@tandem/metrics/rolled-up';
import { measuresOf } from '@tandem/metrics/figure-query';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coordinator, fromFacts, funder, kit, RESULT, staff } from '../../../test/roll-ups-kit.ts';
import { ask, askRaw, contextOf } from '../../../test/testkit.ts';
import { finish } from '../../graphql/open-context.ts';
import { countQuestion, countTogether } from './menu-figures.ts';
import { isOfProgramme, menuOf } from './menu.ts';
import { refreshRollUps } from './roll-ups.ts';

const STAGE = `stage reached came medianDays lowerQuartileDays upperQuartileDays waiting medianDaysWaiting`;

/** The ways into a duo, every figure, every breakdown by one dimension and every trend, asked with these arguments. */
async function everything(viewer: typeof staff, args: string): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  for (const metric of METRICS) {
    const groups = [
      ...dimensionsOf(metric).map((by) => `breakdown(metric: ${metric.id}, by: ${by}${args})`),
      ...['MONTH', 'YEAR'].map((step) => `trend(metric: ${metric.id}, step: ${step}${args})`),
    ].map((field, index) => `g${index}: ${field} { key result { ${RESULT} } }`);
    for (let start = 0; start < groups.length; start += 6)
      answers[`${metric.id} ${start}`] = await ask(
        kit,
        viewer,
        `{ ${groups.slice(start, start + 6).join(' ')} }`,
      );
    answers[metric.id] = await ask(kit, viewer, `{ figure(metric: ${metric.id}${args}) { ${RESULT} } }`);
  }
  for (const journey of viewer === staff ? ['MENTEE', 'MENTOR'] : [])
    answers[journey] = await ask(kit, viewer, `{ pathway(journey: ${journey}${args}) { ${STAGE} } }`);
  return answers;
}

/** What a funder's release is made of. */
async function everythingReleased(): Promise<unknown[]> {
  const context = contextOf(kit, funder);
  const answers: unknown[] = [];
  for (const question of menuOf({ kind: 'PARTNER' }))
    answers.push(await countQuestion(context, question, isOfProgramme(question.metric)));
  await finish(context);
  return answers;
}

/** What of it is counted by one reading of each kind of rows, beside what each question counts for itself. */
async function countedTogether() {
  const context = contextOf(kit, funder);
  const own = menuOf({ kind: 'PARTNER' }).filter(({ metric }) => !isOfProgramme(metric));
  const together = await countTogether(context, own);
  const alone = new Map<string, unknown>();
  for (const question of own)
    if (together.has(question.id)) alone.set(question.id, await countQuestion(context, question, false));
  await finish(context);
  return { questions: own.length, together, alone };
}

describe('what is kept of months', () => {
  test('is made once', { timeout: 60_000 }, async () => {
    expect(await refreshRollUps(kit.db, '2017-12-31')).toBeGreaterThan(20);
    expect(await refreshRollUps(kit.db, '2017-12-31')).toBe(0);
  });

  test.each([
    ['of all time', ''],
    ['as of a day in the past', ', asOf: "2017-03-15"'],
    ['of a period of whole months', ', period: {from: "2016-04-01", to: "2017-04-01"}'],
    ['of a period that cuts months', ', asOf: "2017-11-10", period: {from: "2016-01-20", to: "2017-12-15"}'],
  ])('gives the figures of the facts: %s', { timeout: 120_000 }, async (_, args) => {
    expect(await everything(staff, args)).toEqual(await fromFacts(() => everything(staff, args)));
  });

  test('is all that a figure of today reads', async () => {
    const kept = METRICS.filter((metric) =>
      measuresOf(metric).every(({ measure }) =>
        SOURCE_ROLL_UPS.some(({ name }) => name === measure.source.name),
      ),
    );
    expect(kept.length).toBeGreaterThan(30);
    for (const { id } of kept) {
      const { figure } = await ask(
        kit,
        staff,
        `{ figure(metric: ${id}) { ... on Figure { statement { text } } } }`,
      );

      expect(figure.statement?.text ?? '').not.toContain('_fact as f');
    }
  });

  test('is made anew for another day, and of no day but the last', { timeout: 120_000 }, async () => {
    const days = () => kit.db.query(`select distinct as_of from rollup order by 1`);
    const earlier = { ...kit, today: '2017-11-03' };
    const figures = async () => {
      const answers: unknown[] = [];
      for (const { id } of METRICS)
        answers.push(await ask(earlier, staff, `{ figure(metric: ${id}) { ${RESULT} } }`));
      return answers;
    };
    const counted = await fromFacts(figures);
    expect(await figures()).toEqual(counted);
    await refreshRollUps(kit.db, earlier.today);
    expect(await days()).toEqual([{ as_of: '2017-11-03' }, { as_of: '9999-12-31' }]);
    expect(await figures()).toEqual(counted);
    await refreshRollUps(kit.db, kit.today);
    expect(await days()).toEqual([{ as_of: '2017-12-31' }, { as_of: '9999-12-31' }]);
  });

  test('gives a coordinator and a funder the same as the facts', { timeout: 120_000 }, async () => {
    expect(await everything(coordinator, '')).toEqual(await fromFacts(() => everything(coordinator, '')));
    expect(await everythingReleased()).toEqual(await fromFacts(everythingReleased));
    const { questions, together, alone } = await countedTogether();
    expect(alone.size).toBeGreaterThan(questions * 0.8);
    for (const [id, groups] of together)
      expect([id, groups.toSorted((a, b) => (a.group.join() < b.group.join() ? -1 : 1))]).toEqual([
        id,
        alone.get(id),
      ]);
  });

  test.each(['CLOSED', 'STARTED', 'MATURE'])('is kept of the population %s too', async (population) => {
    const args = `, parameters: {population: ${population}}`;
    const exits = async () => ask(kit, staff, `{ figure(metric: EMPLOYMENT_RATE${args}) { ${RESULT} } }`);
    const counted = await exits();
    await withOtherMonths(async () => expect(await exits()).not.toEqual(counted));
  });

  test('gives the figures of the facts where a figure is narrowed', { timeout: 60_000 }, async () => {
    const [{ id, grant, branch, coordinator: who }] = await kit.db.query(
      `select duo.id, grant_id as grant, branch_id as branch, coordinator_id as coordinator from earmark join duo on duo.id = duo_id
       where coordinator_id is not null order by duo.id limit 1`,
    );
    // Of two grants, of which only one is asked for.
    await kit.db.query('update earmark set share = 0.5 where duo_id = $1', [id]);
    await kit.db.query(
      `insert into earmark (duo_id, grant_id, share) select $1, id, 0.5 from funding_grant where id <> $2 order by id limit 1`,
      [id, grant],
    );
    await kit.db.query('select refresh_duo_facts($1)', [[id]]);
    await refreshRollUps(kit.db, '2017-12-31');
    const figures = async () => {
      const answers: unknown[] = [];
      for (const filter of [
        `grant: ["${grant}"]`,
        `grant: ["${String(grant).toUpperCase()}"]`,
        `branch: ["${branch}"]`,
        `coordinator: ["${who}"]`,
        `gender: [WOMAN]`,
        `gender: [WOMAN], branch: ["${branch}"]`,
      ])
        for (const field of [
          'figure(',
          'breakdown(by: GRANT, ',
          'breakdown(by: GENDER, ',
          'trend(step: YEAR, ',
        ]) {
          const result = field === 'figure(' ? RESULT : `key result { ${RESULT} }`;
          answers.push(
            await ask(kit, staff, `{ ${field}metric: DUOS_STARTED, filter: {${filter}}) { ${result} } }`),
          );
        }
      return answers;
    };
    expect(await figures()).toEqual(await fromFacts(figures));
    const { errors } = await askRaw(
      kit,
      staff,
      `{ figure(metric: DUOS_STARTED, filter: {coordinator: ["UNKNOWN"]}) { __typename } }`,
    );
    expect(errors?.[0]?.message).toBe('UNKNOWN is no id.');
  });

  test('of which another program made months that this one does not know, these are not left to be trusted', async () => {
    await kit.db.query(
      `insert into rollup_source (source, digest, as_of) values ('ofLater', 'x', '2017-12-31')`,
    );
    await kit.db.query(
      `insert into rollup_month (source, month, settled_on) values ('ofLater', '2017-01-01', '{}')`,
    );
    await refreshRollUps(kit.db, '2017-12-31');
    expect(await kit.db.query(`select 1 from rollup_source where source = 'ofLater'`)).toEqual([]);
    expect(await kit.db.query(`select 1 from rollup_month where source = 'ofLater'`)).toEqual([]);
  });

  test('is read, and not again counted, by whoever asks', async () => {
    const started = (viewer: typeof staff) =>
      ask(kit, viewer, `{ figure(metric: DUOS_STARTED) { ${RESULT} } }`);
    for (const viewer of [staff, coordinator]) {
      const counted = await started(viewer);
      await withOtherMonths(async () => expect(await started(viewer)).not.toEqual(counted));
    }
  });

  test('is told from the facts of a month that was written in since', async () => {
    const [{ id }] = await kit.db.query(
      `select id from duo where started_on between '2016-03-01' and '2016-03-31' limit 1`,
    );
    const ofMonth = async () =>
      ask(
        kit,
        staff,
        `{ figure(metric: DUOS_STARTED, period: {from: "2016-03-01", to: "2016-04-01"}) { ${RESULT} } }`,
      );
    const counted = await ofMonth();
    await withOtherMonths(async () => {
      expect(await ofMonth()).not.toEqual(counted);
      await kit.db.query('select refresh_duo_facts($1)', [[id]]);
      expect(await ofMonth()).toEqual(counted);
    });
    await refreshRollUps(kit.db, '2017-12-31');
  });
});

test('hours in kind are kept, whatever changes what they are worth', { timeout: 60_000 }, async () => {
  const figures = async () =>
    ask(
      kit,
      staff,
      `{ hours: figure(metric: HOURS_IN_KIND_VALUE) { ${RESULT} } cost: figure(metric: COST_PER_DUO_WITH_IN_KIND) { ${RESULT} } }`,
    );
  await kit.db.query(
    `with one as (insert into volunteer (person_id, partner_id, branch_id, engagement, status, registered_on)
       select person_id, partner_id, mentor.branch_id, 'MENTOR', 'ACTIVE', '2016-01-01' from mentor, funding_grant limit 1 returning id)
     insert into time_entry (volunteer_id, worked_on, minutes, activity, status)
     select id, day, 90, 'A workshop', 'APPROVED' from one, unnest(array['2016-03-04', '2017-12-31']::date[]) as day`,
  );
  const seen = new Set<string>();
  for (const change of [
    `insert into in_kind_rate (from_day, cents_per_hour, source, source_year, made_at, made_by) values ('2010-01-01', 3100, 'A survey', 2010, now(), 'Finance')`,
    `update time_entry set minutes = minutes + 60 where status = 'APPROVED'`,
    `insert into funding_grant (reference, partner_id, kind, starts_on, ends_before, amount_cents, status)
     select 'SKILLS', partner_id, 'SKILLS_SPONSORSHIP', '2010-01-01', '2018-01-01', 100, 'REQUESTED' from volunteer join time_entry on volunteer_id = volunteer.id limit 1`,
    `update funding_grant set status = 'AWARDED' where reference = 'SKILLS'`,
    `delete from funding_grant where reference = 'SKILLS'`,
  ]) {
    await refreshRollUps(kit.db, '2017-12-31');
    await kit.db.query(change);
    // Counted where a month was marked.
    const changed = await figures();
    await refreshRollUps(kit.db, '2017-12-31');
    expect(await figures()).toEqual(changed);
    expect(changed).toEqual(await fromFacts(figures));
    seen.add(JSON.stringify(changed));
  }
  expect(seen.size).toBe(3);
});

/** While every number that is kept is one more than it should be. */
async function withOtherMonths(work: () => Promise<void>): Promise<void> {
  const add = (number: number) =>
    kit.db.query('update rollup set measures = array(select one + $1 from unnest(measures) as one)', [
      number,
    ]);
  await add(1);
  await work();
  await add(-1);
}

test('a measure that looks at the day says from when on it no longer does', () => {
  const DAY = 'THE_DAY';
  const silent = METRICS.flatMap((metric) =>
    measuresOf(metric)
      .filter(({ measure }) => {
        const terms = {
          anchor: 'START',
          windowMonths: 12,
          evidence: 'ANY',
          population: 'CLOSED',
          asOf: DAY,
        } as const;
        return measure.condition(terms).includes(DAY) && measure.settledOn === undefined;
      })
      .filter(({ name }) => name !== 'notYetObservable' && name !== 'unknown')
      .map(({ name }) => `${metric.id} ${name}`),
  );
  expect(silent).toEqual([]);
});

const OPERATIONS = fc.array(
  fc.record({
    what: fc.constantFrom('meeting', 'outcome', 'close', 'reopen', 'refresh'),
    which: fc.nat(470),
    day: fc.integer({ min: 1, max: 700 }),
  }),
  { minLength: 1, maxLength: 12 },
);

test('whatever is done, figures and kept months equal a rebuild', { timeout: 180_000 }, async () => {
  const duos: { id: string }[] = await kit.db.query('select id from duo order by reference');
  await fc.assert(
    fc.asyncProperty(OPERATIONS, async (operations) => {
      for (const { what, which, day } of operations) {
        const id = duos[which]?.id;
        const version = async () =>
          (await kit.db.query('select version from duo where id = $1', [id]))[0].version;
        const on = new Date(Date.UTC(2016, 0, day)).toISOString().slice(0, 10);
        if (what === 'refresh') await refreshRollUps(kit.db, '2017-12-31');
        else if (what === 'meeting')
          await attempt(`logMeeting(duoId: "${id}", input: {heldOn: "${on}", minutes: 60, mode: REMOTE})`);
        else if (what === 'outcome')
          await attempt(
            `recordOutcome(duoId: "${id}", input: {observedOn: "${on}", situation: JOB, contractType: OPEN_ENDED, evidence: CONTRACT})`,
          );
        else if (what === 'close')
          await attempt(
            `closeDuo(id: "${id}", version: ${await version()}, input: {closedOn: "2017-12-20", closureReason: COMPLETED})`,
          );
        else await attempt(`reopenDuo(id: "${id}", version: ${await version()})`);
      }
      const metrics = METRICS.map(({ id }, index) => `m${index}: figure(metric: ${id}) { ${RESULT} }`);
      const figures = async () => [
        await ask(kit, staff, `{ ${metrics.slice(0, 20).join(' ')} }`),
        await ask(kit, staff, `{ ${metrics.slice(20).join(' ')} }`),
      ];
      const incremental = await figures();
      await kit.db.query('select rebuild_facts()');
      await refreshRollUps(kit.db, '2017-12-31');
      const rollUp =
        'select source, as_of, span, dimension, key, month, measures from rollup order by 1, 2, 3, 4, 5, 6';
      const kept = await kit.db.query(rollUp);
      expect(await figures()).toEqual(incremental);
      await kit.db.query('delete from rollup_source');
      await refreshRollUps(kit.db, '2017-12-31');
      expect(await kit.db.query(rollUp)).toEqual(kept);
    }),
    { numRuns: 4 },
  );
});

/** An operation that may be refused. */
async function attempt(operation: string): Promise<void> {
  await ask(kit, staff, `mutation { ${operation} { __typename } }`);
}
