import { expect, test } from 'vitest';
import { LARGEST_ASKED } from './LargestGroups.tsx';
import { areMore, restOf, shownOf, type Side } from './profile-sides.ts';

const side = (values: Readonly<Record<string, number>>, total: number): Side => ({
  groups: Object.entries(values).map(([key, value]) => ({
    __typename: 'BreakdownGroup',
    key,
    label: key,
    result: { __typename: 'Figure', value },
  })),
  total,
});
/** As many as are asked for, so that there are more. */
const many = (from: number) =>
  Object.fromEntries(Array.from({ length: LARGEST_ASKED }, (_, index) => [`B${from + index}`, 10]));

test('of few groups all are shown, also those that one side alone has', () => {
  const sides = [side({ a: 3, b: 2 }, 5), side({ b: 4, c: 1 }, 5)];
  expect(sides.some(areMore)).toBe(false);
  expect(shownOf(sides).map(({ key }) => key)).toEqual(['a', 'b', 'c']);
});

test('of many groups those are shown that are among the largest of each side, and the others come to the rest of it', () => {
  const [mentees, mentors] = [side(many(0), 1000), side(many(1), 500)];
  const shown = shownOf([mentees, mentors]);
  expect(shown.map(({ key }) => key)).toEqual(Object.keys(many(1)).slice(0, -1));
  expect(restOf(mentees, shown)).toEqual({ count: 600, share: 0.6 });
  expect(restOf(mentors, shown)).toEqual({ count: 100, share: 0.2 });
});

test('what one side has in few groups is known of them, and of the others that it has nobody there', () => {
  const [mentees, mentors] = [side(many(0), 1000), side({ B0: 7, C: 3 }, 10)];
  const shown = shownOf([mentees, mentors]);
  expect(shown).toHaveLength(LARGEST_ASKED);
  expect(restOf(mentors, shown)).toEqual({ count: 3, share: 0.3 });
});
