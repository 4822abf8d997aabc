import { addDays } from '@tandem/domain/calendar-day';
import { mayBeAShare } from '@tandem/domain/small-numbers';
import { fileAmount, fileFormat, type Column } from '@tandem/ui/column';
import { countedOf, standingOf } from '@tandem/ui/counted';
import { countedColumns } from '@tandem/ui/counted-columns';
import type { FigureResult } from '@tandem/ui/figure';
import { useFormat } from '@tandem/ui/format';
import { statusColumns } from '@tandem/ui/point-columns';
import { useIntl } from 'react-intl';
import type { FigureChangeQuery, FigureRequest } from '../../gql/graphql.ts';
import { placedBy, useReasonWords, type Reasons } from './change-reason.ts';
import type { SideWords } from './change-scope.ts';
import type { Metric } from './indicator.queries.ts';

type Difference = FigureChangeQuery['figureChange']['difference'];

/** A figure at one of the two moments, by how much they differ, or how many records did what and why. */
export type ChangeRow =
  | {
      readonly kind: 'before' | 'after';
      readonly result: FigureResult;
      readonly asOf: string;
      readonly period: FigureRequest['period'];
    }
  | { readonly kind: 'difference'; readonly difference: Difference }
  | { readonly kind: 'reason'; readonly reason: Reasons[number] };

/** Whether a figure is told as it is: of few people a rate is a count. */
export function isTold(result: FigureResult): boolean {
  return result.__typename === 'Figure' && (result.unit !== 'RATE' || mayBeAShare(result.denominator ?? 0));
}

/** The two figures and their difference as a table; its file has what the records did as well. */
export function useChangeColumns(
  metric: Metric,
  { request, sides }: { readonly request: FigureRequest; readonly sides: SideWords },
  rows: readonly ChangeRow[],
): readonly Column<ChangeRow>[] {
  const intl = useIntl();
  const format = useFormat();
  const reasonWords = useReasonWords(placedBy(metric, request));
  const words = (id: string, values?: Record<string, string>) => intl.formatMessage({ id }, values);
  const of = metric.records ?? 'DUOS';
  const label = (row: ChangeRow): string => {
    switch (row.kind) {
      case 'before':
      case 'after':
        return sides[row.kind];
      case 'difference':
        return words('comparison.difference');
      case 'reason': {
        const { change, reason } = row.reason;
        return words('change.didWhy', { did: words(`change.did.${change}.${of}`), why: reasonWords(reason) });
      }
    }
  };
  const periodOf = (row: ChangeRow) => ('period' in row ? (row.period ?? undefined) : undefined);
  const resultOf = (row: ChangeRow) => ('result' in row ? row.result : undefined);
  const valueOf = (row: ChangeRow): number | null => {
    if (row.kind === 'difference') return row.difference?.value ?? null;
    const result = resultOf(row);
    return result?.__typename === 'Figure' && isTold(result) ? result.value : null;
  };
  const standing = (row: ChangeRow) => {
    const result = resultOf(row);
    if (result === undefined) return undefined;
    return result.__typename === 'Figure' && !isTold(result)
      ? words('comparison.few', {
          count: format.number(result.numerator),
          total: format.number(result.denominator ?? 0),
        })
      : standingOf(result, intl);
  };
  /** Two rates that differ by less than a point are to read as two. */
  const finely = (value: number) =>
    metric.unit === 'RATE'
      ? intl.formatNumber(value, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })
      : format.value(value, metric.unit);
  const onlyInFile = (column: Column<ChangeRow>): Column<ChangeRow> => ({ ...column, only: 'file' });
  const boundWords = (row: ChangeRow, bound: string) => {
    const interval = row.kind === 'difference' ? row.difference?.interval : undefined;
    if (!interval || (bound !== 'lower' && bound !== 'upper')) return '';
    return format.difference(interval[bound], metric.unit);
  };
  /** In files a day stands for itself; on the page the figure is named by it. */
  const day = (id: string, header: string, dayOf: (row: ChangeRow) => string | undefined) =>
    onlyInFile({ id, header, cell: () => null, text: (row) => dayOf(row) ?? null });
  const number = (id: string, header: string, value: (row: ChangeRow) => number | null | undefined) =>
    onlyInFile({ id, header, cell: () => null, text: (row) => value(row) ?? null });
  return [
    { id: 'what', header: words('change.which'), wrap: true, cell: label, text: label },
    day('asOf', words('about.asOf'), (row) => ('asOf' in row ? row.asOf : undefined)),
    day('from', words('change.from'), (row) => periodOf(row)?.from),
    day('to', words('change.to'), (row) => {
      const period = periodOf(row);
      return period && addDays(period.to, -1);
    }),
    {
      id: 'value',
      header: metric.name,
      align: 'right',
      as: fileFormat(metric.unit),
      cell: (row) => {
        const value = valueOf(row);
        if (value === null) return standing(row) ?? '–';
        return row.kind === 'difference' ? format.difference(value, metric.unit) : finely(value);
      },
      text: (row) => {
        const value = valueOf(row);
        return value === null ? null : fileAmount(value, metric.unit);
      },
    },
    ...statusColumns<ChangeRow>(
      'status',
      words('figure.column.standing', { name: metric.name }),
      rows,
      standing,
    ),
    ...countedColumns<ChangeRow>({
      rows,
      name: metric.name,
      intl,
      format,
      countedOf: (row) => {
        const result = resultOf(row);
        return result && countedOf(result);
      },
      intervalOf: (row) => {
        if (row.kind === 'difference') return row.difference?.interval;
        const result = resultOf(row);
        return result?.__typename === 'Figure' && isTold(result) ? result.interval : undefined;
      },
      unitOf: () => metric.unit,
    }).map((column) => ({
      ...column,
      cell: (row: ChangeRow) => (row.kind === 'difference' ? boundWords(row, column.id) : column.cell(row)),
    })),
    number('shared', words(`change.file.shared.${of}`), (row) =>
      row.kind === 'difference' && metric.records != null ? row.difference?.shared : null,
    ),
    number('count', words(`change.file.count.${of}`), (row) =>
      row.kind === 'reason' ? row.reason.count : null,
    ),
    number('counted', words(`change.file.counted.${of}`), (row) =>
      row.kind === 'reason' && (row.reason.change === 'ENTERED' || row.reason.change === 'LEFT')
        ? row.reason.counted
        : null,
    ),
  ];
}
