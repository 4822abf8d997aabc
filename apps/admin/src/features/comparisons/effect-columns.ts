import type { Column } from '@tandem/ui/column';
import { useFormat } from '@tandem/ui/format';
import { useIntl } from 'react-intl';
import type { Rates } from './comparison-groups.queries.ts';

/** The rates of both sides, under the key of how they were counted. */
export interface EffectRow extends Rates {
  readonly key: 'unweighted' | 'weighted' | 'best';
}

/** The rates of both groups and their difference, as they are, weighted, and if all of the unknown had had an exit. */
export function useEffectColumns(): Column<EffectRow>[] {
  const intl = useIntl();
  const format = useFormat();
  const words = (id: string) => intl.formatMessage({ id });
  const rate = (id: string, header: string, value: (row: EffectRow) => number): Column<EffectRow> => ({
    id,
    header,
    align: 'right',
    as: 'rate',
    cell: (row) => format.percent(value(row), 1),
    text: value,
  });
  const points = (id: string, header: string, value: (row: EffectRow) => number): Column<EffectRow> => ({
    id,
    header,
    align: 'right',
    as: 'rate',
    cell: (row) => format.difference(value(row), 'RATE'),
    text: value,
  });
  const how = ({ key }: EffectRow) => words(`outside.${key}`);
  return [
    { id: 'how', header: words('outside.how'), fixed: true, cell: how, text: how },
    rate('treated', words('outside.treated'), ({ treated }) => treated),
    rate('comparison', words('outside.comparison'), ({ comparison }) => comparison),
    points('difference', words('comparison.difference'), ({ difference }) => difference),
    points('lower', words('figure.lower'), ({ interval }) => interval.lower),
    points('upper', words('figure.upper'), ({ interval }) => interval.upper),
  ];
}
