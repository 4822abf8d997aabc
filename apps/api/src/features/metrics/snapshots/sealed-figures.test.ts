import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importSample } from '../../../../test/sample.ts';
import { analyst, check, sealedByAnother, take, type Sealed } from '../../../../test/snapshots.ts';
import { ask, openTestkit, viewerWith, type Testkit } from '../../../../test/testkit.ts';

const staff = viewerWith('ADMINISTRATOR');
let kit: Testkit;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  await importSample(kit.db);
});
afterAll(() => kit.close());

describe('a sealed social return', () => {
  const SROI = `figures { valueMap { map name version status publishedAt scenario } units { value numerator denominator }
    words { name } sameWords sealed { value numerator denominator spread { lower upper draws } } }`;

  test('names the value map, its version and that no what-if is reckoned with, and its numbers say what they are in', async () => {
    const { id } = await take(kit, {
      name: 'Return',
      figures: [{ metric: 'SROI_NET' }, { metric: 'COST_PER_DUO' }],
    });
    const { snapshot } = await ask(
      kit,
      analyst,
      `query ($id: ID!) { snapshot(id: $id) { content ${SROI} } }`,
      {
        id,
      },
    );
    const [{ valueMap, sealed }, cost] = snapshot.figures;
    const [model] = await kit.db.query(
      `select sroi_model.name as map, sroi_version.name, sroi_version.version, status from sroi_version
       join sroi_model on sroi_model.published_version_id = sroi_version.id`,
    );
    expect(valueMap).toMatchObject({ ...model, scenario: null });
    expect(valueMap.publishedAt).not.toBeNull();
    expect(cost.valueMap).toBeNull();
    expect(sealed.value).toBeCloseTo(sealed.numerator / sealed.denominator, 9);
    const { figure } = await ask(
      kit,
      analyst,
      '{ figure(metric: SROI_NET) { ... on Figure { spread { lower upper draws } } } }',
    );
    expect(sealed.spread).toEqual(figure.spread);
    expect(sealed.spread.lower).toBeLessThan(sealed.value);
    expect(cost.sealed.spread).toBeNull();
    expect(snapshot.figures.map(({ units }: Sealed) => units)).toEqual([
      { value: 'RATIO', numerator: 'CENTS', denominator: 'CENTS' },
      { value: 'CENTS', numerator: 'CENTS', denominator: 'COUNT' },
    ]);
    const content = JSON.parse(snapshot.content);
    expect(content.format).toBe(3);
    expect(content.figures.map(({ units }: Sealed) => units)).toEqual([
      { value: 'RATIO', numerator: 'CENTS', denominator: 'CENTS' },
      { value: 'CENTS', numerator: 'CENTS', denominator: 'COUNT' },
    ]);
    expect(content.figures[0].valueMap).toMatchObject({ ...model, scenario: null });
  });

  test('tells when it would be made of another version today', async () => {
    const { id } = await take(kit, { name: 'Return of the former', figures: [{ metric: 'SROI_NET' }] });
    expect((await check(kit, id)).figures).toMatchObject([{ same: true, sameCalculation: true }]);
    await kit.db.query(`update sroi_model set name = 'Renamed'`);
    expect((await check(kit, id)).figures).toMatchObject([{ same: true, sameCalculation: true }]);
    const [{ published }] = await kit.db.query('select published_version_id as published from sroi_model');
    const { startSroiVersion: draft } = await ask(
      kit,
      staff,
      `mutation ($from: ID!) { startSroiVersion(from: $from, name: "The next") { ... on SroiVersion { id version } } }`,
      { from: published },
    );
    await ask(
      kit,
      staff,
      `mutation ($id: ID!, $version: Int!) { publishSroiVersion(id: $id, version: $version) { __typename } }`,
      draft,
    );
    expect((await check(kit, id)).figures).toMatchObject([{ same: true, sameCalculation: false }]);
  });

  test('of a snapshot from before that was sealed says nothing of it, and its seal holds', async () => {
    const { id: now } = await take(kit, { name: 'Template', figures: [{ metric: 'SROI_NET' }] });
    const [{ content }] = await kit.db.query('select content from figure_snapshot where id = $1', [now]);
    const { format: _, ...rest } = JSON.parse(content);
    const [{ units: _units, valueMap: _map, words: _words, sealed, ...figure }] = rest.figures;
    const { spread: _spread, ...told } = sealed;
    const { id } = await sealedByAnother(kit, {
      ...rest,
      columns: {},
      figures: [{ ...figure, sealed: told }],
      dataDigest: createHash('sha256').update('').digest('hex'),
    });
    const { snapshot } = await ask(kit, analyst, `query ($id: ID!) { snapshot(id: $id) { ${SROI} } }`, {
      id,
    });
    expect(snapshot.figures[0]).toMatchObject({ valueMap: null, units: null, words: null, sameWords: null });
    expect(await check(kit, id)).toMatchObject({
      sealHolds: true,
      sameData: true,
      figures: [{ same: true, sameCalculation: true }],
    });
  });
});

test('within what a sealed rate lay follows from the sealed numbers: the same as beside the figure of that day', async () => {
  const questions = [
    { metric: 'POSITIVE_EXIT_RATE' },
    { metric: 'EMPLOYMENT_RATE', parameters: { population: 'CLOSED' } },
    { metric: 'JOB_SUSTAINED_6_RATE' },
    { metric: 'DUOS_STARTED' },
  ];
  const { id } = await take(kit, { name: 'What was not known', figures: questions });
  const { snapshot } = await ask(
    kit,
    analyst,
    `query ($id: ID!) { snapshot(id: $id) { content figures { bounds { worst best caution } } } }`,
    { id },
  );
  const told: unknown[] = [];
  for (const question of questions) {
    const { figure } = await ask(
      kit,
      analyst,
      `query ($metric: MetricId!, $parameters: FigureParametersInput) { figure(metric: $metric, parameters: $parameters) { ... on Figure { bounds { worst best caution } } } }`,
      question,
    );
    told.push(figure);
  }
  expect(snapshot.figures).toEqual(told);
  expect(snapshot.figures.map(({ bounds }: Sealed) => bounds?.caution ?? null)).toContain('NOBODY_FOLLOWED');
  expect(snapshot.content).not.toContain('"bounds"');
});
