import { grossMap, presentValueOf, type ValueMap } from '@tandem/metrics/sroi/value-map';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importSample } from '../../../test/sample.ts';
import { ask, askRaw, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';

const finance = viewerWith('FINANCE');
const MODEL = `sroiModel { id name discountRate discountConvention version investment { cents } rows {
  stakeholder outcome quantityMetric quantity proxy { cents } proxyYear proxyCountry proxySource
  deadweight displacement attribution dropOff durationYears firstYear evidenceGrade } }`;
const SAVE = `mutation ($id: ID!, $version: Int!, $input: SroiModelInput!) { saveSroiModel(id: $id, version: $version, input: $input) {
  __typename ... on SroiModel { version rows { deadweight } } ... on Refusal { code field } } }`;
let kit: Testkit;
let expected: any;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  expected = await importSample(kit.db);
});
afterAll(() => kit.close());

async function readModel(): Promise<any> {
  return (await ask(kit, finance, `{ ${MODEL} }`)).sroiModel;
}
async function ratios(): Promise<number[]> {
  const { figures } = await ask(
    kit,
    finance,
    '{ figures(requests: [{metric: SROI_GROSS}, {metric: SROI_NET}]) { ... on Figure { value } } }',
  );
  return figures.map(({ value }: { value: number }) => value);
}
function inputOf({ name, discountRate, discountConvention, rows }: any, change: object = {}) {
  return {
    name,
    discountRate,
    discountConvention,
    rows: rows.map(({ proxy, quantity, ...row }: any) => ({
      ...row,
      proxyCents: proxy.cents,
      quantity: row.quantityMetric === null ? quantity : null,
      ...change,
    })),
  };
}
async function save(model: any, input: object, viewer = finance): Promise<any> {
  return (await ask(kit, viewer, SAVE, { id: model.id, version: model.version, input })).saveSroiModel;
}
/** Neither the model nor the history changes by what is done. */
async function leavesAllAsItWas(attempt: (model: any) => Promise<void>): Promise<void> {
  const history = () => kit.db.query('select count(*) from audit_entry');
  const [model, entries] = [await readModel(), await history()];
  await attempt(model);
  expect(await readModel()).toEqual(model);
  expect(await history()).toEqual(entries);
}

describe('the value map', () => {
  test('comes to exactly the figures gross and net', async () => {
    const model = await readModel();
    expect(model.investment.cents).toBe(Math.round(expected.total_cost_eur * 100));
    expect(model.rows[0].quantity).toBe(expected.employment_rate['of closed'].numerator);
    const map: ValueMap = {
      rows: model.rows.map((row: any) => ({ ...row, proxy: row.proxy.cents, leakage: 0, substitution: 0 })),
      investment: model.investment.cents,
      discounting: {
        schedule: [{ fromYear: 1, rate: model.discountRate }],
        convention: model.discountConvention,
      },
      horizonYears: 3,
    };
    expect([presentValueOf(grossMap(map)) / map.investment, presentValueOf(map) / map.investment]).toEqual(
      await ratios(),
    );
  });

  test('is saved as a new version, moves the net figure, and is put back', async () => {
    const model = await readModel();
    const before = await ratios();
    expect(await save(model, inputOf(model, { deadweight: 0.25 }))).toMatchObject({
      version: model.version + 1,
      rows: [{ deadweight: 0.25 }],
    });
    const [sameGross, higherNet] = await ratios();
    expect(sameGross).toBe(before[0]);
    expect(higherNet).toBeCloseTo((before[0] ?? 0) * 0.75, 9);
    const [entry] = await kit.db.query(
      `select before, after from audit_entry where action = 'saveSroiModel'`,
    );
    expect(entry.before.rows[0].deadweight).toBe(model.rows[0].deadweight);
    expect(entry.after.rows[0].deadweight).toBe(0.25);
    await save({ ...model, version: model.version + 1 }, inputOf(model));
    expect(await ratios()).toEqual(before);
  });

  test('that somebody changed meanwhile is not overwritten', async () => {
    await leavesAllAsItWas(async (model) =>
      expect(await save({ ...model, version: model.version - 1 }, inputOf(model, { deadweight: 0 }))).toEqual(
        { __typename: 'Refusal', code: 'CHANGED_MEANWHILE', field: null },
      ),
    );
  });

  test.each([
    ['a rate above 1', { deadweight: 1.2 }, 'TOO_LARGE', 'rows.0.deadweight'],
    ['a quantity beside a link', { quantity: 3 }, 'REQUIRED', 'rows.0.quantity'],
    ['neither quantity nor link', { quantityMetric: null }, 'REQUIRED', 'rows.0.quantity'],
    ['an unknown indicator', { quantityMetric: 'LUCK' }, 'REFERENCE_UNKNOWN', 'rows.0.quantityMetric'],
    ['what every object has', { quantityMetric: 'toString' }, 'REFERENCE_UNKNOWN', 'rows.0.quantityMetric'],
  ])('refuses %s and writes nothing', async (_, change, code, field) => {
    await leavesAllAsItWas(async (model) =>
      expect(await save(model, inputOf(model, change))).toEqual({ __typename: 'Refusal', code, field }),
    );
  });

  test('refuses to be empty, or to discount by more than half', async () => {
    await leavesAllAsItWas(async (model) => {
      expect(await save(model, { ...inputOf(model), rows: [] })).toMatchObject({
        code: 'REQUIRED',
        field: 'rows',
      });
      expect(await save(model, { ...inputOf(model), discountRate: 0.6 })).toMatchObject({
        code: 'TOO_LARGE',
        field: 'discountRate',
      });
    });
  });

  test('is read but not changed by an analyst', async () => {
    await leavesAllAsItWas(async (model) => {
      const variables = { id: model.id, version: model.version, input: inputOf(model, { deadweight: 0 }) };
      const { errors } = await askRaw(kit, viewerWith('ANALYST'), SAVE, variables);
      expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    });
    expect((await ask(kit, viewerWith('ANALYST'), `{ ${MODEL} }`)).sroiModel).toEqual(await readModel());
  });
});
