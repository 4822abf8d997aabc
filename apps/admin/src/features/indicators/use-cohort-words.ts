import { LIST_OF_DIMENSION } from '@tandem/metrics/definition';
import { useFormat } from '@tandem/ui/format';
import { useViewer } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { useSearch } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { useGrantOptions } from '../money/grant-options.ts';
import { useBranchOptions } from '../people/options.ts';
import type { CohortSearch } from './cohort-search.ts';
import { useFormerWords } from './former-version.ts';
import type { Metric } from './indicator.queries.ts';
import { LIST_FILTERS, type FilterSearch } from './dimensions.ts';

/** The days from which and to which an address asks, in words; undefined of all time. */
export function usePeriodWords() {
  const intl = useIntl();
  const format = useFormat();
  return ({ from, to }: Pick<CohortSearch, 'from' | 'to'>): string | undefined => {
    const words = (id: string, day: string) => intl.formatMessage({ id }, { day: format.day(day) });
    const period = [from && words('cohort.from', from), to && words('cohort.to', to)].filter(Boolean);
    return period.length === 0 ? undefined : period.join(' ');
  };
}

/** What an address is about, in words, for files that leave the page; of a metric also by which former version. */
export function useCohortWords(metric?: Pick<Metric, 'formerVersions'>) {
  const intl = useIntl();
  const periodWords = usePeriodWords();
  const formerWords = useFormerWords();
  const { word } = useWords();
  const branches = useBranchOptions();
  // Their names are asked for where the address is of one.
  const grants = useGrantOptions(useSearch({ strict: false }).grant !== undefined);
  const { branches: own } = useViewer();
  const words = (id: string, values?: Record<string, string>) => intl.formatMessage({ id }, values);
  return (
    search: CohortSearch & Partial<FilterSearch> & { readonly version?: number | undefined },
  ): string => {
    const { branch, version } = search;
    const former = metric && formerWords(metric, version);
    const where = branches.filter(({ value }) => branch?.includes(value)).map(({ label }) => label);
    const filters = LIST_FILTERS.flatMap(({ dimension, field }) => {
      const values = search[field];
      return values === undefined
        ? []
        : [
            `${word('Dimension', dimension)}: ${values.map((value) => word(LIST_OF_DIMENSION[dimension] ?? '', value)).join(', ')}`,
          ];
    });
    const paidBy = grants.filter(({ value }) => search.grant?.includes(value)).map(({ label }) => label);
    return [
      periodWords(search) ?? words('cohort.allTime'),
      where.length > 0
        ? where.join(', ')
        : own == null
          ? words('indicators.allBranches')
          : own.map(({ name }) => name).join(', '),
      ...filters,
      ...(paidBy.length > 0 ? [`${word('Dimension', 'GRANT')}: ${paidBy.join(', ')}`] : []),
      ...(former ? [words('indicators.formerNoticeWhy', { ...former })] : []),
    ].join('; ');
  };
}
