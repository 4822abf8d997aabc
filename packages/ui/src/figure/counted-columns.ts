import { unitsOf } from '@tandem/domain/figure-units';
import type { IntlShape } from 'react-intl';
import type { Format, Unit } from '../i18n/format.ts';
import { fileAmount, type Column } from '../table/column.ts';
import { fewWords, isOutOfFew, type Counted } from './counted.ts';

interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

interface Options<Row> {
  readonly rows: readonly Row[];
  /** What the figures are, for headings that are read without the page. */
  readonly name: string;
  readonly intl: IntlShape;
  readonly format: Format;
  readonly countedOf: (row: Row) => Counted | undefined;
  readonly intervalOf: (row: Row) => Bounds | null | undefined;
  readonly unitOf: (row: Row) => Unit;
  /** How numerator and denominator are headed on the page, where what is counted has a name there. */
  readonly onPage?: Partial<Readonly<Record<Part, string>>>;
}

/** In the order in which they stand. */
const PARTS = ['numerator', 'denominator', 'asked', 'unknown', 'notYet'] as const;
type Part = (typeof PARTS)[number];
/** How each is headed on a page, where the table says of what it is. */
const ON_PAGE = {
  numerator: 'figure.counted',
  denominator: 'figure.among',
  asked: 'figure.asked',
  unknown: 'figure.unknown',
  notYet: 'figure.notYetObservable',
} as const satisfies Record<Part, string>;

/**
 * What stands beside every figure in a table and in its file: numerator, denominator, how many were asked for, of how many it
 * is not known and how many are not yet observable, the interval, and within what it lies whatever became of the unknown, with
 * how it is so to be read; last which are out of few. A part that no row has makes no column. Where others have it, the page says that it does not apply or
 * is not told; in files the cell is empty, and `standingOf` says which parts are not told.
 */
export function countedColumns<Row>(options: Options<Row>): Column<Row>[] {
  const { rows, countedOf, intervalOf } = options;
  const columns = PARTS.filter((part) => rows.some((row) => countedOf(row)?.[part] !== undefined)).map(
    (part) => partColumn(options, part),
  );
  if (rows.some((row) => intervalOf(row)))
    columns.push(...(['lower', 'upper'] as const).map((bound) => intervalColumn(options, bound)));
  if (rows.some((row) => countedOf(row)?.bounds)) columns.push(...boundsOfUnknown(options));
  const isOfFew = (row: Row) => isOutOfFew(countedOf(row) ?? {});
  if (rows.some(isOfFew)) columns.push(fewColumn(options.intl, isOfFew));
  return columns;
}

function fewColumn<Row>(intl: IntlShape, isOfFew: (row: Row) => boolean): Column<Row> {
  const words = (row: Row) => (isOfFew(row) ? fewWords(intl) : undefined);
  return {
    id: 'few',
    header: intl.formatMessage({ id: 'chart.few' }),
    cell: (row) => words(row) ?? '',
    text: (row) => words(row) ?? null,
  };
}

/**
 * Worst and best in one cell on the page, in files each with its number; there also how the rate is to be read. In a table with
 * several such columns each set has an `id`.
 */
export function boundsOfUnknown<Row>({
  id,
  name,
  intl,
  format,
  countedOf,
}: Pick<Options<Row>, 'name' | 'intl' | 'format' | 'countedOf'> & { readonly id?: string }): Column<Row>[] {
  const own = (part: string) => (id === undefined ? part : `${id}-${part}`);
  const inFile = (part: 'worst' | 'best' | 'caution', as?: 'rate') => ({
    id: own(part),
    header: intl.formatMessage({ id: `figure.column.${part}` }, { name }),
    only: 'file' as const,
    as,
    cell: () => null,
  });
  const cautionOf = (row: Row) => {
    const caution = countedOf(row)?.bounds?.caution;
    return caution == null ? null : intl.formatMessage({ id: `figure.caution.${caution}` });
  };
  return [
    {
      id: own('bounds'),
      header: intl.formatMessage({ id: 'figure.bounds' }),
      align: 'right',
      only: 'page',
      cell: (row) => {
        const bounds = countedOf(row)?.bounds;
        return bounds ? format.interval(bounds.worst, bounds.best, 'RATE') : '';
      },
      text: () => null,
    },
    { ...inFile('worst', 'rate'), text: (row) => countedOf(row)?.bounds?.worst ?? null },
    { ...inFile('best', 'rate'), text: (row) => countedOf(row)?.bounds?.best ?? null },
    { ...inFile('caution'), text: cautionOf },
  ];
}

function partColumn<Row>(
  { rows, name, intl, format, countedOf, unitOf, onPage }: Options<Row>,
  part: Part,
): Column<Row> {
  const isMoney = (row: Row) =>
    (part === 'numerator' || part === 'denominator') && unitsOf(unitOf(row), true)[part] === 'CENTS';
  const words = (id: string) => intl.formatMessage({ id });
  return {
    id: part,
    header: onPage?.[part] ?? words(ON_PAGE[part]),
    fileHeader: intl.formatMessage({ id: `figure.column.${part}` }, { name }),
    align: 'right',
    as: rows.every(isMoney) ? 'money' : undefined,
    cell: (row) => {
      const counted = countedOf(row);
      const count = counted?.[part];
      if (count === 'NOT_TOLD') return words('figure.notTold');
      if (count !== undefined) return isMoney(row) ? format.money(count) : format.number(count);
      // Of a value that is not shown, nothing beside it is.
      return counted?.unit === undefined ? '' : words('figure.doesNotApply');
    },
    text: (row) => {
      const count = countedOf(row)?.[part];
      if (typeof count !== 'number') return null;
      return isMoney(row) ? count / 100 : count;
    },
  };
}

function intervalColumn<Row>(
  { rows, name, intl, format, intervalOf, unitOf }: Options<Row>,
  bound: keyof Bounds,
): Column<Row> {
  return {
    id: bound,
    header: intl.formatMessage({ id: `figure.${bound}` }),
    fileHeader: intl.formatMessage({ id: `figure.column.${bound}` }, { name }),
    align: 'right',
    as: rows.every((row) => unitOf(row) === 'RATE') ? 'rate' : undefined,
    cell: (row) => {
      const interval = intervalOf(row);
      return interval ? format.value(interval[bound], unitOf(row)) : '';
    },
    text: (row) => {
      const interval = intervalOf(row);
      return interval ? fileAmount(interval[bound], unitOf(row)) : null;
    },
  };
}
