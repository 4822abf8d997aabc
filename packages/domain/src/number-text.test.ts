import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalSignOf, decimalSignOfTable, readNumber } from './number-text.ts';

describe('a number is read', () => {
  test.each([
    ['1.234,50', 1234.5],
    ['1 234,50', 1234.5],
    ['1\u202f234,50 €', 1234.5],
    ["1'234.50", 1234.5],
    ['1,234.50', 1234.5],
    ['1.234.567', 1_234_567],
    ['1,234,567', 1_234_567],
    ['12,5 %', 12.5],
    ['1234.567', 1234.567],
    ['0.234', 0.234],
    ['-2,0', -2],
    ['−2,5', -2.5],
    ['-€ 1.234,50', -1234.5],
    ['€ 12', 12],
    ['.5', 0.5],
    [' 12 %', 12],
    ['- 5', -5],
    ['1 234.567', 1234.567],
    ['EUR 1 234 567', 1_234_567],
  ])('in one way alone, whatever the reader’s sign: %s', (text, value) => {
    for (const sign of [',', '.', undefined] as const)
      expect(readNumber(text, sign)).toEqual({ kind: 'NUMBER', value });
  });

  test.each([
    ['1.234', 1234, 1.234],
    ['1,234', 1.234, 1234],
    ['-12.345', -12_345, -12.345],
  ])('in two ways unless a sign is known: %s', (text, comma, point) => {
    expect(readNumber(text)).toEqual({
      kind: 'EITHER',
      grouped: Math.abs(comma) > Math.abs(point) ? comma : point,
      decimal: Math.abs(comma) > Math.abs(point) ? point : comma,
    });
    expect(readNumber(text, ',')).toEqual({ kind: 'NUMBER', value: comma });
    expect(readNumber(text, '.')).toEqual({ kind: 'NUMBER', value: point });
  });

  test.each([
    'n/a',
    '',
    '-',
    '1,2,3',
    '12a',
    '1..2',
    '12.34,50',
    '1.23.456',
    '5.',
    ',',
    '1.234,567.8',
    '40 %5',
    '12 50',
    "12'50",
    '1 2345',
    '1  234',
    '12 345 67',
    '1 234.567,00',
    "1'234 567",
    '0 234',
    '12,5 0',
    '12\n345',
  ])('as none: "%s"', (text) => expect(readNumber(text)).toEqual({ kind: 'NONE' }));

  test('with a space or an apostrophe between groups of three alone: elsewhere it is none', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e12 }),
        fc.constantFrom(' ', '\u00a0', '\u2009', '\u202f', "'", '’'),
        fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 4 }),
        fc.boolean(),
        (value, mark, cuts, byThrees) => {
          const digits = String(value);
          const groups = byThrees
            ? digits.split(/(?=(?:\d{3})+$)/)
            : [...digits].reduce<string[]>(
                (parts, digit, at) =>
                  at === 0 || cuts.includes(at)
                    ? [...parts, digit]
                    : [...parts.slice(0, -1), `${parts.at(-1) ?? ''}${digit}`],
                [],
              );
          const [head = '', ...rest] = groups;
          const grouped = rest.length === 0 || (head.length <= 3 && rest.every(({ length }) => length === 3));
          expect(readNumber(groups.join(mark))).toEqual(
            grouped ? { kind: 'NUMBER', value } : { kind: 'NONE' },
          );
        },
      ),
    );
  });

  test('back as any language wrote it, by the sign of the language', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e11, max: 1e11 }),
        fc.constantFrom('fr-BE', 'nl-BE', 'en-GB', 'fr-FR', 'de-CH'),
        fc.integer({ min: 0, max: 3 }),
        (thousandths, locale, digits) => {
          const value = Number((thousandths / 1000).toFixed(digits));
          const format = new Intl.NumberFormat(locale, {
            minimumFractionDigits: digits,
            maximumFractionDigits: digits,
          });
          // Not of `format`: without decimals it has no sign for them.
          const parts = new Intl.NumberFormat(locale).formatToParts(0.5);
          const sign = parts.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.';
          // Of nothing, a sign before it says nothing.
          expect(readNumber(format.format(value === 0 ? 0 : value), sign)).toEqual({
            kind: 'NUMBER',
            value: value === 0 ? 0 : value,
          });
        },
      ),
      { examples: [[999_500, 'nl-BE', 0]] },
    );
  });
});

test('the sign of a file is what its unambiguous numbers show, and nothing where they disagree', () => {
  expect(decimalSignOf(['1.234', '12,50', '7'])).toBe(',');
  expect(decimalSignOf(['1,234', '1,234,567'])).toBe('.');
  expect(decimalSignOf(['1.234', '1,234', '12'])).toBeUndefined();
  expect(decimalSignOf(['12,50', '12.50'], ',')).toBeUndefined();
  expect(decimalSignOf(['1.234', '12'], '.')).toBe('.');
  expect(decimalSignOf(['12,50'], '.')).toBe(',');
});

test('the sign of a table is what its numbers show, then what its semicolons do', () => {
  expect(decimalSignOfTable(['1.234', '12.50'], ';')).toBe('.');
  expect(decimalSignOfTable(['1.234'], ';')).toBe(',');
  expect(decimalSignOfTable(['1.234'], '\t')).toBeUndefined();
  expect(decimalSignOfTable(['1.234', '12,50', '12.50'], ';')).toBeUndefined();
});
