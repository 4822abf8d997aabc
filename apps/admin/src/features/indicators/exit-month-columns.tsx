import { boundsColumns } from '@tandem/ui/bounds-columns';
import type { Column } from '@tandem/ui/column';
import type { Counted } from '@tandem/ui/counted';
import { boundsOfUnknown } from '@tandem/ui/counted-columns';
import { FigureValue } from '@tandem/ui/FigureValue';
import { useFormat } from '@tandem/ui/format';
import { useIntl } from 'react-intl';
import type { ExitCurveFragment } from '../../gql/graphql.ts';

/** A month of a curve, with the curve's name. */
export type MonthRow = ExitCurveFragment['months'][number] & { readonly name: string };

/** Months of curves as rows: the curve's share, and that of those for whom so many months are over. */
export function useMonthColumns(): Column<MonthRow>[] {
  const intl = useIntl();
  const format = useFormat();
  const header = (id: string) => intl.formatMessage({ id: `exit.${id}` });
  const rate = (
    id: string,
    value: (row: MonthRow) => number | null | undefined,
    outOf?: (row: MonthRow) => number,
  ): Column<MonthRow> => ({
    id,
    header: header(`column.${id}`),
    fileHeader: header(`file.${id}`),
    align: 'right',
    as: 'rate',
    cell: (row) => {
      const share = value(row);
      return share == null ? '–' : <FigureValue value={share} unit="RATE" denominator={outOf?.(row)} />;
    },
    text: (row) => value(row) ?? null,
  });
  const figure = (id: string) => intl.formatMessage({ id: `figure.${id}` });
  const interval = (
    id: string,
    of: string,
    bounds: (row: MonthRow) => readonly [lower: number | null | undefined, upper: number | null | undefined],
  ) =>
    boundsColumns<MonthRow>({
      id,
      header: figure('interval'),
      lowerHeader: `${header(`file.${of}`)}, ${figure('lower')}`,
      upperHeader: `${header(`file.${of}`)}, ${figure('upper')}`,
      unit: 'RATE',
      bounds: (row) => {
        const [lower, upper] = bounds(row);
        return lower == null || upper == null ? undefined : { lower, upper };
      },
      words: ({ lower, upper }) => format.interval(lower, upper, 'RATE'),
    });
  const extremes = (id: 'curve' | 'mature', bounds: (row: MonthRow) => Counted['bounds'] | null) =>
    boundsOfUnknown<MonthRow>({
      id,
      name: header(`file.${id}`),
      intl,
      format,
      countedOf: (row) => ({ bounds: bounds(row) ?? undefined }),
    });
  return [
    {
      id: 'name',
      header: header('column.name'),
      fixed: true,
      cell: ({ name }) => name,
      text: ({ name }) => name,
    },
    {
      id: 'month',
      header: header('months'),
      align: 'right',
      cell: ({ month }) => month,
      text: ({ month }) => month,
    },
    rate('curve', ({ incidence }) => incidence),
    ...interval('curveInterval', 'curve', ({ lower, upper }) => [lower, upper]),
    ...extremes('curve', ({ bounds }) => bounds),
    rate(
      'mature',
      ({ matureRate }) => matureRate,
      ({ matureDuos }) => matureDuos,
    ),
    ...interval('matureInterval', 'mature', ({ matureLower, matureUpper }) => [matureLower, matureUpper]),
    ...extremes('mature', ({ matureBounds }) => matureBounds),
    {
      id: 'matureDuos',
      header: header('column.matureDuos'),
      fileHeader: header('file.matureDuos'),
      align: 'right',
      cell: ({ matureDuos }) => format.number(matureDuos),
      text: ({ matureDuos }) => matureDuos,
    },
    {
      id: 'matureUnknown',
      header: figure('unknown'),
      fileHeader: intl.formatMessage({ id: 'figure.column.unknown' }, { name: header('file.mature') }),
      align: 'right',
      cell: ({ matureUnknown }) => format.number(matureUnknown),
      text: ({ matureUnknown }) => matureUnknown,
    },
  ];
}
