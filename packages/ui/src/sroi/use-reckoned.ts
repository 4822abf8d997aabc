import { useIntl } from 'react-intl';
import { useFormat } from '../i18n/format.ts';

interface Reckoned {
  readonly convention: string;
  readonly grossRatio: number | null;
  readonly netRatio: number | null;
}

/** How the ratios of a value map follow from the columns of its file, in words. */
export function useReckoned(): (of: Reckoned) => string {
  const intl = useIntl();
  const format = useFormat();
  const ratio = (value: number | null) => (value === null ? '–' : format.value(value, 'RATIO'));
  return ({ convention, grossRatio, netRatio }) =>
    intl.formatMessage(
      { id: 'sroi.reckoned' },
      { convention, gross: ratio(grossRatio), net: ratio(netRatio) },
    );
}
