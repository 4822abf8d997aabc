import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importSample } from '../../../test/sample.ts';
import { ask, askRaw, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';
import { refreshRollUps } from './roll-ups.ts';

const staff = viewerWith('ADMINISTRATOR');
let kit: Testkit;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  await importSample(kit.db);
});
afterAll(() => kit.close());

describe('a definition that was', () => {
  test('counts as it did, and says what changed', async () => {
    const query = `query ($version: Int) { figure(metric: COMPLETION_RATE, version: $version) { ... on Figure {
      numerator denominator definition { version numerator formerVersions { version replacedOn replaced numerator } } } } }`;
    const { figure: now } = await ask(kit, staff, query);
    const { figure: former } = await ask(kit, staff, query, { version: 1 });
    const [{ lasted }] = await kit.db.query(
      `select count(*) as lasted from duo where closed_on >= started_on + interval '6 months'`,
    );
    expect(former).toMatchObject({ numerator: lasted, denominator: now.denominator });
    expect(former.numerator).not.toBe(now.numerator);
    expect([now.definition.version, former.definition.version]).toEqual([2, 1]);
    expect(now.definition.formerVersions).toMatchObject([{ version: 1, replacedOn: '2026-11-26' }]);
    expect(former.definition.numerator).not.toBe(now.definition.numerator);
  });

  test('is refused where there was none', async () => {
    const { errors } = await askRaw(
      kit,
      staff,
      '{ figure(metric: DUOS_STARTED, version: 7) { __typename } }',
    );
    expect(errors?.[0]?.message).toBe('DUOS_STARTED has no version 7.');
  });
});

test('a figure opens to the SQL that gave it and to that over the facts, and both give it again', async () => {
  const query = `{ figure(metric: POSITIVE_EXIT_RATE, filter: {gender: [WOMAN]}) { ... on Figure { numerator denominator statement { text values } factsStatement { text values } } } }`;
  await refreshRollUps(kit.db, kit.today);
  const { figure } = await ask(kit, staff, query);
  expect(figure.statement.text).not.toBe(figure.factsStatement.text);
  for (const { text, values } of [figure.statement, figure.factsStatement]) {
    const [row] = await kit.db.query(text, values);
    expect(row).toMatchObject({ numerator: figure.numerator, denominator: figure.denominator });
  }
});
