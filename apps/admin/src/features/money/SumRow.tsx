import { columnsOfPage, type Column } from '@tandem/ui/column';
import { useFormat } from '@tandem/ui/format';
import { FormattedMessage } from 'react-intl';

interface Props<Row> {
  readonly columns: readonly Column<Row>[];
  /** The column below which it stands. */
  readonly of: string;
  readonly cents: number;
}

/** The last row of a table of amounts: what they come to. */
export function SumRow<Row>({ columns, of, cents }: Props<Row>) {
  const format = useFormat();
  const onPage = columnsOfPage(columns);
  const place = onPage.findIndex(({ id }) => id === of);
  const after = onPage.length - place - 1;
  return (
    <tr>
      <th scope="row" colSpan={place}>
        <FormattedMessage id="money.sum" />
      </th>
      <td data-align="right">{format.money(cents, { exact: true })}</td>
      {after > 0 && <td colSpan={after} aria-hidden />}
    </tr>
  );
}
