import { Button, Group } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { languageOf } from '../i18n/locale.ts';
import { useLocaleChoice } from '../i18n/LocaleProvider.tsx';
import { DataTable } from '../table/DataTable.tsx';
import type { Column } from '../table/column.ts';
import { download, toCsv } from '../table/csv.ts';
import classes from './Chart.module.css';

interface Props<Row> {
  /** The finding, in a sentence. */
  readonly title: string;
  readonly subtitle?: ReactNode;
  /** The same data as a table and as a file. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly fileName: string;
  readonly children: ReactNode;
}

/** What every chart has: its finding as title, its data as a table and as a file. */
export function ChartFrame<Row>({ title, subtitle, columns, rows, rowKey, fileName, children }: Props<Row>) {
  const [asTable, setAsTable] = useState(false);
  const { locale } = useLocaleChoice();
  const id = useId();
  return (
    <figure className={classes.frame} aria-labelledby={id}>
      <figcaption>
        <div>
          <h3 id={id}>{title}</h3>
          {subtitle !== undefined && <p>{subtitle}</p>}
        </div>
        <Group gap={4} wrap="nowrap">
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setAsTable(!asTable)}>
            <FormattedMessage id={asTable ? 'chart.asChart' : 'chart.asTable'} />
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={() => download(`${fileName}.csv`, toCsv(columns, rows, languageOf(locale)))}
          >
            CSV
          </Button>
        </Group>
      </figcaption>
      {asTable ? <DataTable caption={title} columns={columns} rows={rows} rowKey={rowKey} /> : children}
    </figure>
  );
}
