import { expect, test } from 'vitest';
import {
  create,
  duo,
  earmark,
  finance,
  funderId,
  GRANT,
  kit,
  REMOVE,
  TODAY,
} from '../../../test/grants-kit.ts';
import { ask, viewerWith } from '../../../test/testkit.ts';
import { newId } from '../../database/new-id.ts';

/** What is asked of a condition's progress. */
interface Progress {
  readonly verdict: string;
  readonly mayChange: boolean;
  readonly denominator: number | null;
}
/** Of a condition of which no share is told. */
const NOTHING = {
  mayChange: true,
  value: null,
  reached: null,
  numerator: null,
  denominator: null,
  interval: null,
  intervalSide: null,
  asOf: TODAY,
};

async function progressOf(id: string, viewer = finance): Promise<(Progress | null)[]> {
  const { grant } = await ask(kit, viewer, GRANT, { id });
  return grant.conditions.map(({ progress }: { progress: Progress | null }) => progress);
}

test('measured conditions tell how far they have come, by the figures of the duos of the grant', async () => {
  const { id } = await create({
    conditions: [
      { text: '3 duos', measure: 'DUOS_STARTED', target: 3 },
      { text: 'Women', measure: 'WOMEN_SHARE', target: 0.5 },
      { text: 'Exits', measure: 'POSITIVE_EXIT_RATE', target: 0.5 },
      { text: 'A poster' },
    ],
  });
  await earmark(id, [await duo(), 1], [await duo(), 0.5]);
  expect(await progressOf(id)).toEqual([
    { ...NOTHING, verdict: 'OPEN', value: 2, reached: false },
    { ...NOTHING, verdict: 'REACHED', value: 1, reached: true, numerator: 2, denominator: 2 },
    { ...NOTHING, verdict: 'NOTHING_TO_COUNT' },
    null,
  ]);
  const { grant } = await ask(kit, finance, 'query ($id: ID!) { grant(id: $id) { duoCount share } }', { id });
  expect(grant).toEqual({ duoCount: 2, share: 1.5 });
});

test('each opens to the figure that it is measured by, also where that is not shown', async () => {
  const { id } = await create({
    conditions: [
      { text: 'Women', measure: 'WOMEN_SHARE', target: 0.5 },
      { text: 'Completed', measure: 'COMPLETION_RATE', target: 0.5 },
    ],
  });
  await earmark(id, [await duo('2017-02-01', '2017-05-01'), 1]);
  const figuresOf = async (viewer: typeof finance) => {
    const { grant } = await ask(
      kit,
      viewer,
      `query ($id: ID!) { grant(id: $id) { conditions { progress { figure {
        ... on Figure { value definition { id } } ... on Withheld { reason definition { id } } } } } } }`,
      { id },
    );
    return grant.conditions.map(({ progress }: { progress: { figure: unknown } }) => progress.figure);
  };
  const [started, completed] = [{ id: 'DUOS_STARTED' }, { id: 'COMPLETION_RATE' }];
  expect(await figuresOf(finance)).toEqual([
    { value: 1, definition: started },
    { value: 1, definition: completed },
  ]);
  expect(await figuresOf(viewerWith('PARTNER_MEMBER', { partnerId: funderId }))).toEqual([
    { value: 1, definition: started },
    { reason: 'PROTECTED', definition: completed },
  ]);
});

test('a condition is judged by the plain figure, with the interval as a fact beside it', async () => {
  const completion = (target: number, dueOn: string) => ({
    text: 'Completed',
    measure: 'COMPLETION_RATE',
    target,
    dueOn,
  });
  const { id } = await create({
    conditions: [
      completion(0.5, '2017-06-30'),
      completion(0.8, '2017-06-30'),
      completion(0.8, '2018-06-30'),
      { text: '9 duos', measure: 'DUOS_STARTED', target: 9, dueOn: '2017-06-30' },
      { text: '4 duos', measure: 'DUOS_STARTED', target: 4, dueOn: '2018-06-30' },
    ],
  });
  for (let count = 0; count < 4; count += 1) await earmark(id, [await duo('2017-02-01', '2017-05-01'), 1]);
  // Four of four: from 4 / (4 + 1.96²) on, by Wilson's interval.
  const rate = {
    value: 1,
    reached: true,
    numerator: 4,
    denominator: 4,
    interval: { lower: expect.closeTo(0.5101, 4), upper: 1 },
  };
  const past = { mayChange: false, asOf: '2017-06-30' };
  expect(await progressOf(id)).toEqual([
    { ...rate, ...past, verdict: 'REACHED', intervalSide: 'ABOVE' },
    { ...rate, ...past, verdict: 'REACHED', intervalSide: 'AROUND' },
    { ...rate, mayChange: true, asOf: TODAY, verdict: 'REACHED', intervalSide: 'AROUND' },
    { ...NOTHING, ...past, verdict: 'NOT_REACHED', value: 4, reached: false },
    { ...NOTHING, mayChange: false, verdict: 'REACHED', value: 4, reached: true },
  ]);
  const own = viewerWith('PARTNER_MEMBER', { partnerId: funderId });
  expect((await progressOf(id, own))[1]).toEqual({ ...NOTHING, verdict: 'NOT_SHOWN', asOf: '2017-06-30' });
});

test('that of closed duos, where no day was agreed, may change while one that the grant pays is open', async () => {
  const whole = (target: number) => ({ text: 'Completed', measure: 'COMPLETION_RATE', target });
  const { id } = await create({ endsOn: '2017-06-30', conditions: [whole(0.5), whole(0.9)] });
  const left = await duo('2017-02-01', '2017-05-01');
  await kit.db.query(`update duo set closure_reason = 'LACK_OF_AVAILABILITY' where id = $1`, [left]);
  const runs = await duo('2017-03-01');
  await earmark(id, [await duo('2017-02-01', '2017-05-01'), 1], [left, 1], [runs, 1]);
  const verdicts = async () =>
    (await progressOf(id)).map((progress) => [progress?.verdict, progress?.mayChange, progress?.denominator]);
  expect(await verdicts()).toEqual([
    ['REACHED', true, 2],
    ['OPEN', true, 2],
  ]);
  // Once it pays for that one no more, none is open.
  await ask(kit, finance, REMOVE, { grantId: id, duoIds: [runs] });
  expect(await verdicts()).toEqual([
    ['REACHED', false, 2],
    ['NOT_REACHED', false, 2],
  ]);
});

test('where a funder is told of an earlier day how many began, some that began since may still run', async () => {
  const partnerId = newId();
  await kit.db.query(`insert into partner (id, name, kind) values ($1, 'Fonds Aurore', 'FOUNDATION')`, [
    partnerId,
  ]);
  const { id } = await create({
    funderId: partnerId,
    endsOn: '2017-06-30',
    conditions: [{ text: 'Completed', measure: 'COMPLETION_RATE', target: 0.9 }],
  });
  const duos: string[] = [];
  for (let count = 0; count < 20; count += 1) duos.push(await duo('2017-02-01', '2017-05-01'));
  await kit.db.query(`update duo set closure_reason = 'LACK_OF_AVAILABILITY' where id = any ($1)`, [
    duos.slice(10),
  ]);
  await earmark(id, ...duos.map((duoId) => [duoId, 1] as const));
  const own = viewerWith('PARTNER_MEMBER', { partnerId });
  expect(await progressOf(id, own)).toMatchObject([{ value: 0.5, verdict: 'NOT_REACHED', mayChange: false }]);
  await kit.db.query(
    `insert into figure_release (id, partner_id, as_of, rules, quality, showings)
     select $1, partner_id, as_of, rules, quality, (select jsonb_object_agg(key,
       case when key like 'DUOS_STARTED/%/GRANT/' || $3 then '"EARLIER"' else showing end) from jsonb_each(showings) as each (key, showing))
     from figure_release where partner_id = $2`,
    [newId(), partnerId, id],
  );
  expect(await progressOf(id, own)).toMatchObject([{ value: 0.5, verdict: 'OPEN', mayChange: true }]);
});

test('what is due names the conditions that are not reached', async () => {
  const condition = (text: string, more: object) => ({ text, dueOn: '2018-01-10', ...more });
  const { id } = await create({
    conditions: [
      condition('1 duo', { measure: 'DUOS_STARTED', target: 1 }),
      condition('1 duo, today', { measure: 'DUOS_STARTED', target: 1, dueOn: TODAY }),
      condition('2 duos', { measure: 'DUOS_STARTED', target: 2 }),
      condition('2 duos, today', { measure: 'DUOS_STARTED', target: 2, dueOn: TODAY }),
      condition('2 duos, yesterday', { measure: 'DUOS_STARTED', target: 2, dueOn: '2017-12-30' }),
      condition('Women', { measure: 'WOMEN_SHARE', target: 0.5 }),
      condition('Exits', { measure: 'POSITIVE_EXIT_RATE', target: 0.5 }),
      condition('A poster', {}),
      condition('A stand', { metOn: TODAY }),
    ],
  });
  await earmark(id, [await duo(), 1]);
  const { grantDues } = await ask(kit, finance, '{ grantDues { grantId kind text } }');
  const own = grantDues.filter(
    ({ grantId, kind }: { grantId: string; kind: string }) => grantId === id && kind === 'CONDITION',
  );
  expect(own.map(({ text }: { text: string }) => text).toSorted()).toEqual([
    '2 duos',
    '2 duos, today',
    'A poster',
    'Exits',
  ]);
});
