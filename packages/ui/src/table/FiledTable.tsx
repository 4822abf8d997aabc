import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { About } from './about.ts';
import { AboutNumbers } from './AboutNumbers.tsx';
import type { Column } from './column.ts';
import { DATA_FORMATS, useDataFile } from './data-files.ts';
import { DataTable } from './DataTable.tsx';
import { download } from './download.ts';
import { DownloadMenu } from './DownloadMenu.tsx';
import classes from './DataTable.module.css';

interface Props<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  /** Undefined while they are on their way. */
  readonly rows: readonly Row[] | undefined;
  /** Those that are shown, where these are fewer; files have all. */
  readonly shown?: readonly Row[];
  /** How many there are, where `rows` may be the first of them: a file of a part would be taken for the whole. */
  readonly total?: number | undefined;
  readonly rowKey: (row: Row) => string;
  readonly fileName: string;
  readonly about?: About | undefined;
  /** Shown where there is no row. */
  readonly empty?: ReactNode;
  readonly footer?: ReactNode;
}

/** A table, what its numbers are, and a file of it where its rows are all at hand. */
export function FiledTable<Row>({
  caption,
  columns,
  rows,
  shown = rows,
  total,
  rowKey,
  fileName,
  about,
  empty,
  footer,
}: Props<Row>) {
  const dataFile = useDataFile();
  const isPart = rows !== undefined && total !== undefined && rows.length < total;
  return (
    <>
      {isPart && (
        <p className={classes.part}>
          <FormattedMessage id="table.part" values={{ shown: rows.length, total }} />
        </p>
      )}
      {rows !== undefined && rows.length > 0 && (
        <div className={classes.files}>
          <AboutNumbers title={caption} about={about} columns={columns} />
          {!isPart && (
            <DownloadMenu
              formats={DATA_FORMATS}
              onDownload={async (format) =>
                download(
                  `${fileName}.${format}`,
                  await dataFile(format, { title: caption, columns, rows, about }),
                )
              }
              button={{ size: 'compact-sm', variant: 'subtle', color: 'gray' }}
            />
          )}
        </div>
      )}
      <DataTable
        caption={caption}
        columns={columns}
        rows={shown}
        rowKey={rowKey}
        empty={empty}
        footer={footer}
      />
    </>
  );
}
