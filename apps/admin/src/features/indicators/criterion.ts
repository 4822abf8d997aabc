import { useFormat } from '@tandem/ui/format';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';
import type { Metric } from './indicator.queries.ts';

export type Criterion = Metric['criterion'][number];

/** What the records of a version of an indicator tell of themselves; of the one in force where none is named. */
export function criterionOf(
  { criterion, formerVersions }: Metric,
  version: number | null | undefined,
): readonly Criterion[] {
  return formerVersions.find((former) => former.version === version)?.criterion ?? criterion;
}

/** Values of records in words, for people and for files. */
export function useCriterionWords() {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const told = ({ is, list }: Criterion, value: string | null | undefined): string => {
    if (value == null) return '–';
    if (is === 'DAY') return format.day(value);
    if (is === 'CODE') return list == null ? value : word(list, value);
    return intl.formatNumber(Number(value), { maximumFractionDigits: 4 });
  };
  const filed = (one: Criterion, value: string | null | undefined): string | number | null => {
    if (value == null) return null;
    if (one.is === 'NUMBER') return Number(value);
    return one.is === 'DAY' ? value : told(one, value);
  };
  return { told, filed };
}
