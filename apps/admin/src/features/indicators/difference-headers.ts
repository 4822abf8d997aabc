import type { IntervalHeaders } from '@tandem/ui/DifferenceChart';
import { useIntl } from 'react-intl';

/** Which interval of a difference: its own, or the one that holds all differences at once. */
type DifferenceInterval = 'interval' | 'simultaneous';

/** How intervals of differences are headed: in a file, which is read without the page around it, each says which it is. */
export function useDifferenceHeaders() {
  const intl = useIntl();
  return (which: DifferenceInterval): IntervalHeaders => {
    const [file, lower, upper] = [`comparison.file.${which}`, 'figure.lower', 'figure.upper'].map((id) =>
      intl.formatMessage({ id }),
    );
    return {
      header: intl.formatMessage({ id: `comparison.column.${which}` }),
      lowerHeader: `${file}, ${lower}`,
      upperHeader: `${file}, ${upper}`,
    };
  };
}
