import { readDay, readMonth } from '@tandem/domain/day-text';
import { wholeCents } from '@tandem/domain/money';
import { readNumber, type DecimalSign } from '@tandem/domain/number-text';
import type { RefusalCode } from '@tandem/domain/refusal';
import { choiceReader, type Words } from '@tandem/domain/said';

/** What a cell says, or why it says nothing that fits. Blank cells do not come here. */
type Parsed = { readonly value: string | number } | Refused;
interface Refused {
  readonly code: RefusalCode;
  readonly params?: Readonly<Record<string, string | number>>;
}
/** Numbers are read by the decimal sign of their file, where it shows one. */
export type CellParser = (text: string, sign?: DecimalSign) => Parsed;

const LONGEST_TEXT = 300;

export const asText: CellParser = (text) =>
  text.length > LONGEST_TEXT ? { code: 'TOO_LONG', params: { limit: LONGEST_TEXT } } : { value: text };

export const asEmail: CellParser = (text) =>
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? { value: text.toLowerCase() } : { code: 'EMAIL_INVALID' };

/** What stands for somebody and is not them: no space and no @, as names and addresses have, and a digit, which names lack. */
export const asPseudonym: CellParser = (text) =>
  /^(?=.*\d)[\p{L}\p{N}._-]{1,64}$/u.test(text) ? { value: text } : { code: 'NOT_A_PSEUDONYM' };

/** See `readDay`. */
export const asDay: CellParser = (text) => {
  const day = readDay(text);
  return day === undefined ? { code: 'DAY_INVALID' } : { value: day };
};

/** Kept as its first day: see `readMonth`. */
export const asMonth: CellParser = (text) => {
  const month = readMonth(text);
  return month === undefined ? { code: 'MONTH_INVALID' } : { value: month };
};

/** A number, or why it is none; one that can be read in two ways is refused where the file does not show which is meant. */
function asNumber(text: string, sign: DecimalSign | undefined): { readonly value: number } | Refused {
  const read = readNumber(text, sign);
  switch (read.kind) {
    case 'NUMBER':
      return { value: read.value };
    case 'EITHER':
      return { code: 'NUMBER_AMBIGUOUS', params: { grouped: read.grouped, decimal: read.decimal } };
    case 'NONE':
      return { code: 'NUMBER_INVALID' };
  }
}

/** In whole units of the currency; no line of a programme's accounts comes near it. */
const LARGEST_AMOUNT = 1_000_000_000;

export const asCents: CellParser = (text, sign) => {
  const number = asNumber(text, sign);
  if ('code' in number) return number;
  if (Math.abs(number.value) > LARGEST_AMOUNT)
    return { code: 'TOO_LARGE', params: { limit: LARGEST_AMOUNT } };
  const cents = wholeCents(number.value);
  return cents === undefined ? { code: 'MORE_THAN_CENTS' } : { value: cents };
};

/** Hours as a decimal number, kept as whole minutes; more than none and at most a day. */
export const asMinutes: CellParser = (text, sign) => {
  const hours = asNumber(text, sign);
  if ('code' in hours) return hours;
  const minutes = Math.round(hours.value * 60);
  if (minutes <= 0) return { code: 'TOO_SMALL', params: { limit: '1 min' } };
  return minutes > 1440 ? { code: 'TOO_LARGE', params: { limit: '24 h' } } : { value: minutes };
};

export function asWhole(minimum: number, maximum: number): CellParser {
  return (text, sign) => {
    const number = asNumber(text, sign);
    if ('code' in number) return number;
    if (!Number.isInteger(number.value)) return { code: 'NUMBER_INVALID' };
    if (number.value < minimum) return { code: 'TOO_SMALL', params: { limit: minimum } };
    return number.value > maximum ? { code: 'TOO_LARGE', params: { limit: maximum } } : number;
  };
}

/** A word of a closed list, in any of the three languages or as its code. */
export function asChoice(words: Words): CellParser {
  const read = choiceReader(words);
  return (text) => {
    const code = read(text);
    return code === undefined ? { code: 'CHOICE_INVALID' } : { value: code };
  };
}
