import { boundsColumns } from '@tandem/ui/bounds-columns';
import type { Column } from '@tandem/ui/column';
import { countedOf, standingOf } from '@tandem/ui/counted';
import { countedColumns } from '@tandem/ui/counted-columns';
import type { FigureResult } from '@tandem/ui/figure';
import { useFormat } from '@tandem/ui/format';
import { statusColumns } from '@tandem/ui/point-columns';
import { whyNone } from '@tandem/ui/why-none';
import { useIntl } from 'react-intl';
import { useDifferenceHeaders } from './difference-headers.ts';
import { isTold } from './told-difference.ts';

interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

export interface ComparedRow {
  readonly key: string;
  readonly label: string;
  readonly isReference: boolean;
  readonly wording: string;
  readonly result: FigureResult;
  readonly difference?:
    | {
        readonly difference: number;
        readonly interval: Bounds;
        readonly simultaneous: Bounds;
        readonly adjustedProbability: number;
        readonly verdict: string;
      }
    | null
    | undefined;
}

type Told = NonNullable<ComparedRow['difference']>;

/** Groups with their counts, rates and differences; of few people a count, not a share. */
export function useComparedColumns(rows: readonly ComparedRow[]): Column<ComparedRow>[] {
  const intl = useIntl();
  const format = useFormat();
  const words = (id: string, values?: Record<string, string>) => intl.formatMessage({ id }, values);
  const headersOf = useDifferenceHeaders();
  const bounds = (id: 'interval' | 'simultaneous', of: (difference: Told) => Bounds) =>
    boundsColumns<ComparedRow>({
      id,
      ...headersOf(id),
      unit: 'RATE',
      bounds: ({ difference }) => (isTold(difference) ? of(difference) : undefined),
      words: (bounds) => format.differences(bounds, 'RATE'),
    });
  const verdict = ({ difference }: ComparedRow) =>
    difference == null ? '' : words(`comparison.verdict.${difference.verdict}`);
  return [
    {
      id: 'group',
      header: words('comparison.group'),
      fixed: true,
      // Why there is no rate stands below the name: beside the numbers it would push them out of sight.
      cell: ({ label, result }) => {
        const why = whyNone(result, intl);
        return (
          <>
            {label}
            {why !== undefined && <small>{why}</small>}
          </>
        );
      },
      text: ({ label }) => label,
    },
    {
      id: 'counts',
      header: words('comparison.column.counts'),
      align: 'right',
      only: 'page',
      cell: ({ result }) =>
        result.__typename === 'Figure' && result.denominator != null
          ? words('figure.ofMany', {
              count: format.number(result.numerator),
              total: format.number(result.denominator),
            })
          : '',
      text: () => null,
    },
    ...countedColumns<ComparedRow>({
      rows,
      name: words('comparison.column.rate'),
      intl,
      format,
      countedOf: ({ result }) => countedOf(result),
      intervalOf: ({ result, wording }) =>
        result.__typename === 'Figure' && wording === 'SHARE' ? result.interval : undefined,
      unitOf: () => 'RATE',
      // On the page one cell says what a file has a column each for.
    }).map((column) => ({ ...column, only: 'file' as const })),
    ...statusColumns<ComparedRow>(
      'status',
      words('figure.column.standing', { name: words('comparison.column.rate') }),
      rows,
      ({ result }) => standingOf(result, intl),
    ),
    {
      id: 'rate',
      header: words('comparison.column.rate'),
      align: 'right',
      as: 'rate',
      cell: ({ result, wording }) =>
        result.__typename === 'Figure' && wording === 'SHARE' ? format.value(result.value, 'RATE') : '–',
      text: ({ result, wording }) =>
        result.__typename === 'Figure' && wording === 'SHARE' ? result.value : null,
    },
    {
      id: 'difference',
      header: words('comparison.difference'),
      align: 'right',
      cell: ({ difference, isReference }) =>
        isTold(difference)
          ? format.difference(difference.difference, 'RATE')
          : isReference
            ? words('comparison.isReference')
            : '–',
      text: ({ difference }) => (isTold(difference) ? difference.difference : null),
    },
    // Before the numbers on which it rests: a table that scrolls begins with what it finds.
    {
      id: 'verdict',
      header: words('comparison.column.verdict'),
      fileHeader: words('comparison.file.verdict'),
      cell: verdict,
      text: verdict,
    },
    ...bounds('interval', ({ interval }) => interval),
    ...bounds('simultaneous', ({ simultaneous }) => simultaneous),
    {
      id: 'adjusted',
      header: words('comparison.column.adjusted'),
      fileHeader: words('comparison.file.adjusted'),
      align: 'right',
      cell: ({ difference }) =>
        isTold(difference) ? probability(difference.adjustedProbability, format.number) : '',
      text: ({ difference }) => (isTold(difference) ? difference.adjustedProbability : null),
    },
  ];
}

/** Three digits, and no zero that is none. */
function probability(value: number, number: (value: number, digits: number) => string): string {
  return value < 0.001 ? `< ${number(0.001, 3)}` : number(value, 3);
}
