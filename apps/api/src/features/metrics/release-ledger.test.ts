import { afterAll, beforeAll, expect, test } from 'vitest';
import { importSample } from '../../../test/sample.ts';
import { ask, contextOf, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';
import { finish } from '../../graphql/open-context.ts';
import { EVERYBODY } from './outsider.ts';
import { publishFigures } from './publication/publish-figures.ts';
import { latestRelease } from './release-ledger.ts';

const staff = viewerWith('ADMINISTRATOR');
const FIRST = '2017-12-30';
const SECOND = '2017-12-31';
let kit: Testkit;
let funder: ReturnType<typeof viewerWith>;

beforeAll(async () => {
  kit = await openTestkit(SECOND);
  await importSample(kit.db);
  const [{ id: partnerId }] = await kit.db.query(`select id from partner where name = 'Banque du Parc'`);
  funder = viewerWith('PARTNER_MEMBER', { partnerId });
});
afterAll(() => kit.close());

const FIGURE = '... on Figure { value numerator denominator asOf isEarlier } ... on Withheld { reason }';
const EXITS = `{ figure(metric: POSITIVE_EXIT_RATE) { ${FIGURE} } }`;

async function ledger() {
  const [counts] = await kit.db.query(
    `select (select count(*)::int from figure_release) as releases, (select count(*)::int from released_figure) as figures,
       (select count(*)::int from figure_release where same_as is not null) as unchanged`,
  );
  return counts;
}

test('a day has one release, however often and by whomever it is asked for', async () => {
  const together = await Promise.all([1, 2, 3].map(() => ask({ ...kit, today: FIRST }, funder, EXITS)));
  expect(together[1]).toEqual(together[0]);
  expect(together[2]).toEqual(together[0]);
  const { releases, figures } = await ledger();
  expect(releases).toBe(1);
  expect(figures).toBeGreaterThan(20);
  const before = kit.statements();
  await ask({ ...kit, today: FIRST }, funder, EXITS);
  expect(kit.statements() - before).toBeLessThan(8);
  expect(await ledger()).toMatchObject({ releases, figures });
});

test('the next day writes what is new, and where nothing is, that nothing is', async () => {
  const first = await ledger();
  const { figure } = await ask(kit, funder, EXITS);
  const second = await ledger();
  expect(second.releases).toBe(2);
  // A day brings few changes, of which few may be told.
  expect(second.figures - first.figures).toBeLessThan(first.figures / 4);
  expect(figure.numerator).toBeGreaterThan(0);
  await ask({ ...kit, today: '2018-01-01' }, funder, EXITS);
  await ask({ ...kit, today: '2018-01-02' }, funder, EXITS);
  expect((await ledger()).releases).toBe(4);
});

test('what one person changed stays as it was told, with its day, until more have', async () => {
  const before = (await ask({ ...kit, today: '2018-01-02' }, funder, EXITS)).figure;
  await kit.db.query(
    `update duo_fact set exit_from_start = started_on, job_from_start = null where duo_id = (
       select duo_id from duo_fact where grant_ids && array(select id from funding_grant where partner_id = $1)
         and exit_from_start is null and started_on < '2016-10-01' order by duo_id limit 1)`,
    [funder.partnerId],
  );
  const grants = (
    await kit.db.query('select id from funding_grant where partner_id = $1', [funder.partnerId])
  ).map(({ id }: { id: string }) => id);
  const truth = await ask(
    { ...kit, today: '2018-01-03' },
    staff,
    `{ figure(metric: POSITIVE_EXIT_RATE, filter: {grant: ${JSON.stringify(grants)}}) { ${FIGURE} } }`,
  );
  expect(truth.figure.numerator).toBe(before.numerator + 1);
  const after = (await ask({ ...kit, today: '2018-01-03' }, funder, EXITS)).figure;
  expect(after).toEqual({ ...before, asOf: expect.any(String), isEarlier: true });
  expect(after.asOf < '2018-01-03').toBe(true);
});

test('limits that were raised hide what was shown', async () => {
  await kit.db.query(
    `insert into disclosure_threshold (name, value, reason, set_by) values ('SMALLEST_DENOMINATOR', 100, 'A test', 'test')`,
  );
  expect((await ask({ ...kit, today: '2018-01-03' }, funder, EXITS)).figure).toEqual({ reason: 'PROTECTED' });
  await kit.db.query(`delete from disclosure_threshold where set_by = 'test'`);
});

test('no role of a request changes what was told', async () => {
  for (const table of ['figure_release', 'released_figure'])
    for (const role of ['tandem_staff', 'tandem_coordinator', 'tandem_partner', 'tandem_figures']) {
      const [{ may }] = await kit.db.query(
        `select has_table_privilege($1, $2, 'update') or has_table_privilege($1, $2, 'delete') as may`,
        [role, table],
      );
      expect([table, role, may]).toEqual([table, role, false]);
    }
});

test('a table of two ways has its cells, rows, columns and total', async () => {
  const query = `{ crossTable(metric: DUOS_STARTED, rows: GENDER, columns: EDUCATION) {
    rows { key result { ${FIGURE} } } columns { key result { ${FIGURE} } } total { ${FIGURE} } cells { row column result { ${FIGURE} } } } }`;
  const { crossTable } = await ask(kit, staff, query);
  const sum = (results: { result: { value: number } }[]) =>
    results.reduce((all, { result }) => all + result.value, 0);
  for (const part of ['rows', 'columns', 'cells']) expect(sum(crossTable[part])).toBe(crossTable.total.value);
  const ours = (await ask({ ...kit, today: '2018-01-03' }, funder, query)).crossTable;
  expect(ours.total.value).toBeGreaterThan(0);
  expect(ours.cells.length).toBeGreaterThan(3);
  expect(ours.cells.some(({ result }: any) => result.reason === 'PROTECTED')).toBe(true);
  const turned = query.replace('rows: GENDER, columns: EDUCATION', 'rows: EDUCATION, columns: GENDER');
  const other = (await ask({ ...kit, today: '2018-01-03' }, funder, turned)).crossTable;
  expect(other.cells).toHaveLength(ours.cells.length);
  for (const { row, column, result } of ours.cells)
    expect(other.cells).toContainEqual({ row: column, column: row, result });
  // Not a pair of the menu.
  const beyond = query.replace('rows: GENDER', 'rows: BRANCH');
  expect((await ask({ ...kit, today: '2018-01-03' }, funder, beyond)).crossTable).toBeNull();
});

test('the public is told releases of its own, over the whole programme and from a menu of its own', async () => {
  const context = contextOf({ ...kit, today: '2018-01-03' }, staff);
  await publishFigures(context);
  const state = await latestRelease(context.db, EVERYBODY);
  await finish(context);
  if (state === undefined) throw new Error('nothing was released');
  const { showings, told } = state;
  const { figure } = await ask({ ...kit, today: '2018-01-03' }, staff, EXITS);
  const key = [...showings.keys()].find((one) => /^POSITIVE_EXIT_RATE\/\d+\/$/.test(one)) ?? '';
  expect(showings.get(key)).toBe('TODAY');
  expect(told.get(key)?.counts).toMatchObject({
    numerator: figure.numerator,
    denominator: figure.denominator,
  });
  expect([...showings.keys()].filter((one) => /GENDER|GRANT\/|BRANCH/.test(one))).toEqual([]);
});
