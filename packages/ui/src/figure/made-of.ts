import type { IntlShape } from 'react-intl';
import type { Format } from '../i18n/format.ts';
import type { Figure } from './figure.ts';

/** Of what a share, or a cost of one, is made, in words: "81 of 120", "€1.2 million for 500". */
export function madeOfWords(
  { unit, numerator, denominator }: Figure,
  intl: IntlShape,
  format: Format,
): string | undefined {
  if (denominator == null) return undefined;
  const total = format.number(denominator);
  if (unit === 'RATE')
    return intl.formatMessage({ id: 'figure.ofMany' }, { count: format.number(numerator), total });
  if (unit === 'CENTS')
    return intl.formatMessage(
      { id: 'figure.costOf' },
      { amount: format.money(numerator, { compact: true }), total },
    );
  return undefined;
}
