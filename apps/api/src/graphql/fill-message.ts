import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from './locale.ts';

export type Values = Readonly<Record<string, string | number>>;

/** An ICU message with its values. */
export function fill(message: string, locale: Locale, values?: Values): string {
  return String(new IntlMessageFormat(message, locale).format(values));
}
