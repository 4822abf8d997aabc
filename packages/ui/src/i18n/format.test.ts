import { readFileSync } from 'node:fs';
import { createIntl } from 'react-intl';
import { describe, expect, test } from 'vitest';
import { makeFormat } from './format.ts';
import { negotiateLocale, type Locale } from './locale.ts';

function formatIn(locale: Locale) {
  const file = new URL(`../messages/${locale.slice(0, 2)}.json`, import.meta.url);
  return makeFormat(
    createIntl({ locale, messages: JSON.parse(readFileSync(file, 'utf8')) as Record<string, string> }),
  );
}
/** Spaces that do not break look like spaces. */
const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, ' ');

describe('numbers, money and days', () => {
  test.each([
    ['fr-BE', '1 000 000', '72 %', '2 122 €', '31 déc. 2017', '66–76 %', '2,5 h'],
    ['nl-BE', '1.000.000', '72%', '€ 2.122', '31 dec 2017', '66–76%', '2,5 u'],
    ['en-GB', '1,000,000', '72%', '€2,122', '31 Dec 2017', '66–76%', '2.5 h'],
  ] as const)('are written as readers of %s do', (locale, number, percent, money, day, interval, hours) => {
    const format = formatIn(locale);
    expect(plain(format.number(1_000_000))).toBe(number);
    expect(plain(format.percent(0.72))).toBe(percent);
    expect(plain(format.money(212_154))).toBe(money);
    expect(plain(format.day('2017-12-31'))).toBe(day);
    expect(plain(format.interval(0.661, 0.762, 'RATE'))).toBe(interval);
    expect(plain(format.hours(150))).toBe(hours);
  });

  test.each([
    [0.0004, 'RATE', '+0.04 pp'],
    [-0.000003, 'RATE', '-0.0003 pp'],
    [0.0006, 'RATE', '+0.1 pp'],
    [0.1678, 'RATE', '+16.8 pp'],
    [0, 'RATE', '0 pp'],
    // What is left of 0.1 + 0.2 - 0.3.
    [5.5e-17, 'RATE', '0 pp'],
    [-0.2, 'SCORE', '-0.2'],
    [0.4, 'COUNT', '+0.4'],
    [-12, 'COUNT', '−12'],
    [0.04, 'HOURS', '+0.04 h'],
    [40, 'CENTS', '+€0.40'],
    [212_154, 'CENTS', '+€2,122'],
    [-0.003, 'RATIO', '−€0.003'],
    [0, 'RATIO', '€0.00'],
  ] as const)('a difference that is not zero is not written as zero: %d %s', (amount, unit, text) => {
    expect(plain(formatIn('en-GB').difference(amount, unit))).toBe(text);
  });

  test('an interval that leaves zero out reads so', () => {
    const bounds = { lower: 0.0004, upper: 0.329 };
    expect(plain(formatIn('en-GB').differences(bounds, 'RATE'))).toBe('+0.04 pp – +32.9 pp');
    expect(plain(formatIn('fr-BE').differences(bounds, 'RATE'))).toBe('+0,04 pts – +32,9 pts');
  });

  test('a day is the same day in every zone', () => {
    expect(formatIn('en-GB').day('2017-01-01', 'long')).toBe('Sunday, 1 January 2017');
  });
});

test.each([
  [['nl', 'fr'], 'nl-BE'],
  [['de-DE', 'en-US'], 'en-GB'],
  [['de'], 'fr-BE'],
  [[], 'fr-BE'],
])('a reader of %j gets %s', (wanted, locale) => expect(negotiateLocale(wanted)).toBe(locale));
