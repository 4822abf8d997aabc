import { FEWEST_FOR_A_SHARE } from '@tandem/domain/small-numbers';
import { expect, test } from 'vitest';
import { usualFigures, widerFigure, type YearOfRate } from './chosen-search.ts';

const ASKED = '2017-12-31';
const enough = (year: number): YearOfRate => ({ year, denominator: FEWEST_FOR_A_SHARE, isOver: true });
const whole = (year: number) => ({ from: `${year}-01-01`, to: `${year}-12-31` });

test('what is compared at first are the last two years of enough that may no longer change', () => {
  expect(usualFigures([2014, 2015, 2016, 2017].map(enough), ASKED)).toEqual([whole(2017), whole(2016)]);
  // The year is not over, one has too few, and of one the time is not over.
  const years = [
    enough(2013),
    enough(2014),
    { ...enough(2015), denominator: FEWEST_FOR_A_SHARE - 1 },
    { ...enough(2016), isOver: false },
    enough(2017),
  ];
  expect(usualFigures(years, '2017-12-30')).toEqual([whole(2014), whole(2013)]);
});

test('where there are no such years there is a pair of years all the same', () => {
  expect(usualFigures([enough(2014)], ASKED)).toEqual([whole(2014), whole(2013)]);
  expect(usualFigures([], ASKED)).toEqual([whole(2016), whole(2015)]);
});

test('a figure is widened where no other is, and not beyond the as-of day', () => {
  const figures = [whole(2016), whole(2015)];
  expect(widerFigure(figures, 1, ASKED, 'BACK')).toEqual({ from: '2014-01-01', to: '2015-12-31' });
  expect(widerFigure(figures, 0, ASKED, 'BACK')).toEqual({ from: '2016-01-01', to: '2017-12-31' });
  expect(widerFigure(figures, 0, '2017-03-31', 'BACK')).toEqual({ from: '2016-01-01', to: '2017-03-31' });
  expect(widerFigure([whole(2017), whole(2014)], 1, ASKED, 'ON')).toEqual({
    from: '2014-01-01',
    to: '2015-12-31',
  });
  expect(widerFigure([...figures, whole(2017)], 0, ASKED, 'BACK')).toBeUndefined();
  expect(widerFigure([whole(2017), whole(2016)], 0, ASKED, 'BACK')).toBeUndefined();
  expect(widerFigure([{}, whole(2016)], 0, ASKED, 'BACK')).toBeUndefined();
});
