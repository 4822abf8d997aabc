import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeIds } from './ids.ts';
import { Random, spread, weighted } from './random.ts';
import { countriesFor, monthsFor, planMonths, regionsFor } from './scale.ts';

test('the sample is one region in 28 months, and a million duos several countries in twelve years', () => {
  expect([regionsFor(471), countriesFor(1), monthsFor(471)]).toEqual([1, 1, 28]);
  expect([regionsFor(1e6), countriesFor(99), monthsFor(1e6)]).toEqual([99, 12, 148]);
});

test('the months of any programme add up to its duos and follow each other to its day', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2_000_000 }),
      fc.date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
      (duos, date) => {
        const months = planMonths(duos, date.toISOString().slice(0, 10));
        expect(months.reduce((sum, month) => sum + month.duos, 0)).toBe(duos);
        for (const [index, { first, end }] of months.entries()) {
          expect(end).toBeGreaterThan(first);
          expect(months[index + 1]?.first ?? end).toBe(end);
        }
        expect(months.at(-1)?.end).toBe(Math.floor(date.getTime() / 86_400_000) + 1);
      },
    ),
  );
});

test('ids are UUIDv7 from an instant on, in the order in which they were made', () => {
  const newId = makeIds(new Random(3), Date.parse('2026-11-25T00:00:00Z'));
  const ids = Array.from({ length: 10_000 }, () => newId());
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  expect(Number.parseInt((ids[0] ?? '').replace('-', '').slice(0, 12), 16)).toBe(
    Date.parse('2026-11-25T00:00:00Z'),
  );
});

test('draws follow their weights and quantiles', () => {
  const random = new Random(11);
  const word = weighted([
    ['often', 3],
    ['seldom', 1],
  ]);
  const words = Array.from({ length: 20_000 }, () => word(random));
  expect(words.filter((found) => found === 'often').length / words.length).toBeCloseTo(0.75, 1);
  const draw = spread([10, 20, 60]);
  const numbers = Array.from({ length: 20_000 }, () => draw(random));
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(10);
  expect(Math.max(...numbers)).toBeLessThanOrEqual(60);
  expect(numbers.filter((number) => number < 20).length / numbers.length).toBeCloseTo(0.5, 1);
});
