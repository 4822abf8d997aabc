import { LIST_OF_DIMENSION } from '@tandem/metrics/definition';
import { useFormat } from '@tandem/ui/format';
import { useViewer } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';
import { useBranchOptions } from '../people/options.ts';
import type { CohortSearch } from './cohort-search.ts';
import { LIST_FILTERS, type FilterSearch } from './dimensions.ts';

/** What an address is about, in words, for files that leave the page. */
export function useCohortWords() {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const branches = useBranchOptions();
  const { branches: own } = useViewer();
  const words = (id: string, values?: Record<string, string>) => intl.formatMessage({ id }, values);
  return (search: CohortSearch & Partial<FilterSearch>): string => {
    const { from, to, branch } = search;
    const period = [
      from && words('cohort.from', { day: format.day(from) }),
      to && words('cohort.to', { day: format.day(to) }),
    ].filter(Boolean);
    const where = branches.filter(({ value }) => branch?.includes(value)).map(({ label }) => label);
    const filters = LIST_FILTERS.flatMap(({ dimension, field }) => {
      const values = search[field];
      return values === undefined
        ? []
        : [
            `${word('Dimension', dimension)}: ${values.map((value) => word(LIST_OF_DIMENSION[dimension] ?? '', value)).join(', ')}`,
          ];
    });
    return [
      period.length === 0 ? words('cohort.allTime') : period.join(' '),
      where.length > 0
        ? where.join(', ')
        : own == null
          ? words('indicators.allBranches')
          : own.map(({ name }) => name).join(', '),
      ...filters,
    ].join('; ');
  };
}
