import { EDUCATION_LEVELS, GENDERS, GRANT_KINDS } from '@tandem/domain/vocabulary';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importSample } from '../../../test/sample.ts';
import { ask, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';
import { finish } from '../../graphql/open-context.ts';
import { openOwnContext } from '../../graphql/own-context.ts';
import { questionOf } from './menu.ts';
import { withEveryGroup } from './whole-menu.ts';

const TODAY = '2017-12-31';
let kit: Testkit;
beforeAll(async () => {
  kit = await openTestkit(TODAY);
  await importSample(kit.db);
}, 60_000);
afterAll(() => kit.close());

async function partnerOf(name: string) {
  const [{ id: partnerId }] = await kit.db.query('select id from partner where name = $1', [name]);
  return viewerWith('PARTNER_MEMBER', { partnerId });
}

const RESULT =
  'result { __typename ... on Figure { value } ... on Withheld { reason } ... on NoData { notYetObservable } }';
// As their lists have them, what is not recorded last.
const ALL_GENDERS = [...GENDERS, 'UNKNOWN'];
const ALL_LEVELS = [...EDUCATION_LEVELS, 'UNKNOWN'];
const keysOf = (groups: readonly { key: string }[]) => groups.map(({ key }) => key);

describe('that nobody is in a group', () => {
  test('is not told by its absence: values of a fixed list are all there, and few look like nobody', async () => {
    const funder = await partnerOf('Banque du Parc');
    const query = `{
      started: breakdown(metric: DUOS_STARTED, by: GENDER) { key ${RESULT} }
      exits: breakdown(metric: POSITIVE_EXIT_RATE, by: EDUCATION) { key ${RESULT} }
      table: crossTable(metric: DUOS_STARTED, rows: GENDER, columns: EDUCATION) {
        rows { key } columns { key } cells { row column ${RESULT} }
      }
    }`;
    const { started, exits, table } = await ask(kit, funder, query);
    expect(keysOf(started)).toEqual(ALL_GENDERS);
    expect(keysOf(exits)).toEqual(ALL_LEVELS);
    expect(keysOf(table.rows)).toEqual(ALL_GENDERS);
    expect(keysOf(table.columns)).toEqual(ALL_LEVELS);
    expect(table.cells).toHaveLength(ALL_GENDERS.length * ALL_LEVELS.length);
    const [{ count }] = await kit.db.query(
      `select count(*)::integer from duo_fact where gender = 'OTHER' and $1::uuid = any (partner_ids)`,
      [funder.partnerId],
    );
    expect(count).toBe(0);
    const hidden = { __typename: 'Withheld', reason: 'PROTECTED' };
    expect(started.find(({ key }: any) => key === 'OTHER').result).toEqual(hidden);
    const others = table.cells.filter(({ row }: any) => row === 'OTHER');
    for (const { result } of others) expect(result).toEqual(hidden);
    expect(table.cells.filter(({ result }: any) => result.value === 0)).toEqual([]);
  });

  test('is no year that is missing, but one that is hidden; one of which nothing can be known yet has nothing', async () => {
    const funder = await partnerOf('Banque du Parc');
    const { started, exits } = await ask(
      { ...kit, today: '2020-06-01' },
      funder,
      `{ started: trend(metric: DUOS_STARTED, step: YEAR) { key ${RESULT} } exits: trend(metric: POSITIVE_EXIT_RATE, step: YEAR) { key ${RESULT} } }`,
    );
    const years = keysOf(started);
    expect(years.at(-1)).toBe('2020-01-01');
    expect(keysOf(exits)).toEqual(years);
    expect(years).toEqual(years.map((_, index) => `${Number(years[0]?.slice(0, 4)) + index}-01-01`));
    expect(started.at(-1).result).toEqual({ __typename: 'Withheld', reason: 'PROTECTED' });
    // As many as are told to have begun, and nothing where that is hidden.
    expect(exits.at(-1).result).toEqual({ __typename: 'NoData', notYetObservable: null });
  });

  test('is told of a year that is too early with how many began in it, where that is told', async () => {
    const { started, exits } = await ask(
      kit,
      await partnerOf("Service public de l'emploi"),
      `{ started: trend(metric: DUOS_STARTED, step: YEAR) { key ${RESULT} } exits: trend(metric: POSITIVE_EXIT_RATE, step: YEAR) { key ${RESULT} } }`,
    );
    expect(started.at(-1)).toEqual({ key: '2017-01-01', result: { __typename: 'Figure', value: 97 } });
    expect(exits.at(-1)).toEqual({
      key: '2017-01-01',
      result: { __typename: 'NoData', notYetObservable: 97 },
    });
  });

  test('is told to a partner that pays for no duo by showing no groups', async () => {
    const company = viewerWith('PARTNER_MEMBER', { partnerId: await emptyPartner('No grants') });
    const { breakdown } = await ask(kit, company, '{ breakdown(metric: DUOS_STARTED, by: GENDER) { key } }');
    expect(breakdown).toEqual([]);
  });
});

async function emptyPartner(name: string): Promise<string> {
  const [{ id }] = await kit.db.query(
    `insert into partner (id, name, kind) values (gen_random_uuid(), $1, 'COMPANY') returning id`,
    [name],
  );
  return id;
}

describe('what several funders give', () => {
  test('is told to one of three only where what the others gave is enough', async () => {
    const [{ funders }] = await kit.db.query(
      `select array_agg(distinct partner.name) as funders from funding_grant join partner on partner.id = partner_id
       where funding_grant.kind = 'PUBLIC_SUBSIDY' and counts`,
    );
    const query = '{ breakdown(metric: FUNDING, by: GRANT_KIND) { key result { __typename } } }';
    const shownTo = async (name: string) => {
      const { breakdown } = await ask(kit, await partnerOf(name), query);
      return breakdown.find(({ key }: any) => key === 'PUBLIC_SUBSIDY').result.__typename;
    };
    expect(funders).toHaveLength(3);
    await emptyPartner('No funds');
    expect(await shownTo('No funds')).toBe('Figure');
    for (const name of funders) expect(await shownTo(name)).toBe('Withheld');
  });

  test('is written down with what the reader gave of it', async () => {
    const funder = await partnerOf('Banque du Parc');
    await ask(kit, funder, '{ figure(metric: FUNDING) { __typename } }');
    const rows = await kit.db.query(
      `select counts->'own' as own from released_figure where partner_id = $1 and key = 'FUNDING/1/'`,
      [funder.partnerId],
    );
    const [{ cents }] = await kit.db.query(
      'select sum(amount_cents)::float8 as cents from funding_grant where partner_id = $1 and counts',
      [funder.partnerId],
    );
    expect(rows).toEqual([{ own: { numerator: cents, subjects: 1 } }]);
  });

  test('is, where nobody gives any, nothing of the reader’s own either', async () => {
    const funder = await partnerOf('Banque du Parc');
    const context = openOwnContext(kit.db, funder, { today: TODAY, sampleMode: false });
    const [asked] = await withEveryGroup(context, [
      { question: questionOf('FUNDING', ['GRANT_KIND']), groups: [] },
    ]);
    await finish(context);
    expect(asked?.groups.map(({ group }) => group)).toEqual(GRANT_KINDS.map((kind) => [kind]));
    for (const { counts } of asked?.groups ?? [])
      expect(counts).toMatchObject({ numerator: 0, own: { numerator: 0, subjects: 0 } });
  });
});
