import { mapOf } from '@tandem/metrics/sroi/answer';
import { resultOf } from '@tandem/metrics/sroi/result';
import type { About } from '@tandem/ui/about';
import { DATA_FORMATS, useDataFile } from '@tandem/ui/data-files';
import { download } from '@tandem/ui/download';
import { DownloadMenu } from '@tandem/ui/DownloadMenu';
import { useFormat } from '@tandem/ui/format';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';
import type { Version } from './sroi.queries.ts';
import { valueMapColumns } from './value-map-columns.ts';

interface Props {
  readonly version: Version;
  /** Names of indicators. */
  readonly names: ReadonlyMap<string, string>;
  readonly about: About;
}

/** The value map as a file, with all that its ratio is made of and how it is reckoned. */
export function ValueMapFile({ version, names, about }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const dataFile = useDataFile();
  const { grossRatio, netRatio } = resultOf(mapOf(version));
  const ratio = (value: number | null) => (value === null ? '–' : format.value(value, 'RATIO'));
  const reckoned = intl.formatMessage(
    { id: 'sroi.reckoned' },
    { convention: version.discountConvention, gross: ratio(grossRatio), net: ratio(netRatio) },
  );
  const table = {
    title: intl.formatMessage({ id: 'sroi.valueMap' }),
    columns: valueMapColumns(version, { intl, word, names }),
    rows: version.rows,
    about: { ...about, definition: [about.definition, reckoned].filter(Boolean).join('. ') },
  };
  return (
    <DownloadMenu
      formats={DATA_FORMATS}
      onDownload={async (format) => download(`value-map.${format}`, await dataFile(format, table))}
      button={{ size: 'compact-sm', variant: 'subtle', color: 'gray' }}
    />
  );
}
