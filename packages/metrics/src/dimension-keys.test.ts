import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DIMENSIONS, LIST_OF_DIMENSION } from './definition.ts';
import { inNaturalOrder, KEYS_OF_DIMENSION } from './dimension-keys.ts';

const groups = (...keys: string[]) => keys.map((key) => ({ key }));

test('levels and bands stand from the lowest on, and what is not recorded last', () => {
  // As SQL has them, by their keys.
  expect(
    inNaturalOrder(
      'EDUCATION',
      groups(
        'BACHELOR',
        'BELOW_UPPER_SECONDARY',
        'MASTER',
        'NO_RECOGNISED_DIPLOMA',
        'UNKNOWN',
        'UPPER_SECONDARY',
      ),
    ),
  ).toEqual(
    groups(
      'NO_RECOGNISED_DIPLOMA',
      'BELOW_UPPER_SECONDARY',
      'UPPER_SECONDARY',
      'BACHELOR',
      'MASTER',
      'UNKNOWN',
    ),
  );
  expect(inNaturalOrder('AGE_BAND', groups('FROM_20_TO_24', 'FROM_35', 'UNDER_20'))).toEqual(
    groups('UNDER_20', 'FROM_20_TO_24', 'FROM_35'),
  );
  expect(inNaturalOrder('OUT_OF_WORK', groups('FROM_12_TO_23_MONTHS', 'UNDER_6_MONTHS'))).toEqual(
    groups('UNDER_6_MONTHS', 'FROM_12_TO_23_MONTHS'),
  );
});

test('groups that no list has, and periods, stand as they come', () => {
  expect(inNaturalOrder('BRANCH', groups('UNKNOWN', 'b', 'a'))).toEqual(groups('b', 'a', 'UNKNOWN'));
  expect(inNaturalOrder('YEAR', groups('2016-01-01', '2017-01-01'))).toEqual(
    groups('2016-01-01', '2017-01-01'),
  );
});

test('in whatever order the groups of a list come, they are put into one', () => {
  for (const by of DIMENSIONS.filter((dimension) => LIST_OF_DIMENSION[dimension] !== undefined)) {
    const keys = KEYS_OF_DIMENSION[by];
    if (keys === undefined) continue;
    fc.assert(
      fc.property(fc.shuffledSubarray([...keys], { minLength: keys.length }), (shuffled) => {
        expect(inNaturalOrder(by, groups(...shuffled))).toEqual(groups(...keys));
      }),
    );
  }
});
