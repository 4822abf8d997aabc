import { mayBeAShare } from '@tandem/domain/small-numbers';
import { boundsColumns } from '@tandem/ui/bounds-columns';
import type { Column } from '@tandem/ui/column';
import { useFormat } from '@tandem/ui/format';
import { statusColumns } from '@tandem/ui/point-columns';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';
import type { Dimension } from '../../gql/graphql.ts';
import type { AdjustedGroup } from './adjusted-rates.queries.ts';
import { useGroupLabel } from './dimensions.ts';

/** Standardised rates with what they are made of, and how each differs from that of the reference; why there is none of a group. */
export function useAdjustedColumns(
  by: Dimension,
  groups: readonly AdjustedGroup[],
): {
  readonly columns: readonly Column<AdjustedGroup>[];
  readonly whyNone: (group: AdjustedGroup) => string | undefined;
} {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const labelOf = useGroupLabel();
  const words = (id: string) => intl.formatMessage({ id });
  const whyNone = ({ denominator, standardised }: AdjustedGroup) => {
    if (!mayBeAShare(denominator)) return intl.formatMessage({ id: 'adjusted.few' }, { count: denominator });
    return standardised == null ? words('adjusted.none') : undefined;
  };
  const reference = groups.find(({ isReference }) => isReference);
  /** Of few people no share is told, nor what would be held against one. */
  const isHeld = (group: AdjustedGroup) =>
    whyNone(group) === undefined && reference !== undefined && whyNone(reference) === undefined;
  const headed = (id: string) => ({
    id,
    header: words(`adjusted.column.${id}`),
    fileHeader: words(`adjusted.file.${id}`),
    align: 'right' as const,
  });
  const rate = (
    id: string,
    value: (group: AdjustedGroup) => number | null | undefined,
  ): Column<AdjustedGroup> => {
    // Of few people no share is told.
    const told = (group: AdjustedGroup) => (mayBeAShare(group.denominator) ? value(group) : null);
    return {
      ...headed(id),
      as: 'rate',
      cell: (group) => {
        const share = told(group);
        return share == null ? '–' : format.value(share, 'RATE');
      },
      text: (group) => told(group) ?? null,
    };
  };
  const count = (id: string, value: (group: AdjustedGroup) => number): Column<AdjustedGroup> => ({
    ...headed(id),
    cell: (group) => format.number(value(group)),
    text: value,
  });
  const difference = (group: AdjustedGroup) => (isHeld(group) ? group.difference : null);
  const label = (group: AdjustedGroup) => labelOf(by, group);
  const columns: Column<AdjustedGroup>[] = [
    { id: 'group', header: word('Dimension', by), fixed: true, cell: label, text: label },
    count('numerator', ({ numerator }) => numerator),
    count('of', ({ denominator }) => denominator),
    rate('crude', ({ crude }) => crude),
    rate('standardised', ({ standardised }) => standardised),
    ...statusColumns<AdjustedGroup>('status', words('adjusted.file.status'), groups, whyNone),
    rate('lower', ({ standardisedInterval }) => standardisedInterval?.lower),
    rate('upper', ({ standardisedInterval }) => standardisedInterval?.upper),
    {
      ...headed('difference'),
      cell: (group) => {
        if (group.isReference) return words('comparison.isReference');
        const told = difference(group);
        return told == null ? '–' : format.difference(told, 'RATE');
      },
      text: (group) => difference(group) ?? null,
    },
    ...boundsColumns<AdjustedGroup>({
      id: 'differenceInterval',
      header: words('comparison.column.interval'),
      lowerHeader: words('adjusted.file.differenceLower'),
      upperHeader: words('adjusted.file.differenceUpper'),
      unit: 'RATE',
      bounds: (group) => (isHeld(group) ? group.differenceInterval : null),
      words: (bounds) => format.differences(bounds, 'RATE'),
    }),
  ];
  return { columns, whyNone };
}
