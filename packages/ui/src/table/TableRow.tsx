import { IconChevronDown } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Column } from './column.ts';
import classes from './DataTable.module.css';

interface Props<Row> {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  /** What it opens to; rows without it are not opened. */
  readonly detail: ((row: Row) => ReactNode) | undefined;
}

/** A row of a table, and below it what it opens to. */
export function TableRow<Row>({ row, columns, detail }: Props<Row>) {
  const intl = useIntl();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [named] = columns;
  const name = named === undefined ? '' : String(named.text(row) ?? '');
  return (
    <>
      <tr data-open={open || undefined} data-opens={detail !== undefined || undefined}>
        {columns.map(({ id: column, header, align, wrap, line, cell }) => (
          <td key={column} data-label={header} data-align={align} data-wrap={wrap} data-line={line}>
            {cell(row)}
          </td>
        ))}
        {detail && (
          <td className={classes.opener}>
            <button
              type="button"
              aria-expanded={open}
              aria-controls={open ? id : undefined}
              aria-label={intl.formatMessage({ id: 'table.detailsOf' }, { name })}
              onClick={() => setOpen(!open)}
            >
              <IconChevronDown size={18} aria-hidden />
            </button>
          </td>
        )}
      </tr>
      {detail && open && (
        <tr id={id} className={classes.detail}>
          <td colSpan={columns.length + 1}>{detail(row)}</td>
        </tr>
      )}
    </>
  );
}

/** Stands above the buttons that open rows. */
export function DetailHeader() {
  return (
    <th scope="col" className={classes.opener}>
      <span className="t-hidden">
        <FormattedMessage id="table.details" />
      </span>
    </th>
  );
}
