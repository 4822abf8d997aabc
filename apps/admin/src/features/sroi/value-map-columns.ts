import { SROI_PARAMETERS } from '@tandem/domain/vocabulary';
import { mapOf } from '@tandem/metrics/sroi/answer';
import { gross, presentValueOfRow } from '@tandem/metrics/sroi/value-map';
import type { Column } from '@tandem/ui/column';
import type { IntlShape } from 'react-intl';
import { GRID_COLUMNS, type GridColumn } from './grid.ts';
import type { Row, Version } from './sroi.queries.ts';

interface Words {
  readonly intl: IntlShape;
  /** The word for a value of a closed list. */
  readonly word: (
    list: 'Stakeholder' | 'EvidenceGrade' | 'Distribution' | 'DiscountConvention',
    value: string,
  ) => string;
  /** Names of indicators. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * The columns of a value map as a file: of each row what it is about, its numbers in the units of the grid, so that what was changed in a
 * spreadsheet can be pasted back, how far they may lie, on what they stand, and what it comes to. What is of the whole map stands in every
 * row, so that who has the file alone can reckon the ratio again.
 */
export function valueMapColumns(version: Version, { intl, word, names }: Words): readonly Column<Row>[] {
  const words = (id: string) => intl.formatMessage({ id });
  const map = mapOf(version);
  const mapped = ({ key }: Row) => map.rows.find((row) => row.key === key);
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
        money('countedProxy', words('sroi.countedProxy'), (row) => mapped(row)?.proxy),
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
    money('grossValue', words('sroi.gross'), (row) => {
      const of = mapped(row);
      return of && presentValueOfRow(gross(of), map);
    }),
    money('presentValue', words('field.presentValue'), (row) => {
      const of = mapped(row);
      return of && presentValueOfRow(of, map);
    }),
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
