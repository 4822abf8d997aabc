import { Button, Group } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ImportReport } from './import-request.ts';
import classes from './Imports.module.css';

interface Props {
  readonly report: ImportReport;
  readonly done: boolean;
  readonly onImport: () => void;
  readonly onStartAgain: () => void;
}

const NAMED = ['BRANCH', 'COORDINATOR', 'PARTNER', 'COMPARISON_GROUP'] as const;

/** What would come in or be put right, or was, and what to do next. */
export function ImportSummary({ report, done, onImport, onStartAgain }: Props) {
  const intl = useIntl();
  const { added, unchanged, corrected } = report.words;
  const refused = report.files.reduce((sum, file) => sum + file.refused, 0);
  const broken = report.files.filter((file) => file.problem !== null).length;
  const correction = (
    <FormattedMessage
      id={done ? 'imports.corrected' : 'imports.wouldCorrect'}
      values={{ counts: corrected }}
    />
  );
  return (
    <div className={classes.summary} role="status">
      <h2>{headline()}</h2>
      {added !== '' && corrected !== '' && <p>{correction}</p>}
      {unchanged !== '' && (
        <p>
          <FormattedMessage id="imports.already" values={{ counts: unchanged }} />
        </p>
      )}
      {NAMED.map(
        (kind) =>
          report.named[kind].length > 0 && (
            <p key={kind}>
              <FormattedMessage
                id={`imports.named.${kind}`}
                values={{ count: report.named[kind].length, names: intl.formatList(report.named[kind]) }}
              />
            </p>
          ),
      )}
      {(refused > 0 || broken > 0) && (
        <p>
          <FormattedMessage id="imports.refusedSum" values={{ rows: refused, files: broken }} />
        </p>
      )}
      <Group gap="xs">
        {!done && (added !== '' || corrected !== '') && (
          <Button onClick={onImport}>
            <FormattedMessage id="imports.take" />
          </Button>
        )}
        <Button variant="default" onClick={onStartAgain}>
          <FormattedMessage id={done ? 'imports.more' : 'imports.otherFiles'} />
        </Button>
      </Group>
    </div>
  );

  function headline() {
    if (added !== '')
      return (
        <FormattedMessage id={done ? 'imports.taken' : 'imports.wouldTake'} values={{ counts: added }} />
      );
    if (corrected !== '') return correction;
    if (unchanged !== '') return <FormattedMessage id="imports.nothingNew" />;
    return <FormattedMessage id="imports.nothing" values={{ count: report.files.length }} />;
  }
}
