import { Button, Group } from '@mantine/core';
import { useId, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { AboutNumbers } from '../table/AboutNumbers.tsx';
import { columnsOfPage, type Column } from '../table/column.ts';
import { DataTable } from '../table/DataTable.tsx';
import { useDataFile } from '../table/data-files.ts';
import { download } from '../table/download.ts';
import { DownloadMenu } from '../table/DownloadMenu.tsx';
import classes from './Chart.module.css';
import { ChartScreen } from './ChartScreen.tsx';
import type { ChartWords } from './chart-words.ts';
import type { Draw } from './surface.ts';

interface Props<Row, FileRow> {
  readonly words: ChartWords;
  readonly draw: Draw;
  /** The same data as a table and as a file. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** What marks of the drawing mean, where it has some that do not speak for themselves. */
  readonly legend?: string | undefined;
  /** What a file has instead, where a table of the page is too narrow for all that belongs to a value. */
  readonly file?: { readonly columns: readonly Column<FileRow>[]; readonly rows: readonly FileRow[] };
}

const FORMATS = ['csv', 'xlsx', 'svg', 'png'] as const;

/** What every chart has: its finding as title, its drawing or its data as a table, what its numbers are, and files of both. */
export function ChartFrame<Row, FileRow = Row>({
  words,
  draw,
  columns,
  rows,
  rowKey,
  legend,
  file,
}: Props<Row, FileRow>) {
  const [asTable, setAsTable] = useState(false);
  const intl = useIntl();
  const dataFile = useDataFile();
  const id = useId();
  const { title, subtitle, fileName, about } = words;
  const onPage = columnsOfPage(columns);
  const fileOf = async (format: (typeof FORMATS)[number]): Promise<Blob> => {
    if (format === 'csv' || format === 'xlsx')
      return file === undefined
        ? await dataFile(format, { title, columns, rows, about })
        : await dataFile(format, { title, ...file, about });
    const files = await import('./chart-files.ts');
    const alternative = rows
      .map((row) => onPage.map((column) => wordsOfCell(column, row)).join(' · '))
      .join('; ');
    const chart = {
      words: {
        ...words,
        subtitle: [subtitle, legend].filter(Boolean).join(' ') || undefined,
        about: { link: window.location.href, ...about },
      },
      draw,
      intl,
      alternative,
    };
    return await (format === 'svg' ? files.svgFile(chart) : files.pngFile(chart));
  };
  return (
    <figure className={classes.frame} aria-labelledby={id}>
      <figcaption>
        <div>
          <h3 id={id}>{title}</h3>
          {subtitle !== undefined && <p>{subtitle}</p>}
        </div>
        <Group gap={4} wrap="nowrap">
          <AboutNumbers title={title} subtitle={subtitle} about={about} columns={columns}>
            <DataTable caption={title} columns={onPage} rows={rows} rowKey={rowKey} />
          </AboutNumbers>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setAsTable(!asTable)}>
            <FormattedMessage id={asTable ? 'chart.asChart' : 'chart.asTable'} />
          </Button>
          <DownloadMenu
            formats={FORMATS}
            onDownload={async (format) => download(`${fileName}.${format}`, await fileOf(format))}
            button={{ size: 'compact-sm', variant: 'subtle', color: 'gray' }}
          />
        </Group>
      </figcaption>
      {asTable ? (
        <DataTable caption={title} columns={onPage} rows={rows} rowKey={rowKey} />
      ) : (
        <ChartScreen label={title} draw={draw} />
      )}
      {!asTable && legend !== undefined && <p className={classes.legend}>{legend}</p>}
    </figure>
  );
}

function wordsOfCell<Row>(column: Column<Row>, row: Row): string {
  const cell = column.cell(row);
  return typeof cell === 'string' ? cell : String(column.text(row) ?? '');
}
