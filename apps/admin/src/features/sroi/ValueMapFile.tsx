import { mapOf } from '@tandem/metrics/sroi/answer';
import { presentValueOfRow } from '@tandem/metrics/sroi/value-map';
import type { About } from '@tandem/ui/about';
import type { Column } from '@tandem/ui/column';
import { DATA_FORMATS, useDataFile } from '@tandem/ui/data-files';
import { download } from '@tandem/ui/download';
import { DownloadMenu } from '@tandem/ui/DownloadMenu';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';
import { columnsOf, typedOf, type GridColumn } from './grid.ts';
import type { Row, Version } from './sroi.queries.ts';

interface Props {
  readonly version: Version;
  /** Names of indicators. */
  readonly names: ReadonlyMap<string, string>;
  readonly about: About;
}

/** The value map as a file: of each row what it is about, its numbers, on what they stand, and what it comes to. */
export function ValueMapFile({ version, names, about }: Props) {
  const intl = useIntl();
  const { word } = useWords();
  const dataFile = useDataFile();
  const words = (id: string) => intl.formatMessage({ id });
  const map = mapOf(version);
  const text = (id: string, header: string, of: (row: Row) => string | null | undefined): Column<Row> => ({
    id,
    header,
    cell: of,
    text: (row) => of(row) ?? null,
  });
  // In the units of the cells, so that what was changed in a spreadsheet can be pasted back.
  const number = (column: GridColumn): Column<Row> => ({
    id: column.id,
    header: `${words(`field.${column.id}`)}${column.suffix === '' ? '' : ` (${column.suffix.trim()})`}`,
    cell: () => null,
    text: (row) => typedOf(row, column),
  });
  const columns: readonly Column<Row>[] = [
    text('stakeholder', words('field.stakeholder'), ({ stakeholder }) => word('Stakeholder', stakeholder)),
    text('outcome', words('field.outcome'), ({ outcome }) => outcome),
    text('quantityMetric', words('field.quantityMetric'), ({ quantityMetric }) =>
      quantityMetric == null ? null : (names.get(quantityMetric) ?? quantityMetric),
    ),
    ...columnsOf(version).map(number),
    {
      id: 'presentValue',
      header: words('field.presentValue'),
      as: 'money',
      cell: () => null,
      text: ({ key }) => {
        const mapped = map.rows.find((row) => row.key === key);
        return mapped === undefined ? null : presentValueOfRow(mapped, map) / 100;
      },
    },
    text('evidenceGrade', words('field.evidenceGrade'), ({ evidenceGrade }) =>
      word('EvidenceGrade', evidenceGrade),
    ),
    text('proxySource', words('field.proxySource'), ({ proxySource }) => proxySource),
    text('prices', words('sroi.prices'), ({ proxyCountry, proxyYear }) => `${proxyCountry} ${proxyYear}`),
    text('note', words('field.note'), ({ note }) => note),
  ];
  return (
    <DownloadMenu
      formats={DATA_FORMATS}
      onDownload={async (format) =>
        download(
          `value-map.${format}`,
          await dataFile(format, { title: words('sroi.valueMap'), columns, rows: version.rows, about }),
        )
      }
      button={{ size: 'compact-sm', variant: 'subtle', color: 'gray' }}
    />
  );
}
