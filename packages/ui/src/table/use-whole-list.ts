import { folded } from '@tandem/domain/folded';
import { useIntl } from 'react-intl';
import type { Column } from './column.ts';
import { sortOf, type ListState } from './list-state.ts';
import type { ListAnswer } from './RecordList.tsx';

interface Options<Row> {
  /** Undefined while they are on their way. */
  readonly rows: readonly Row[] | undefined;
  readonly error: unknown;
  readonly columns: readonly Column<Row>[];
  readonly state: ListState;
  /** The column that the list is sorted by at first. */
  readonly sortedBy: string;
}

/** A list that the API gives whole: searched by every word of every column, and sorted, here. */
export function useWholeList<Row>({ rows, error, columns, state, sortedBy }: Options<Row>) {
  const intl = useIntl();
  const fields = columns.flatMap(({ sort }) => sort ?? []);
  const sort = sortOf(state, fields, { field: sortedBy, direction: 'ASC' });
  const key = columns.find((column) => column.sort === sort.field)?.text;
  const words = folded(state.q ?? '').split(/\s+/);
  const inOrder = new Intl.Collator(intl.locale, { numeric: true });
  const sign = sort.direction === 'ASC' ? 1 : -1;
  const found = rows
    ?.filter((row) => {
      const text = folded(columns.map((column) => column.text(row) ?? '').join(' '));
      return words.every((word) => text.includes(word));
    })
    .toSorted((one, other) => sign * inOrder.compare(String(key?.(one) ?? ''), String(key?.(other) ?? '')));
  const connection = found && {
    totalCount: found.length,
    hasMoreThanTotal: false,
    edges: found.map((node) => ({ node })),
    pageInfo: { hasNextPage: false, hasPreviousPage: false },
  };
  const list: ListAnswer<Row> = {
    connection,
    place: {},
    pending: false,
    error: rows === undefined ? error : undefined,
    readPage: () =>
      connection === undefined
        ? Promise.reject(new Error('the list could not be read'))
        : Promise.resolve(connection),
  };
  return { list, sort };
}
