import { IconArrowDown, IconArrowUp, IconSelector } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { columnsOfPage, type Column, type SortState } from './column.ts';
import classes from './DataTable.module.css';
import { DetailHeader, TableRow } from './TableRow.tsx';

interface Props<Row> {
  /** What the table holds, for those who hear it. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  /** Undefined while they are on their way. */
  readonly rows: readonly Row[] | undefined;
  readonly rowKey: (row: Row) => string;
  readonly sort?: SortState | undefined;
  readonly onSort?: (sort: SortState) => void;
  /** Shown where there is no row. */
  readonly empty?: ReactNode;
  readonly footer?: ReactNode;
  /** What a row opens to. */
  readonly detail?: ((row: Row) => ReactNode) | undefined;
}

/** Rows while the first page is on its way, in the shape of what comes. */
const SKELETON_ROWS = 12;

/** A table whose rows the server sorted. On a phone each row becomes a card with its headings. */
export function DataTable<Row>({
  caption,
  rows,
  rowKey,
  sort,
  onSort,
  empty,
  footer,
  detail,
  ...props
}: Props<Row>) {
  if (rows?.length === 0 && empty !== undefined) return empty;
  const columns = columnsOfPage(props.columns);
  const inLines = columns.some(({ line }) => line);
  return (
    <ScrollBox label={caption}>
      <table className={classes.table} data-lines={inLines || undefined} aria-busy={rows === undefined}>
        <caption className="t-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
            {detail && <DetailHeader />}
          </tr>
        </thead>
        <tbody>
          {rows === undefined
            ? Array.from({ length: SKELETON_ROWS }, (_, index) => (
                <tr key={index}>
                  {columns.map(({ id }) => (
                    <td key={id}>
                      <span className={classes.skeleton} />
                    </td>
                  ))}
                </tr>
              ))
            : rows.map((row) => <TableRow key={rowKey(row)} row={row} columns={columns} detail={detail} />)}
        </tbody>
        {footer !== undefined && <tfoot>{footer}</tfoot>}
      </table>
    </ScrollBox>
  );
}

/** Scrolls sideways what is too wide, by keyboard too. */
function ScrollBox({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.scroll} role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}

interface HeaderProps<Row> {
  readonly column: Column<Row>;
  readonly sort: SortState | undefined;
  readonly onSort: Props<Row>['onSort'];
}

function HeaderCell<Row>({ column: { header, align, sort: key }, sort, onSort }: HeaderProps<Row>) {
  const intl = useIntl();
  if (key === undefined || onSort === undefined)
    return (
      <th scope="col" data-align={align}>
        {header}
      </th>
    );
  const direction = sort?.field === key ? sort.direction : undefined;
  const Icon = direction === undefined ? IconSelector : direction === 'ASC' ? IconArrowUp : IconArrowDown;
  return (
    <th
      scope="col"
      data-align={align}
      aria-sort={direction === undefined ? 'none' : direction === 'ASC' ? 'ascending' : 'descending'}
    >
      <button
        type="button"
        title={intl.formatMessage({ id: 'table.sort' }, { column: header })}
        onClick={() => onSort({ field: key, direction: direction === 'ASC' ? 'DESC' : 'ASC' })}
      >
        {header}
        <Icon size={14} aria-hidden />
      </button>
    </th>
  );
}
