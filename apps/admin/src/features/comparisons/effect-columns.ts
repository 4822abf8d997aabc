import type { Column } from '@tandem/ui/column';
import { useFormat } from '@tandem/ui/format';
import { useIntl } from 'react-intl';

interface EffectRow {
  readonly key: string;
  readonly treated: number;
  readonly comparison: number;
  readonly difference: number;
  readonly lower?: number;
  readonly upper?: number;
}

/** The rates of both groups and their difference, as they are and weighted. */
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
  const points = (
    id: string,
    header: string,
    value: (row: EffectRow) => number | undefined,
  ): Column<EffectRow> => ({
    id,
    header,
    align: 'right',
    cell: (row) => {
      const share = value(row);
      return share === undefined ? '–' : format.difference(share, 'RATE');
    },
    text: (row) => value(row) ?? null,
  });
  const how = ({ key }: EffectRow) => words(`outside.${key}`);
  return [
    { id: 'how', header: words('outside.how'), fixed: true, cell: how, text: how },
    rate('treated', words('outside.treated'), ({ treated }) => treated),
    rate('comparison', words('outside.comparison'), ({ comparison }) => comparison),
    points('difference', words('comparison.difference'), ({ difference }) => difference),
    points('lower', words('figure.lower'), ({ lower }) => lower),
    points('upper', words('figure.upper'), ({ upper }) => upper),
  ];
}
