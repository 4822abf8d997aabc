import { METRICS } from '@tandem/metrics/catalogue';
import { beforeAll, describe, expect, test } from 'vitest';
import { fromFacts, kit, RESULT, staff } from '../../../test/roll-ups-kit.ts';
import { ask } from '../../../test/testkit.ts';
import { refreshRollUps } from './roll-ups.ts';

describe('what is kept of months is added up in spans that are over', () => {
  const lookedAt = { today: '2020-02-10' };
  const widestOf = async (field: string) => {
    const text = JSON.stringify(
      await ask(
        { ...kit, ...lookedAt },
        staff,
        `{ ${field} { result { ... on Figure { statement { text } } } } }`,
      ),
    );
    return Math.max(...[...text.matchAll(/span = (\d+)/g)].map((match) => Number(match[1])));
  };
  beforeAll(() => refreshRollUps(kit.db, lookedAt.today));

  const groups = 'breakdown(metric: COST_PER_DUO, by: BRANCH';
  test.each([
    ['groups', `${groups})`, 48],
    ['groups of a period', `${groups}, period: {from: "2015-11-01", to: "2017-05-01"})`, 12],
    ['years', 'trend(metric: COST_PER_DUO, step: YEAR)', 12],
    ['quarters', 'trend(metric: COST_PER_DUO, step: QUARTER)', 3],
    ['months', 'trend(metric: COST_PER_DUO, step: MONTH)', 1],
  ])('%s', async (_, field, widest) => {
    expect(await widestOf(field)).toBe(widest);
  });

  test('and is what the facts are', { timeout: 60_000 }, async () => {
    const asked = { ...kit, ...lookedAt };
    const figures = async () => {
      const answers: unknown[] = [];
      for (const { id } of METRICS)
        answers.push(
          await ask(
            asked,
            staff,
            `{ figure(metric: ${id}) { ${RESULT} } trend(metric: ${id}, step: QUARTER) { key result { ${RESULT} } } }`,
          ),
        );
      return answers;
    };
    expect(await figures()).toEqual(await fromFacts(figures));
  });
});
