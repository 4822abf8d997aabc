import { Alert, Button } from '@mantine/core';
import type { Column } from '@tandem/ui/column';
import { DataTable } from '@tandem/ui/DataTable';
import { useFormat } from '@tandem/ui/format';
import { Status } from '@tandem/ui/Status';
import { useWords } from '@tandem/ui/words';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ImportKind, ImportsQuery } from '../../gql/graphql.ts';
import type { ChosenMappings, FileReport, RowRefusal } from './import-request.ts';
import { FileAmounts } from './FileAmounts.tsx';
import { KNOWN_COLUMNS } from './KnownColumns.tsx';
import { MapColumns } from './MapColumns.tsx';
import classes from './Imports.module.css';

interface Props {
  readonly file: FileReport;
  readonly kinds: ImportsQuery['importKinds'];
  readonly kept: ImportsQuery['importMappings'];
  /** The branches that are there. */
  readonly branches: readonly string[];
  /** Shows the columns and words that are recognised of a kind. */
  readonly onKnown: (kind: ImportKind) => void;
  /** Checks the file again with columns mapped by hand; absent once it is taken in. */
  readonly onMapping: ((mapping: ChosenMappings[string]) => void) | undefined;
}

/** Problems that columns mapped by hand can mend. */
const MAPPABLE = new Set(['FILE_NOT_RECOGNISED', 'COLUMN_MISSING']);

/** What was found in a file: as what it was read, what is accepted, and each refused row with its reason. */
export function FileReportView({ file, kinds, kept, branches, onKnown, onMapping }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const mappable = file.problem !== null && MAPPABLE.has(file.problem.code);
  const [mapping, setMapping] = useState(mappable);
  const kind = file.kind ?? file.problem?.missing?.kind ?? null;
  const asksForWords = mappable || file.refusals.some(({ code }) => code === 'CHOICE_INVALID');
  return (
    <section className={classes.file}>
      <header>
        <h3>{file.name}</h3>
        {file.kind !== null && <Status>{word('ImportKind', file.kind)}</Status>}
        {file.encoding !== null && (
          <small>
            {file.encoding} ·{' '}
            <FormattedMessage
              id="imports.delimiter"
              values={{ delimiter: file.delimiter === '\t' ? 'Tab' : file.delimiter }}
            />
          </small>
        )}
        {onMapping && file.headers.length > 0 && !mapping && (
          <Button size="compact-sm" variant="subtle" onClick={() => setMapping(true)}>
            <FormattedMessage id="imports.mapByHand" />
          </Button>
        )}
      </header>
      {file.problem === null ? (
        <p className="t-figures">
          <FormattedMessage
            id="imports.rows"
            values={{ rows: file.rows, accepted: file.accepted, refused: file.refused }}
          />
          {file.unused.length > 0 && (
            <>
              {' '}
              <FormattedMessage
                id="imports.unused"
                values={{ count: file.unused.length, columns: intl.formatList(file.unused) }}
              />
            </>
          )}
        </p>
      ) : (
        <p className={classes.problem}>{file.problem.words}</p>
      )}
      {file.amounts !== null && <FileAmounts {...file.amounts} />}
      {file.ahead !== null && (
        <Alert color="yellow" role="note" mb="sm">
          <FormattedMessage
            id="imports.ahead"
            values={{ rows: file.ahead.rows, day: format.day(file.ahead.day) }}
          />
        </Alert>
      )}
      {onMapping && mapping && file.headers.length > 0 && (
        <MapColumns
          file={file}
          kinds={kinds}
          kept={kept}
          branches={branches}
          onMapping={onMapping}
          onCancel={() => setMapping(false)}
        />
      )}
      {asksForWords && kind !== null && (
        <p>
          <a href={`#${KNOWN_COLUMNS}`} onClick={() => onKnown(kind)}>
            <FormattedMessage id="imports.known" />
          </a>
        </p>
      )}
      {file.refusals.length > 0 && (
        <DataTable
          caption={intl.formatMessage({ id: 'imports.refusedRows' }, { file: file.name })}
          columns={refusalColumns(intl.formatMessage)}
          rows={file.refusals}
          rowKey={({ line, column, code }) => `${line}-${column}-${code}`}
        />
      )}
    </section>
  );
}

function refusalColumns(format: (descriptor: { id: string }) => string): readonly Column<RowRefusal>[] {
  const header = (id: string) => format({ id: `imports.column.${id}` });
  return [
    {
      id: 'line',
      header: header('line'),
      cell: ({ line }) => <FormattedMessage id="imports.line" values={{ line: String(line) }} />,
      text: ({ line }) => line,
    },
    {
      id: 'column',
      header: header('column'),
      cell: ({ column }) => column ?? '',
      text: ({ column }) => column,
    },
    { id: 'value', header: header('value'), cell: ({ value }) => value ?? '', text: ({ value }) => value },
    {
      id: 'reason',
      wrap: true,
      header: header('reason'),
      cell: ({ words }) => words,
      text: ({ words }) => words,
    },
  ];
}
