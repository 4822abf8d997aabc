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
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly fileName: string;
  readonly about?: About | undefined;
}

/** A table that is whole on the page, and a file of it. */
export function FiledTable<Row>({ caption, columns, rows, rowKey, fileName, about }: Props<Row>) {
  const dataFile = useDataFile();
  return (
    <>
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
      <DataTable caption={caption} columns={columns} rows={rows} rowKey={rowKey} />
    </>
  );
}
