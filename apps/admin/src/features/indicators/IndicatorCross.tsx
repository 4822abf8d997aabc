import { useAboutFigure } from '@tandem/ui/about-figure';
import { CrossChart } from '@tandem/ui/CrossChart';
import { ErrorState } from '@tandem/ui/ErrorState';
import type { FigureResult } from '@tandem/ui/figure';
import { Kept } from '@tandem/ui/Kept';
import { pointOf, type Point } from '@tandem/ui/point';
import { useKeptQuery } from '@tandem/ui/use-kept-query';
import { useWords } from '@tandem/ui/words';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { Dimension, FigureRequest } from '../../gql/graphql.ts';
import { useGroupLabel } from './dimensions.ts';
import type { Metric } from './indicator.queries.ts';
import { useCohortWords } from './use-cohort-words.ts';

const CROSS = graphql(`
  query CrossTable(
    $metric: MetricId!
    $rows: Dimension!
    $columns: Dimension!
    $asOf: CalendarDay
    $period: PeriodInput
    $parameters: FigureParametersInput
    $filter: FigureFilterInput
    $version: Int
  ) {
    crossTable(
      metric: $metric
      rows: $rows
      columns: $columns
      asOf: $asOf
      period: $period
      parameters: $parameters
      filter: $filter
      version: $version
    ) {
      rows {
        key
        label
        result {
          ...FigureFields
        }
      }
      columns {
        key
        label
        result {
          ...FigureFields
        }
      }
      total {
        ...FigureFields
      }
      cells {
        row
        column
        result {
          ...FigureFields
        }
      }
    }
  }
`);
/** The key of the totals, which no group has. */
const ALL = 'ALL';

const route = getRouteApi('/indicators/$metric');

interface Props {
  readonly metric: Metric;
  readonly request: FigureRequest;
  readonly rows: Dimension;
  readonly columns: Dimension;
}

/** The figure for each pair of groups of two dimensions, with totals. */
export function IndicatorCross({ metric, request, rows, columns }: Props) {
  const intl = useIntl();
  const { word } = useWords();
  const search = route.useSearch();
  const labelOf = useGroupLabel();
  const aboutFigure = useAboutFigure();
  const cohortWords = useCohortWords(metric);
  const { data, shownFor, pending, error } = useKeptQuery(
    CROSS,
    { ...request, rows, columns },
    { rows, columns },
  );
  if (error !== undefined) return <ErrorState error={error} />;
  const table = data?.crossTable;
  if (table == null) return <Kept pending={data === undefined}>{null}</Kept>;
  const words = (id: string, values?: Record<string, string>) => intl.formatMessage({ id }, values);
  const { rows: down, columns: across } = table;
  const point = (key: string, result: FigureResult | undefined): Point =>
    result === undefined
      ? {
          key,
          label: '',
          value: undefined,
          absent: 'noData',
          why: words('cross.nobody'),
          standing: words('cross.nobody'),
        }
      : pointOf(key, '', result, intl);
  const cellsOf = (row: string) =>
    across.map(({ key }) =>
      point(key, table.cells.find((cell) => cell.row === row && cell.column === key)?.result),
    );
  const dimensions = {
    rows: word('Dimension', shownFor.rows),
    columns: word('Dimension', shownFor.columns),
  };
  return (
    <Kept pending={pending}>
      <CrossChart
        title={words('cross.title', { name: metric.name, ...dimensions })}
        subtitle={words('cross.about')}
        columns={[
          ...across.map((group) => ({ key: group.key, label: labelOf(shownFor.columns, group) })),
          { key: ALL, label: words('cross.all') },
        ]}
        rows={[
          ...down.map((group) => ({
            key: group.key,
            label: labelOf(shownFor.rows, group),
            cells: [...cellsOf(group.key), point(ALL, group.result)],
          })),
          {
            key: ALL,
            label: words('cross.all'),
            cells: [...across.map(({ key, result }) => point(key, result)), point(ALL, table.total)],
          },
        ]}
        unit={metric.unit}
        rowHeader={dimensions.rows}
        columnHeader={dimensions.columns}
        valueHeader={metric.name}
        fileName={`${metric.id.toLowerCase()}-${shownFor.rows.toLowerCase()}-${shownFor.columns.toLowerCase()}`}
        about={aboutFigure([table.total], cohortWords(search))}
      />
    </Kept>
  );
}
