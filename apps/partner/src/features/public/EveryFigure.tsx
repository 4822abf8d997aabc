import type { Column } from '@tandem/ui/column';
import type { FigureResult } from '@tandem/ui/figure';
import { FiledTable } from '@tandem/ui/FiledTable';
import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Section';
import { useIntl } from 'react-intl';
import type { Publication } from './publication.queries.ts';

/** Everything that is published, to read and to take along. */
export function EveryFigure({ publication }: { readonly publication: Publication }) {
  const intl = useIntl();
  const columns = useColumns(publication.asOf);
  const title = intl.formatMessage({ id: 'public.every' });
  return (
    <Section title={title} about={intl.formatMessage({ id: 'public.everyAbout' })}>
      <FiledTable
        caption={title}
        columns={columns}
        rows={publication.figures.map(({ result }) => result)}
        rowKey={({ definition }) => definition.id}
        fileName={`impact-${publication.asOf}`}
        about={{ asOf: publication.asOf, link: globalThis.location.href }}
      />
    </Section>
  );
}

function useColumns(asOf: string): readonly Column<FigureResult>[] {
  const intl = useIntl();
  const format = useFormat();
  const header = (id: string) => intl.formatMessage({ id: `public.column.${id}` });
  const whyNone = (result: FigureResult) =>
    intl.formatMessage({
      id: result.__typename === 'Withheld' ? `figure.withheld.${result.reason}` : 'figure.noData',
    });
  const interval = (result: FigureResult) =>
    result.__typename === 'Figure' && result.interval
      ? format.interval(result.interval.lower, result.interval.upper, result.unit)
      : '';
  const counts = (result: FigureResult) => {
    if (result.__typename !== 'Figure' || result.denominator == null) return '';
    const { numerator, denominator, unit } = result;
    return intl.formatMessage(
      { id: 'public.counts' },
      {
        count: unit === 'CENTS' || unit === 'RATIO' ? format.money(numerator) : format.number(numerator),
        total: unit === 'RATIO' ? format.money(denominator) : format.number(denominator),
      },
    );
  };
  const day = (result: FigureResult) => (result.__typename === 'Figure' ? result.asOf : asOf);
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
        result.__typename === 'Figure' ? format.value(result.value, result.unit) : whyNone(result),
      text: (result) =>
        result.__typename === 'Figure'
          ? result.unit === 'CENTS'
            ? result.value / 100
            : result.value
          : whyNone(result),
    },
    { id: 'interval', header: header('interval'), align: 'right', cell: interval, text: interval },
    { id: 'counts', header: header('counts'), align: 'right', cell: counts, text: counts },
    { id: 'day', header: header('day'), cell: (result) => format.day(day(result)), text: day },
  ];
}
