import type { ReactNode } from 'react';
import type { About } from './about.ts';
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
  readonly rowKey: (row: Row) => string;
  readonly fileName: string;
  readonly about?: About | undefined;
  /** Shown where there is no row. */
  readonly empty?: ReactNode;
  readonly footer?: ReactNode;
}

/** A table whose rows are all at hand, and a file of them. */
export function FiledTable<Row>({
  caption,
  columns,
  rows,
  shown = rows,
  rowKey,
  fileName,
  about,
  empty,
  footer,
}: Props<Row>) {
  const dataFile = useDataFile();
  return (
    <>
      {rows !== undefined && rows.length > 0 && (
        <div className={classes.files}>
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
