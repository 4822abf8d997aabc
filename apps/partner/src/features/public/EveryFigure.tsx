import { fileAmount, type Column } from '@tandem/ui/column';
import type { Figure, FigureResult } from '@tandem/ui/figure';
import { FiledTable } from '@tandem/ui/FiledTable';
import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Section';
import { statusColumns } from '@tandem/ui/point-columns';
import { whyNone } from '@tandem/ui/why-none';
import { useIntl } from 'react-intl';
import type { Publication } from './publication.queries.ts';

/** Everything that is published, to read and to take along. */
export function EveryFigure({ publication }: { readonly publication: Publication }) {
  const intl = useIntl();
  const results = publication.figures.map(({ result }) => result);
  const columns = useColumns(publication.asOf, results);
  const title = intl.formatMessage({ id: 'public.every' });
  return (
    <Section title={title} about={intl.formatMessage({ id: 'public.everyAbout' })}>
      <FiledTable
        caption={title}
        columns={columns}
        rows={results}
        rowKey={({ definition }) => definition.id}
        fileName={`impact-${publication.asOf}`}
        about={{ asOf: publication.asOf, link: globalThis.location.href }}
      />
    </Section>
  );
}

function useColumns(asOf: string, results: readonly FigureResult[]): readonly Column<FigureResult>[] {
  const intl = useIntl();
  const format = useFormat();
  const words = (id: string) => intl.formatMessage({ id });
  const header = (id: string) => words(`public.column.${id}`);
  const why = (result: FigureResult) => {
    const none = whyNone(result);
    return none === undefined ? undefined : words(none);
  };
  const figureOf = (result: FigureResult) => (result.__typename === 'Figure' ? result : undefined);
  const counts = (result: FigureResult) => {
    const figure = figureOf(result);
    if (figure?.denominator == null) return '';
    const { numerator, denominator, unit } = figure;
    return intl.formatMessage(
      { id: 'public.counts' },
      {
        count: unit === 'CENTS' || unit === 'RATIO' ? format.money(numerator) : format.number(numerator),
        total: unit === 'RATIO' ? format.money(denominator) : format.number(denominator),
      },
    );
  };
  const counted = (id: string, of: (figure: Figure) => number | null): Column<FigureResult> => ({
    id,
    header: header(id),
    only: 'file',
    cell: () => null,
    text: (result) => {
      const figure = figureOf(result);
      return figure?.denominator == null ? null : of(figure);
    },
  });
  const isMoney = ({ unit }: Figure) => unit === 'CENTS' || unit === 'RATIO';
  const day = (result: FigureResult) => figureOf(result)?.asOf ?? asOf;
  return [
    {
      id: 'name',
      header: header('name'),
      wrap: true,
      cell: ({ definition }) => <a href={`#${definition.id}`}>{definition.name}</a>,
      text: ({ definition }) => definition.name,
    },
    {
      id: 'value',
      header: header('value'),
      align: 'right',
      wrap: true,
      cell: (result) =>
        result.__typename === 'Figure' ? format.value(result.value, result.unit) : why(result),
      text: (result) => (result.__typename === 'Figure' ? fileAmount(result.value, result.unit) : null),
    },
    ...statusColumns('status', words('chart.status'), results, why),
    {
      id: 'interval',
      header: header('interval'),
      align: 'right',
      only: 'page',
      cell: (result) => {
        const figure = figureOf(result);
        return figure?.interval
          ? format.interval(figure.interval.lower, figure.interval.upper, figure.unit)
          : '';
      },
      text: () => null,
    },
    counted('lower', ({ interval, unit }) => (interval ? fileAmount(interval.lower, unit) : null)),
    counted('upper', ({ interval, unit }) => (interval ? fileAmount(interval.upper, unit) : null)),
    { id: 'counts', header: header('counts'), align: 'right', only: 'page', cell: counts, text: () => null },
    counted('numerator', (figure) => (isMoney(figure) ? figure.numerator / 100 : figure.numerator)),
    counted('denominator', ({ denominator, unit }) =>
      denominator == null ? null : unit === 'RATIO' ? denominator / 100 : denominator,
    ),
    { id: 'day', header: header('day'), cell: (result) => format.day(day(result)), text: day },
  ];
}
