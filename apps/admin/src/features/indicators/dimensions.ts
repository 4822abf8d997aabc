import * as vocabulary from '@tandem/domain/vocabulary';
import { LIST_OF_DIMENSION } from '@tandem/metrics/definition';
import { someIds, someOf } from '@tandem/ui/list-state';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';
import { z } from 'zod';
import type { Dimension } from '../../gql/graphql.ts';

/** Filters by a closed list: the field of the filter, which is its name in the address, and the values. */
export const LIST_FILTERS = [
  { dimension: 'GENDER', field: 'gender', values: vocabulary.GENDERS },
  { dimension: 'AGE_BAND', field: 'ageBand', values: vocabulary.AGE_BANDS },
  { dimension: 'EDUCATION', field: 'education', values: vocabulary.EDUCATION_LEVELS },
  { dimension: 'NATIONALITY_GROUP', field: 'nationalityGroup', values: vocabulary.NATIONALITY_GROUPS },
  { dimension: 'RESIDENCE_GROUND', field: 'residenceGround', values: vocabulary.RESIDENCE_GROUNDS },
  { dimension: 'OUT_OF_WORK', field: 'outOfWork', values: vocabulary.OUT_OF_WORK_BANDS },
  { dimension: 'SECTOR', field: 'sector', values: vocabulary.SECTORS },
  { dimension: 'REFERRAL', field: 'referral', values: vocabulary.REFERRALS },
  { dimension: 'EVENT_KIND', field: 'eventKind', values: vocabulary.EVENT_KINDS },
] as const satisfies readonly { dimension: Dimension; field: string; values: readonly string[] }[];

export const filterSearch = z.object({
  gender: someOf(vocabulary.GENDERS),
  ageBand: someOf(vocabulary.AGE_BANDS),
  education: someOf(vocabulary.EDUCATION_LEVELS),
  nationalityGroup: someOf(vocabulary.NATIONALITY_GROUPS),
  residenceGround: someOf(vocabulary.RESIDENCE_GROUNDS),
  outOfWork: someOf(vocabulary.OUT_OF_WORK_BANDS),
  sector: someOf(vocabulary.SECTORS),
  referral: someOf(vocabulary.REFERRALS),
  eventKind: someOf(vocabulary.EVENT_KINDS),
  /** Only duos that one of these grants pays, in part or whole. */
  grant: someIds,
});
export type FilterSearch = z.output<typeof filterSearch>;

/** What of an address narrows whom a figure is about, beside its branch. */
export const FILTER_FIELDS = filterSearch.keyof().options;

/** What is narrowed by those filters. */
export function filtersOf(search: FilterSearch): FilterSearch {
  return filterSearch.parse(
    Object.fromEntries(FILTER_FIELDS.map((field) => [field, search[field]]).filter(([, value]) => value)),
  );
}

interface Group {
  readonly key: string;
  readonly label: string;
}

/** Words for the groups of a dimension. */
export function useGroupLabel() {
  const intl = useIntl();
  const { word } = useWords();
  return (dimension: Dimension, { key, label }: Group): string => {
    const list = LIST_OF_DIMENSION[dimension];
    if (key === 'UNKNOWN') return intl.formatMessage({ id: 'indicators.unknownGroup' });
    if (dimension === 'COUNTRY') return intl.formatDisplayName(key, { type: 'region' }) ?? key;
    return list === undefined ? label : word(list, key);
  };
}
