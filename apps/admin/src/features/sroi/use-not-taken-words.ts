import type { SroiNumber } from '@tandem/domain/vocabulary';
import { useIntl } from 'react-intl';
import { GRID_COLUMNS } from '@tandem/ui/grid-columns';
import type { NotTaken } from './grid.ts';

/** Says why what was typed or pasted is not taken over. */
export function useNotTakenWords() {
  const intl = useIntl();
  const number = (value: number, suffix = '') =>
    `${intl.formatNumber(value, { maximumFractionDigits: 6 })}${suffix}`;
  return (because: NotTaken, column: SroiNumber | null): string => {
    const suffix = GRID_COLUMNS.find(({ id }) => id === column)?.suffix;
    const words = (values?: Record<string, string>) =>
      intl.formatMessage({ id: `sroi.notTaken.${because.why}` }, values);
    switch (because.why) {
      case 'TOO_SMALL':
      case 'TOO_LARGE':
        return words({ bound: number(because.bound, suffix) });
      case 'TWO_WAYS':
        return words({ grouped: number(because.grouped), decimal: number(because.decimal) });
      case 'NUMBER_INVALID':
        return words({ column: column ?? 'other' });
      case 'EMPTY':
      case 'NO_NUMBER':
      case 'OTHER_UNIT':
      case 'COUNTED':
      case 'BESIDE_THE_MAP':
        return words();
    }
  };
}
