import type { Column } from '@tandem/ui/column';
import { useFormat } from '@tandem/ui/format';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';
import { useGroupLabel } from '../indicators/dimensions.ts';
import type { Effect } from './comparison-groups.queries.ts';

type Combination = Effect['combinations'][number];
type Side = 'treated' | 'comparison';

/** Combinations of characteristics: on the page in words, in files a column for each number that the effect is made of. */
export function useCombinationColumns({ covariates, combinations }: Effect): Column<Combination>[] {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const labelOf = useGroupLabel();
  const words = (id: string, values?: Record<string, string>) => intl.formatMessage({ id }, values);
  const labels = ({ keys }: Combination) =>
    covariates.map((covariate, place) => {
      const key = keys[place] ?? '';
      return labelOf(covariate, { key, label: key });
    });
  const sideColumns = (side: Side): Column<Combination>[] => {
    const name = words(`outside.${side}`);
    const count = (of: 'people' | 'counted' | 'unknown'): Column<Combination> => ({
      id: `${side}-${of}`,
      header: words(`outside.combinations.${of}`, { side: name }),
      only: 'file',
      cell: () => null,
      text: (row) => row[side][of],
    });
    return [
      {
        id: side,
        header: name,
        align: 'right',
        only: 'page',
        cell: ({ [side]: { counted, people } }) =>
          people === 0
            ? '–'
            : words('figure.ofMany', { count: format.number(counted), total: format.number(people) }),
        text: () => null,
      },
      count('people'),
      count('counted'),
      ...(side === 'treated' ? [count('unknown')] : []),
      {
        id: `${side}-weight`,
        header: words('outside.combinations.weight', { side: name }),
        align: 'right',
        cell: ({ [side]: { weight } }) => (weight == null ? '–' : format.number(weight, 2)),
        text: ({ [side]: { weight } }) => weight ?? null,
      },
    ];
  };
  const leftOut: Column<Combination> = {
    id: 'left-out',
    header: words('outside.leftOut'),
    cell: ({ isCompared }) => (isCompared ? '' : words('value.yes')),
    text: ({ isCompared }) => (isCompared ? null : words('value.yes')),
  };
  return [
    {
      id: 'combination',
      header: words('outside.combinations.combination'),
      fixed: true,
      wrap: true,
      only: 'page',
      cell: (row) => labels(row).join(', '),
      text: () => null,
    },
    ...covariates.map((covariate, place): Column<Combination> => ({
      id: covariate,
      header: word('Dimension', covariate),
      only: 'file',
      cell: () => null,
      text: (row) => labels(row)[place] ?? null,
    })),
    ...sideColumns('treated'),
    ...sideColumns('comparison'),
    ...(combinations.every(({ isCompared }) => isCompared) ? [] : [leftOut]),
  ];
}
