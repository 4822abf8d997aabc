import type { Unit } from '../i18n/format.ts';
import { fileAmount, fileFormat, type Column } from './column.ts';

interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

interface Options<Row> {
  readonly id: string;
  readonly header: string;
  readonly lowerHeader: string;
  readonly upperHeader: string;
  readonly unit: Unit;
  readonly bounds: (row: Row) => Bounds | null | undefined;
  /** Both on the page. */
  readonly words: (bounds: Bounds) => string;
}

/** An interval: one column on the page, two columns of numbers in files. */
export function boundsColumns<Row>({
  id,
  header,
  lowerHeader,
  upperHeader,
  unit,
  bounds,
  words,
}: Options<Row>): Column<Row>[] {
  const bound = (which: keyof Bounds, name: string): Column<Row> => ({
    id: `${id}-${which}`,
    header: name,
    only: 'file',
    as: fileFormat(unit),
    cell: () => null,
    text: (row) => {
      const told = bounds(row);
      return told ? fileAmount(told[which], unit) : null;
    },
  });
  return [
    {
      id,
      header,
      align: 'right',
      only: 'page',
      cell: (row) => {
        const told = bounds(row);
        return told ? words(told) : '';
      },
      text: () => null,
    },
    bound('lower', lowerHeader),
    bound('upper', upperHeader),
  ];
}
