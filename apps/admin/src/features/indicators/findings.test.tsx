import { readFileSync } from 'node:fs';
import type { Point } from '@tandem/ui/point';
import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'react-intl';
import { expect, test } from 'vitest';
import { useFindings } from './findings.ts';

const messages: Record<string, string> = Object.assign(
  {},
  ...['../../messages/en.json', '../../../../../packages/ui/src/messages/en.json'].map((path) =>
    JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')),
  ),
);

interface Period {
  readonly year: number;
  readonly numerator: number;
  readonly denominator: number;
  readonly notYet: number;
}

/** The title of a trend of a rate by year. */
function titleOf(periods: readonly Period[]): string {
  const points = periods.map(({ year, numerator, denominator, notYet }): Point => ({
    key: String(year),
    label: String(year),
    value: numerator / denominator,
    counted: { unit: 'RATE', numerator, denominator, notYet, unknown: 0 },
  }));
  function Title() {
    return useFindings().trend({ name: 'Job', unit: 'RATE' }, points);
  }
  return renderToStaticMarkup(
    <IntlProvider locale="en" messages={messages}>
      <Title />
    </IntlProvider>,
  );
}

test('a trend neither begins nor ends with a period for which it is too early', () => {
  const over = { denominator: 50, notYet: 0 };
  const title = titleOf([
    { year: 2014, numerator: 1, denominator: 40, notYet: 3 },
    { ...over, year: 2015, numerator: 25 },
    { ...over, year: 2016, numerator: 30 },
    { year: 2017, numerator: 0, denominator: 46, notYet: 46 },
  ]);
  expect(title).toMatch(/^Job: 50% in 2015, 60% in 2016; difference \+10/);
});

test('of one period that is over there is no course', () => {
  const title = titleOf([
    { year: 2016, numerator: 30, denominator: 50, notYet: 0 },
    { year: 2017, numerator: 10, denominator: 46, notYet: 1 },
  ]);
  expect(title).toBe('Job: too few periods for a course');
});
