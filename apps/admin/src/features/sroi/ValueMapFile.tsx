import { mapOf } from '@tandem/metrics/sroi/answer';
import { resultOf } from '@tandem/metrics/sroi/result';
import { worthsOf } from '@tandem/metrics/sroi/worths';
import type { About } from '@tandem/ui/about';
import { DATA_FORMATS, useDataFile } from '@tandem/ui/data-files';
import { download } from '@tandem/ui/download';
import { DownloadMenu } from '@tandem/ui/DownloadMenu';
import { useReckoned } from '@tandem/ui/use-reckoned';
import { valueMapColumns } from '@tandem/ui/value-map-columns';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';
import type { Version } from './sroi.queries.ts';

interface Props {
  readonly version: Version;
  /** Names of indicators. */
  readonly names: ReadonlyMap<string, string>;
  readonly about: About;
}

/** The value map as a file, with all that its ratio is made of and how it is reckoned. */
export function ValueMapFile({ version, names, about }: Props) {
  const intl = useIntl();
  const reckoned = useReckoned();
  const { word } = useWords();
  const dataFile = useDataFile();
  const map = mapOf(version);
  const how = reckoned({ convention: version.discountConvention, ...resultOf(map) });
  const table = {
    title: intl.formatMessage({ id: 'sroi.valueMap' }),
    columns: valueMapColumns(version, { intl, word, names, worths: worthsOf(map) }),
    rows: version.rows,
    about: { ...about, definition: [about.definition, how].filter(Boolean).join('. ') },
  };
  return (
    <DownloadMenu
      formats={DATA_FORMATS}
      onDownload={async (format) => download(`value-map.${format}`, await dataFile(format, table))}
      button={{ size: 'compact-sm', variant: 'subtle', color: 'gray' }}
    />
  );
}
