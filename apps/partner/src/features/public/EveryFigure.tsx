import { unitsOf } from '@tandem/domain/figure-units';
import { answeredWords } from '@tandem/ui/answered';
import type { Column } from '@tandem/ui/column';
import { countedOf, standingOf } from '@tandem/ui/counted';
import { countedColumns } from '@tandem/ui/counted-columns';
import type { Figure, FigureResult } from '@tandem/ui/figure';
import { FiledTable } from '@tandem/ui/FiledTable';
import { useFormat } from '@tandem/ui/format';
import { statusColumns, valueColumn } from '@tandem/ui/point-columns';
import { Section } from '@tandem/ui/Section';
import { whyNone } from '@tandem/ui/why-none';
import { useIntl } from 'react-intl';
import type { Publication } from './publication.queries.ts';

/** Everything that is published, to read and to take along. */
export function EveryFigure({ publication }: { readonly publication: Publication }) {
  const intl = useIntl();
  const rows = publication.figures.map(({ result }) => result);
  const columns = useColumns(publication.asOf, rows);
  const title = intl.formatMessage({ id: 'public.every' });
  return (
    <Section title={title} about={intl.formatMessage({ id: 'public.everyAbout' })}>
      <FiledTable
        caption={title}
        columns={columns}
        rows={rows}
        rowKey={({ definition }) => definition.id}
        fileName={`impact-${publication.asOf}`}
        about={{ asOf: publication.asOf, link: globalThis.location.href }}
      />
    </Section>
  );
}

/** In files alone: within what a rate lies whatever is not known, and where most draws of a social return do. */
const SURE: readonly (readonly [string, (figure: Figure) => number | undefined])[] = [
  ['worst', ({ bounds }) => bounds?.worst],
  ['best', ({ bounds }) => bounds?.best],
  ['spreadLower', ({ spread }) => spread?.lower],
  ['spreadUpper', ({ spread }) => spread?.upper],
];

function useColumns(asOf: string, rows: readonly FigureResult[]): readonly Column<FigureResult>[] {
  const intl = useIntl();
  const format = useFormat();
  const header = (id: string) => intl.formatMessage({ id: `public.column.${id}` });
  const interval = (result: FigureResult) =>
    result.__typename === 'Figure' && result.interval
      ? format.interval(result.interval.lower, result.interval.upper, result.unit)
      : '';
  const counts = (result: FigureResult) => {
    if (result.__typename !== 'Figure' || result.denominator == null) return '';
    const { numerator, denominator, unit } = result;
    const inUnit = (part: 'numerator' | 'denominator', amount: number) =>
      format.value(amount, unitsOf(unit, true)[part] ?? 'COUNT');
    const ofMany = intl.formatMessage(
      { id: 'public.counts' },
      { count: inUnit('numerator', numerator), total: inUnit('denominator', denominator) },
    );
    return [ofMany, answeredWords([countedOf(result)], intl)].filter((one) => one !== undefined).join('; ');
  };
  const unit = (result: FigureResult) =>
    result.__typename === 'Figure' ? intl.formatMessage({ id: `figure.unit.${result.unit}` }) : '';
  const unitOf = (result: FigureResult) => (result.__typename === 'Figure' ? result.unit : 'COUNT');
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
      ...valueColumn<FigureResult>(
        'value',
        header('value'),
        unitOf,
        format,
        (result) => (result.__typename === 'Figure' ? result.value : undefined),
        (result) => whyNone(result, intl),
      ),
      wrap: true,
    },
    ...statusColumns<FigureResult>(
      'status',
      intl.formatMessage({ id: 'figure.column.standing' }, { name: header('value') }),
      rows,
      (result) => standingOf(result, intl),
    ),
    { id: 'unit', header: header('unit'), only: 'file', cell: unit, text: unit },
    ...countedColumns<FigureResult>({
      rows,
      name: header('value'),
      intl,
      format,
      countedOf,
      intervalOf: (result) => (result.__typename === 'Figure' ? result.interval : undefined),
      unitOf,
      // On the page two cells say what a file has a column each for.
    }).map((column) => ({ ...column, only: 'file' as const })),
    ...SURE.map(([id, of]): Column<FigureResult> => ({
      id,
      header: header(id),
      only: 'file',
      cell: () => null,
      text: (result) => (result.__typename === 'Figure' ? (of(result) ?? null) : null),
    })),
    {
      id: 'interval',
      header: header('interval'),
      align: 'right',
      only: 'page',
      cell: interval,
      text: () => null,
    },
    {
      id: 'counts',
      header: header('counts'),
      align: 'right',
      wrap: true,
      only: 'page',
      cell: counts,
      text: () => null,
    },
    { id: 'day', header: header('day'), cell: (result) => format.day(day(result)), text: day },
  ];
}
