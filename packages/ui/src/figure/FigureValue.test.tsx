import { FEWEST_FOR_A_SHARE } from '@tandem/domain/small-numbers';
import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { createIntl, RawIntlProvider } from 'react-intl';
import { expect, test } from 'vitest';
import type { Unit } from '../i18n/format.ts';
import { FigureValue } from './FigureValue.tsx';

const messages = JSON.parse(readFileSync(new URL('../messages/en.json', import.meta.url), 'utf8')) as Record<
  string,
  string
>;
const intl = createIntl({ locale: 'en', messages });

function written(value: number, unit: Unit, denominator: number | null): string {
  return renderToStaticMarkup(
    <RawIntlProvider value={intl}>
      <FigureValue value={value} unit={unit} denominator={denominator} />
    </RawIntlProvider>,
  );
}
function words(value: number, unit: Unit, denominator: number | null): string {
  return written(value, unit, denominator).replaceAll(/<[^>]*>/g, '');
}

test('a share or a score out of few says of how many, and is marked; others are their value alone', () => {
  const [few, many] = [FEWEST_FOR_A_SHARE - 1, FEWEST_FOR_A_SHARE];
  expect(words(7 / 12, 'RATE', 12)).toBe('58% of 12');
  expect(words(0.5, 'RATE', few)).toBe(`50% of ${few}`);
  expect(words(26, 'SCORE', few)).toBe(`+26 of ${few}`);
  expect(written(0.5, 'RATE', few)).toContain('class=');
  expect(written(0.5, 'RATE', many)).toBe('50%');
  expect(written(0.5, 'RATE', null)).toBe('50%');
  // A count and what a duo costs are no shares of their denominators.
  expect(written(7, 'COUNT', null)).toBe('7');
  expect(written(120_000, 'CENTS', few)).toBe('€1,200');
});
