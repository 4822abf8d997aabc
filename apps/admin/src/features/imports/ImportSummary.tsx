import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ImportReport } from './import-request.ts';
import { NewBranches } from './NewBranches.tsx';
import classes from './Imports.module.css';

interface Props {
  readonly report: ImportReport;
  readonly onImport: () => void;
  readonly onStartAgain: () => void;
}

const NAMED = ['BRANCH', 'COORDINATOR', 'PARTNER', 'COMPARISON_GROUP'] as const;

/** What would come in or be put right, or was, and what to do next. */
export function ImportSummary({ report, onImport, onStartAgain }: Props) {
  const intl = useIntl();
  const [agreed, setAgreed] = useState(false);
  const { taken: done, named, branches } = report;
  const { added, unchanged, corrected } = report.words;
  // Where there is no branch yet, none of them could be meant instead.
  const asks = !done && named.BRANCH.length > 0 && branches.length > 0;
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
          named[kind].length > 0 &&
          !(asks && kind === 'BRANCH') && (
            <p key={kind}>
              <FormattedMessage
                id={`imports.named.${kind}`}
                values={{ count: named[kind].length, names: intl.formatList(named[kind]) }}
              />
            </p>
          ),
      )}
      {(refused > 0 || broken > 0) && (
        <p>
          <FormattedMessage id="imports.refusedSum" values={{ rows: refused, files: broken }} />
        </p>
      )}
      {asks && <NewBranches names={named.BRANCH} there={branches} agreed={agreed} onAgreed={setAgreed} />}
      <Group gap="xs">
        {!done && (added !== '' || corrected !== '') && (
          <Button disabled={asks && !agreed} onClick={onImport}>
            <FormattedMessage id="imports.take" />
          </Button>
        )}
        <Button variant="default" onClick={onStartAgain}>
          <FormattedMessage id={done ? 'imports.more' : 'imports.otherFiles'} />
        </Button>
        {asks && !agreed && (
          <small>
            <FormattedMessage id="imports.newBranches.first" />
          </small>
        )}
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
