import { unitsOf } from '@tandem/domain/figure-units';
import { useCountingWords } from '@tandem/ui/about-figure';
import { answeredWords } from '@tandem/ui/answered';
import type { Column } from '@tandem/ui/column';
import { countedOf, standingOf } from '@tandem/ui/counted';
import { countedColumns } from '@tandem/ui/counted-columns';
import type { Figure, FigureResult } from '@tandem/ui/figure';
import { FigureValue } from '@tandem/ui/FigureValue';
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

/** In files alone: where most draws of a social return lie. */
const SPREAD: readonly (readonly [string, (figure: Figure) => number | undefined])[] = [
  ['spreadLower', ({ spread }) => spread?.lower],
  ['spreadUpper', ({ spread }) => spread?.upper],
];

function useColumns(asOf: string, rows: readonly FigureResult[]): readonly Column<FigureResult>[] {
  const intl = useIntl();
  const format = useFormat();
  const counting = useCountingWords();
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
  const version = ({ definition }: FigureResult) =>
    intl.formatMessage({ id: 'figure.version' }, { version: definition.version });
  const windowOf = (result: FigureResult) =>
    result.__typename === 'Figure' && result.parameters ? counting(result.parameters) : undefined;
  const bounds = (result: FigureResult) => {
    if (result.__typename !== 'Figure' || !result.bounds) return '';
    const { worst, best, caution } = result.bounds;
    return (
      <div>
        {format.interval(worst, best, 'RATE')}
        {caution != null && <small>{intl.formatMessage({ id: `figure.caution.${caution}` })}</small>}
      </div>
    );
  };
  const valueOf = (result: FigureResult) =>
    result.__typename === 'Figure' ? (
      <FigureValue value={result.value} unit={result.unit} denominator={result.denominator} />
    ) : (
      whyNone(result, intl)
    );
  const unit = (result: FigureResult) =>
    result.__typename === 'Figure' ? intl.formatMessage({ id: `figure.unit.${result.unit}` }) : '';
  const unitOf = (result: FigureResult) => (result.__typename === 'Figure' ? result.unit : 'COUNT');
  const day = (result: FigureResult) => (result.__typename === 'Figure' ? result.asOf : asOf);
  return [
    {
      id: 'name',
      header: header('name'),
      wrap: true,
      cell: (result) => (
        <>
          <a href={`#${result.definition.id}`}>{result.definition.name}</a>
          <small>{[version(result), windowOf(result)].filter((one) => one !== undefined).join(', ')}</small>
        </>
      ),
      text: ({ definition }) => definition.name,
    },
    {
      ...valueColumn<FigureResult>('value', header('value'), unitOf, format, (result) =>
        result.__typename === 'Figure' ? result.value : undefined,
      ),
      cell: valueOf,
      wrap: true,
    },
    ...statusColumns<FigureResult>(
      'status',
      intl.formatMessage({ id: 'figure.column.standing' }, { name: header('value') }),
      rows,
      (result) => standingOf(result, intl),
    ),
    { id: 'unit', header: header('unit'), only: 'file', cell: unit, text: unit },
    {
      id: 'version',
      header: header('version'),
      only: 'file',
      cell: () => null,
      text: ({ definition }) => definition.version,
    },
    {
      id: 'window',
      header: header('window'),
      only: 'file',
      cell: () => null,
      text: (result) => windowOf(result) ?? null,
    },
    {
      id: 'interval',
      header: header('interval'),
      align: 'right',
      only: 'page',
      cell: interval,
      text: () => null,
    },
    ...countedColumns<FigureResult>({
      rows,
      name: header('value'),
      intl,
      format,
      countedOf,
      intervalOf: (result) => (result.__typename === 'Figure' ? result.interval : undefined),
      unitOf,
      // On the page two cells say what a file has a column each for.
    }).map((column): Column<FigureResult> =>
      column.id === 'bounds' ? { ...column, wrap: true, cell: bounds } : { ...column, only: 'file' },
    ),
    ...SPREAD.map(([id, of]): Column<FigureResult> => ({
      id,
      header: header(id),
      only: 'file',
      cell: () => null,
      text: (result) => (result.__typename === 'Figure' ? (of(result) ?? null) : null),
    })),
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
