import { expect, test } from 'vitest';
import { LARGEST_ASKED } from './LargestGroups.tsx';
import { mostOf, restOf, shownOf, sideOf } from './profile-sides.ts';

const side = (values: Readonly<Record<string, number>>, total: number) =>
  sideOf(
    Object.entries(values).map(([key, value]) => ({
      __typename: 'BreakdownGroup',
      key,
      label: key,
      result: { __typename: 'Figure', value },
    })),
    total,
  );
/** So many groups from a number on, the first the largest, of 1000 down. */
const many = (from: number, count: number = LARGEST_ASKED) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`B${from + index}`, 1000 - index]));
const keysOf = (groups: readonly { readonly key: string }[]) => groups.map(({ key }) => key);

test('of few groups all are shown, also those that one side alone has', () => {
  const sides = [side({ a: 3, b: 2 }, 5), side({ b: 4, c: 1 }, 5)];
  expect(sides.map(({ areMore }) => areMore)).toEqual([false, false]);
  expect(keysOf(shownOf(sides))).toEqual(['a', 'b', 'c']);
});

test('one group more than is shown tells that there are more, and stands with the others', () => {
  const all = LARGEST_ASKED - 1;
  expect(side(many(0, all), 50_000)).toMatchObject({ areMore: false });
  const one = side(many(0), 50_000);
  expect([one.areMore, one.groups.length]).toEqual([true, all]);
  expect(restOf(one, one.groups).count).toBe(50_000 - one.groups.length * 1000 + (all * (all - 1)) / 2);
});

test('of many groups those are shown that are among the largest of each side, and the others come to the rest of it', () => {
  const [mentees, mentors] = [side(many(0), 100_000), side(many(1), 50_000)];
  const shown = shownOf([mentees, mentors]);
  expect(keysOf(shown)).toEqual(keysOf(mentees.groups).slice(1));
  const [first, last] = [1000, 1000 - shown.length];
  const sum = (from: number, to: number) => ((from + to) * (from - to + 1)) / 2;
  expect(restOf(mentees, shown).count).toBe(100_000 - sum(first - 1, last));
  expect(restOf(mentors, shown)).toEqual({
    count: 50_000 - sum(first, last + 1),
    share: (50_000 - sum(first, last + 1)) / 50_000,
  });
});

test('the most are named of each side by itself, also where the other side does not know that group', () => {
  const [mentees, mentors] = [side(many(0), 100_000), side(many(1), 50_000)];
  expect(keysOf(shownOf([mentees, mentors]))).not.toContain('B0');
  expect(mostOf(mentees)).toMatchObject({ group: { key: 'B0' }, share: 0.01 });
  expect(mostOf(side({ UNKNOWN: 9, a: 1 }, 10))).toMatchObject({ group: { key: 'a' }, share: 0.1 });
  expect(mostOf(side({ UNKNOWN: 9 }, 9))).toBeUndefined();
});

test('what one side has in few groups is known of them, and of the others that it has nobody there', () => {
  const [mentees, mentors] = [side(many(0), 100_000), side({ B0: 7, C: 3 }, 10)];
  const shown = shownOf([mentees, mentors]);
  expect(shown).toHaveLength(LARGEST_ASKED - 1);
  expect(restOf(mentors, shown)).toEqual({ count: 3, share: 0.3 });
});
