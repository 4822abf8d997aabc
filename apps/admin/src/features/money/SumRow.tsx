import { columnsOfPage, type Column } from '@tandem/ui/column';
import { useFormat } from '@tandem/ui/format';
import { FormattedMessage } from 'react-intl';

interface Props<Row> {
  readonly columns: readonly Column<Row>[];
  /** The column below which it stands. */
  readonly of: string;
  readonly cents: number;
  /** What it is the sum of, where that is not all rows. */
  readonly label?: string;
  /** To the cent, as the rows above it are. */
  readonly exact?: boolean;
}

/** The last row of a table of amounts: what they come to. */
export function SumRow<Row>({ columns, of, cents, label = 'money.sum', exact = false }: Props<Row>) {
  const format = useFormat();
  const onPage = columnsOfPage(columns);
  const place = onPage.findIndex(({ id }) => id === of);
  const after = onPage.length - place - 1;
  return (
    <tr>
      <th scope="row" colSpan={place}>
        <FormattedMessage id={label} />
      </th>
      <td data-align="right">{format.money(cents, { exact })}</td>
      {after > 0 && <td colSpan={after} aria-hidden />}
    </tr>
  );
}
