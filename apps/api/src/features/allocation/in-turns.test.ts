import { expect, test } from 'vitest';
import { inTurns } from './in-turns.ts';

/** It takes seconds to tell so many. */
const MANY = 100_000_000;

test('what is made for long is told in its order, and lets others have their turn before it ends', async () => {
  const turns: number[] = [];
  const others = setInterval(() => turns.push(turns.length));
  function* untilOthersHadTurns() {
    for (let told = 0; told < MANY && turns.length < 3; told += 1) yield told;
  }
  let next = 0;
  let isInOrder = true;
  for await (const some of inTurns(untilOthersHadTurns()))
    for (const one of some) isInOrder &&= one === next++;
  clearInterval(others);
  expect(turns.length).toBeGreaterThanOrEqual(3);
  expect(isInOrder).toBe(true);
  expect(next).toBeLessThan(MANY);
});

test('what is made at once is told whole', async () => {
  const told: number[] = [];
  for await (const some of inTurns([1, 2, 3])) told.push(...some);
  expect(told).toEqual([1, 2, 3]);
});
