import type { DecimalSign } from '@tandem/domain/number-text';
import { useIntl } from 'react-intl';

/** What parts the decimals in the reader's language: the comma of Belgium, or the point of England. */
export function useDecimalSign(): DecimalSign {
  const intl = useIntl();
  const decimal = intl.formatNumberToParts(0.5).find(({ type }) => type === 'decimal');
  return decimal?.value === ',' ? ',' : '.';
}
