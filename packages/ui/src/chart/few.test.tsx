import { FEWEST_FOR_A_SHARE } from '@tandem/domain/small-numbers';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { createIntl, RawIntlProvider } from 'react-intl';
import { expect, test } from 'vitest';
import { makeFormat } from '../i18n/format.ts';
import { columnsOfFile, columnsOfPage } from '../table/column.ts';
import { toCsv } from '../table/csv.ts';
import { drawBars } from './BarChart.tsx';
import { crossColumns, drawCross, namedCells } from './CrossChart.tsx';
import { drawDots } from './DotChart.tsx';
import { FEW_DASHES, fewLegend } from './few.ts';
import { FILE_PAINT } from './paint.ts';
import type { Point } from './point.ts';
import { pointColumns } from './point-columns.ts';
import type { Draw } from './surface.ts';
import { drawTrend } from './TrendChart.tsx';

const messages = JSON.parse(readFileSync(new URL('../messages/en.json', import.meta.url), 'utf8')) as Record<
  string,
  string
>;
const intl = createIntl({ locale: 'en', messages });
const format = makeFormat(intl);

function pointOutOf(denominator: number, place: number): Point {
  const numerator = Math.floor(denominator / 2);
  return {
    key: String(place),
    label: `Group ${place}`,
    value: numerator / denominator,
    interval: { lower: 0.1, upper: 0.9 },
    counted: { unit: 'RATE', numerator, denominator },
  };
}

const DRAWN: Readonly<Record<string, (points: readonly Point[]) => Draw>> = {
  bars: (bars) => drawBars({ bars, unit: 'RATE' }),
  dots: (dots) => drawDots({ dots, unit: 'RATE' }),
  trend: (points) => drawTrend({ points, unit: 'RATE' }),
  cross: (cells) => drawCross({ columns: cells, rows: [{ key: 'r', label: 'Row', cells }], unit: 'RATE' }),
};

test.each(Object.entries(DRAWN))(
  '%s have a dashed outline where they are out of few, and nowhere else',
  (_name, draw) => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 }), (sizes) => {
        const plot = draw(sizes.map(pointOutOf))({ width: 700, paint: FILE_PAINT, intl, format });
        const markup = renderToStaticMarkup(
          <RawIntlProvider value={intl}>
            <svg>{plot.body}</svg>
          </RawIntlProvider>,
        );
        const few = sizes.filter((size) => size < FEWEST_FOR_A_SHARE).length;
        expect(markup.split(`stroke-dasharray="${FEW_DASHES}"`).length - 1).toBe(few);
        expect(markup.split('out of fewer than 20').length - 1).toBe(few);
      }),
      { numRuns: 30 },
    );
  },
);

test('the legend, the table and the file say which are out of few', () => {
  const points = [7, 19, 20].map(pointOutOf);
  expect(fewLegend(points, intl)).toBe(
    'Hollow with a dashed outline: out of fewer than 20, where one more or less moves the value by over five points (Group 0 and Group 1).',
  );
  expect(fewLegend(points.slice(2), intl)).toBeUndefined();
  const columnsOf = (of: readonly Point[]) =>
    pointColumns({ points: of, unit: 'RATE', labelHeader: 'Group', valueHeader: 'Share', intl, format });
  expect(columnsOfPage(columnsOf(points)).at(-1)?.header).toBe('Small number');
  expect(
    toCsv(columnsOfFile(columnsOf(points)), points, 'en')
      .split('\r\n')
      .map((line) => line.split(',').at(-1)),
  ).toEqual(['Small number', 'out of fewer than 20', 'out of fewer than 20', '', '']);
  expect(columnsOf(points.slice(2)).some(({ id }) => id === 'few')).toBe(false);
});

test('a table of two dimensions says it in a column of its own, and its legend by row and column', () => {
  const columns = [
    { key: 'a', label: 'A' },
    { key: 'b', label: 'B' },
  ];
  const rows = [
    { key: 'r', label: 'R', cells: [pointOutOf(8, 0), pointOutOf(40, 1)] },
    { key: 's', label: 'S', cells: [pointOutOf(30, 0), pointOutOf(50, 1)] },
  ];
  const told = crossColumns({ columns, rows, unit: 'RATE', rowHeader: 'Group', intl, format });
  expect(told.map(({ header }) => header)).toEqual([
    'Group',
    'A',
    'A, 95\u00a0% interval',
    'A, Small number',
    'B',
    'B, 95\u00a0% interval',
  ]);
  const [first, second] = rows.map((row) => told.map(({ cell }) => cell(row)));
  expect(first).toEqual(['R', '50%', '10–90%', 'out of fewer than 20', '50%', '10–90%']);
  expect(second?.[3]).toBe('');
  expect(fewLegend(namedCells({ columns, rows }), intl)).toContain('five points (R · A).');
});
