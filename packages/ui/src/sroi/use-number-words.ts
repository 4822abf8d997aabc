import { useFormat } from '../i18n/format.ts';
import type { NumberWords } from './steps.ts';
import { useIntl } from 'react-intl';

/** Writes a number of a row of the value map as it is read. */
export function useNumberWords(): NumberWords {
  const format = useFormat();
  const intl = useIntl();
  return (parameter, value) => {
    switch (parameter) {
      case 'proxy':
        return format.money(value);
      case 'quantity':
        return intl.formatNumber(value, { maximumFractionDigits: 1 });
      case 'durationYears':
      case 'firstYear':
        return format.number(value);
      case 'deadweight':
      case 'displacement':
      case 'attribution':
      case 'leakage':
      case 'substitution':
      case 'dropOff':
        return format.percent(value, 2);
    }
  };
}
