import { SROI_PARAMETERS, type SroiNumber, type SroiParameter } from '@tandem/domain/vocabulary';
import type { IntlShape } from 'react-intl';
import type { Column } from '../table/column.ts';
import { GRID_COLUMNS, type GridColumn } from './grid-columns.ts';

/** A row of a value map as its file has it; amounts in cents, shares as such. */
export interface FiledRow extends Readonly<Record<Exclude<SroiNumber, 'proxy'>, number>> {
  readonly key: string;
  readonly stakeholder: string;
  readonly outcome: string;
  readonly quantityMetric?: string | null | undefined;
  readonly proxy: { readonly cents: number };
  readonly priceIndex?:
    | { readonly name: string; readonly from: number; readonly to: number; readonly year: number }
    | null
    | undefined;
  readonly evidenceGrade: string;
  readonly proxyUnit?: string | null | undefined;
  readonly proxySource?: string | null | undefined;
  readonly proxyCountry: string;
  readonly proxyYear: number;
  readonly note?: string | null | undefined;
  readonly ranges: readonly {
    readonly parameter: SroiParameter;
    readonly distribution: string;
    readonly low: number;
    readonly high: number;
  }[];
}

export interface FiledVersion<Row extends FiledRow> {
  readonly rows: readonly Row[];
  readonly investment: { readonly cents: number };
  readonly horizonYears: number;
  readonly discountConvention: string;
  readonly discountSchedule: readonly { readonly fromYear: number; readonly rate: number }[];
}

/** What packages/metrics reckons of a row, in cents. */
interface Worth {
  /** Of one, after its index. */
  readonly proxy: number;
  /** Present values, before and after all deductions. */
  readonly gross: number;
  readonly net: number;
}

interface Words {
  readonly intl: IntlShape;
  /** The word for a value of a closed list. */
  readonly word: (
    list: 'Stakeholder' | 'EvidenceGrade' | 'Distribution' | 'DiscountConvention',
    value: string,
  ) => string;
  /** Names of indicators. */
  readonly names: ReadonlyMap<string, string>;
  /** By the keys of rows. */
  readonly worths: ReadonlyMap<string, Worth>;
}

/**
 * The columns of a value map as a file: of each row what it is about, its numbers in the units of the grid, so that what was changed in a
 * spreadsheet can be pasted back, how far they may lie, on what they stand, and what it comes to. What is of the whole map stands in every
 * row, so that who has the file alone can reckon the ratio again.
 */
export function valueMapColumns<Row extends FiledRow>(
  version: FiledVersion<Row>,
  { intl, word, names, worths }: Words,
): readonly Column<Row>[] {
  const words = (id: string) => intl.formatMessage({ id });
  const worth = ({ key }: Row) => worths.get(key);
  const text = (id: string, header: string, of: (row: Row) => string | null | undefined): Column<Row> => ({
    id,
    header,
    cell: of,
    text: (row) => of(row) ?? null,
  });
  const number = (id: string, header: string, of: (row: Row) => number | null | undefined): Column<Row> => ({
    id,
    header,
    cell: () => null,
    text: (row) => of(row) ?? null,
  });
  const money = (id: string, header: string, cents: (row: Row) => number | undefined): Column<Row> => ({
    ...number(id, header, (row) => {
      const amount = cents(row);
      return amount === undefined ? null : amount / 100;
    }),
    as: 'money',
  });
  const headed = ({ id, suffix }: GridColumn, name = words(`field.${id}`)) =>
    suffix === '' ? name : `${name} (${suffix.trim()})`;
  const ranges = GRID_COLUMNS.flatMap((column): readonly Column<Row>[] => {
    const parameter = SROI_PARAMETERS.find((id) => id === column.id);
    const of = (row: Row) => row.ranges.find((range) => range.parameter === parameter);
    if (!version.rows.some((row) => of(row) !== undefined)) return [];
    const end = (which: 'low' | 'high') =>
      number(
        `${column.id}.${which}`,
        headed(
          column,
          intl.formatMessage({ id: 'sroi.rangeEnd' }, { field: words(`field.${column.id}`), end: which }),
        ),
        (row) => inUnit(of(row)?.[which], column),
      );
    return [
      end('low'),
      end('high'),
      text(
        `${column.id}.distribution`,
        `${words(`field.${column.id}`)}, ${words('sroi.distribution')}`,
        (row) => {
          const range = of(row);
          return range && word('Distribution', range.distribution);
        },
      ),
    ];
  });
  const index = version.rows.some(({ priceIndex }) => priceIndex != null)
    ? [
        text('indexName', words('sroi.priceIndex'), ({ priceIndex }) => priceIndex?.name),
        number('indexFrom', words('field.indexFrom'), ({ priceIndex }) => priceIndex?.from),
        number('indexTo', words('field.indexTo'), ({ priceIndex }) => priceIndex?.to),
        number('indexYear', words('field.indexYear'), ({ priceIndex }) => priceIndex?.year),
        money('countedProxy', words('sroi.countedProxy'), (row) => worth(row)?.proxy),
      ]
    : [];
  return [
    text('stakeholder', words('field.stakeholder'), ({ stakeholder }) => word('Stakeholder', stakeholder)),
    text('outcome', words('field.outcome'), ({ outcome }) => outcome),
    text('quantityMetric', words('field.quantityMetric'), ({ quantityMetric }) =>
      quantityMetric == null ? null : (names.get(quantityMetric) ?? quantityMetric),
    ),
    ...GRID_COLUMNS.map((column) =>
      number(column.id, headed(column), (row) =>
        inUnit(column.id === 'proxy' ? row.proxy.cents : row[column.id], column),
      ),
    ),
    money('grossValue', words('sroi.gross'), (row) => worth(row)?.gross),
    money('presentValue', words('field.presentValue'), (row) => worth(row)?.net),
    text('evidenceGrade', words('field.evidenceGrade'), ({ evidenceGrade }) =>
      word('EvidenceGrade', evidenceGrade),
    ),
    text('proxyUnit', words('field.proxyUnit'), ({ proxyUnit }) => proxyUnit),
    text('proxySource', words('field.proxySource'), ({ proxySource }) => proxySource),
    text('prices', words('sroi.prices'), ({ proxyCountry, proxyYear }) => `${proxyCountry} ${proxyYear}`),
    ...index,
    text('note', words('field.note'), ({ note }) => note),
    ...ranges,
    money('investment', words('sroi.investment'), () => version.investment.cents),
    number('horizonYears', words('field.horizonYears'), () => version.horizonYears),
    text('discountConvention', words('sroi.discounting'), () =>
      word('DiscountConvention', version.discountConvention),
    ),
    ...version.discountSchedule.map(({ fromYear, rate }) =>
      number(
        `rate.${fromYear}`,
        `${intl.formatMessage({ id: 'sroi.rateFromLabel' }, { year: fromYear })} (%)`,
        () => exact(100 * rate),
      ),
    ),
  ];
}

/** A number in the unit of its column, with all of its digits. */
function inUnit(value: number | undefined, { scale }: GridColumn): number | null {
  return value === undefined ? null : exact(value / scale);
}

/** Without what is left over of binary fractions. */
function exact(value: number): number {
  return Number(value.toPrecision(15));
}
