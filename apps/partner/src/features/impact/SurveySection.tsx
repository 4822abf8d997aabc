import { missingBounds, type MissingBounds } from '@tandem/metrics/statistics/missing';
import { useAboutFigure } from '@tandem/ui/about-figure';
import type { Column } from '@tandem/ui/column';
import { countedOf, standingOf } from '@tandem/ui/counted';
import { countedColumns } from '@tandem/ui/counted-columns';
import { Explanation } from '@tandem/ui/Explanation';
import { FigureGrid } from '@tandem/ui/FigureGrid';
import { FigureTile } from '@tandem/ui/FigureTile';
import { FigureValue } from '@tandem/ui/FigureValue';
import type { FigureResult } from '@tandem/ui/figure';
import { FiledTable } from '@tandem/ui/FiledTable';
import { useFormat } from '@tandem/ui/format';
import { statusColumns } from '@tandem/ui/point-columns';
import { Section } from '@tandem/ui/Section';
import { useIntl } from 'react-intl';
import { figureOf } from './figures.ts';
import type { Impact } from './impact.queries.ts';

const ANSWERED = ['MENTEE_RESPONSE_RATE', 'MENTOR_RESPONSE_RATE'] as const;
const FROM_ANSWERS = [
  'SATISFACTION_RATE',
  'AUTONOMY_RATE',
  'NETWORK_RATE',
  'USEFULNESS_RATE',
  'COACHING_RATE',
] as const;

interface Row {
  readonly metric: (typeof FROM_ANSWERS)[number];
  readonly result: FigureResult;
  /** Undefined where the rate, or how many were asked, is not shown, or they are not of the same day. */
  readonly bounds: MissingBounds | undefined;
}

interface Props {
  readonly impact: Impact;
  /** What the figures are over, in words. */
  readonly scope: string;
}

/** What people answered, how many did, and between which bounds it lies whatever the others would have said. */
export function SurveySection({ impact, scope }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const aboutFigure = useAboutFigure();
  const words = (id: string) => intl.formatMessage({ id });
  const rows = FROM_ANSWERS.flatMap((metric) => {
    const result = figureOf(impact, metric);
    return result === undefined ? [] : [rowOf(metric, result)];
  });
  const about = aboutFigure(
    rows.map(({ result }) => result),
    scope,
  );
  const known = ({ result }: Row) => (result.__typename === 'Figure' ? result : undefined);
  const share = (
    id: string,
    value: (row: Row) => number | undefined,
    outOf?: (row: Row) => number | null | undefined,
  ): Column<Row> => ({
    id,
    header: words(`survey.${id}`),
    fileHeader: words(`survey.file.${id}`),
    align: 'right',
    as: 'rate',
    cell: (row) => {
      const one = value(row);
      if (one !== undefined) return <FigureValue value={one} unit="RATE" denominator={outOf?.(row)} />;
      return words(row.result.__typename === 'NoData' ? 'figure.noData' : 'survey.notShown');
    },
    text: (row) => value(row) ?? null,
  });
  const columns: readonly Column<Row>[] = [
    {
      id: 'name',
      header: words('survey.name'),
      wrap: true,
      cell: ({ result }) => (
        <>
          {result.definition.name} <Explanation result={result} />
        </>
      ),
      text: ({ result }) => result.definition.name,
    },
    share(
      'share',
      (row) => known(row)?.value,
      (row) => known(row)?.denominator,
    ),
    ...statusColumns<Row>(
      'status',
      intl.formatMessage({ id: 'figure.column.standing' }, { name: words('survey.file.share') }),
      rows,
      ({ result }) => standingOf(result, intl),
    ),
    ...countedColumns<Row>({
      rows,
      name: words('survey.file.share'),
      intl,
      format,
      countedOf: ({ result }) => countedOf(result),
      intervalOf: (row) => known(row)?.interval,
      unitOf: () => 'RATE',
      onPage: { numerator: words('survey.agree'), denominator: words('survey.answers') },
    }),
    share('worst', ({ bounds }) => bounds?.worst),
    share('best', ({ bounds }) => bounds?.best),
  ];
  return (
    <Section title={words('survey.title')} about={words('survey.about')}>
      <FigureGrid>
        {ANSWERED.map((metric) => (
          <FigureTile key={metric} result={figureOf(impact, metric)} />
        ))}
      </FigureGrid>
      <FiledTable
        caption={words('survey.title')}
        columns={columns}
        rows={rows}
        rowKey={({ metric }) => metric}
        fileName="answers"
        about={{ ...about, definition: [words('survey.about'), about.definition].filter(Boolean).join(' ') }}
      />
    </Section>
  );
}

function rowOf(metric: Row['metric'], result: FigureResult): Row {
  const { asked, denominator: answers = 0 } = countedOf(result);
  if (result.__typename !== 'Figure' || typeof asked !== 'number')
    return { metric, result, bounds: undefined };
  const bounds = missingBounds({
    yes: result.numerator,
    no: answers - result.numerator,
    unknown: asked - answers,
  });
  return { metric, result, bounds };
}
