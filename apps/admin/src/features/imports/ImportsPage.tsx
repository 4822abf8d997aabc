import { useApolloClient, useQuery } from '@apollo/client/react';
import { Alert, Button, Group, Loader } from '@mantine/core';
import { Page } from '@tandem/ui/Page';
import { Section } from '@tandem/ui/Section';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { ImportKind } from '../../gql/graphql.ts';
import { DropZone } from './DropZone.tsx';
import { FileReportView } from './FileReportView.tsx';
import { problemOf, sendFiles, type Batch, type ImportReport } from './import-request.ts';
import { ImportSummary } from './ImportSummary.tsx';
import { KnownColumns } from './KnownColumns.tsx';
import { PastImports } from './PastImports.tsx';
import classes from './Imports.module.css';

const IMPORTS = graphql(`
  query Imports {
    importRuns {
      id
      committedAt
      createdBy
      otherFiles
      files {
        name
        kind
        rows
        accepted
        refused
      }
    }
    importKinds {
      kind
      fields {
        name
        label
        required
        headers
        choices {
          code
          label
          words
        }
      }
    }
    importMappings {
      id
      name
      kind
      columns {
        field
        header
      }
      words {
        field
        word
        means
      }
    }
  }
`);

type State =
  | { readonly step: 'choose' }
  | { readonly step: 'busy'; readonly purpose: 'check' | 'import'; readonly batch: Batch }
  /** The first check failed: the files are kept. */
  | { readonly step: 'failed'; readonly batch: Batch }
  | { readonly step: 'checked' | 'done'; readonly batch: Batch; readonly report: ImportReport };

/** An operator's files: chosen, checked, and then taken in as a whole. The browser keeps them in between. */
export function ImportsPage() {
  const intl = useIntl();
  const client = useApolloClient();
  const { data } = useQuery(IMPORTS);
  const [state, setState] = useState<State>({ step: 'choose' });
  const [problem, setProblem] = useState<string>();
  const [knownOf, setKnownOf] = useState<ImportKind>();

  const send = async (purpose: 'check' | 'import', batch: Batch) => {
    const before = state;
    setProblem(undefined);
    setState({ step: 'busy', purpose, batch });
    try {
      const report = await sendFiles(batch, purpose);
      setState({ step: report.taken ? 'done' : 'checked', batch, report });
    } catch (error) {
      const told = problemOf(error, purpose);
      const done = told === 'imports.answerLost';
      setProblem(told);
      setState(done ? { step: 'choose' } : 'report' in before ? before : { step: 'failed', batch });
      if (!done) return;
    }
    // Figures and lists everywhere are other ones now.
    if (purpose === 'import') await client.refetchQueries({ include: 'active' });
  };
  const choose = (files: readonly File[]) => {
    // The report and the mappings name a file by its name.
    if (new Set(files.map(({ name }) => name)).size < files.length) setProblem('imports.sameName');
    else void send('check', { files, mappings: {}, branches: [] });
  };
  const startAgain = () => {
    setProblem(undefined);
    setState({ step: 'choose' });
  };

  return (
    <Page title={intl.formatMessage({ id: 'imports.title' })} scope={<FormattedMessage id="imports.scope" />}>
      {problem !== undefined && (
        <Alert color="red" role="alert" mb="md">
          <FormattedMessage id={problem} />
        </Alert>
      )}
      {state.step === 'choose' && <DropZone onFiles={choose} />}
      {state.step === 'busy' && (
        <Group role="status" className={classes.busy ?? ''}>
          <Loader size="sm" />
          <FormattedMessage
            id={`imports.busy.${state.purpose}`}
            values={{ count: state.batch.files.length }}
          />
        </Group>
      )}
      {state.step === 'failed' && (
        <Group gap="xs">
          <Button onClick={() => void send('check', state.batch)}>
            <FormattedMessage id="action.retry" />
          </Button>
          <Button variant="default" onClick={startAgain}>
            <FormattedMessage id="imports.otherFiles" />
          </Button>
        </Group>
      )}
      {(state.step === 'checked' || state.step === 'done') && (
        <>
          <ImportSummary
            report={state.report}
            onImport={() => void send('import', { ...state.batch, branches: state.report.named.BRANCH })}
            onStartAgain={startAgain}
          />
          {state.report.files.map((file) => (
            <FileReportView
              key={file.name}
              file={file}
              kinds={data?.importKinds ?? []}
              kept={data?.importMappings ?? []}
              branches={state.report.branches}
              onKnown={setKnownOf}
              onMapping={
                state.step === 'checked'
                  ? (mapping) =>
                      void send('check', {
                        ...state.batch,
                        mappings: { ...state.batch.mappings, [file.name]: mapping },
                      })
                  : undefined
              }
            />
          ))}
        </>
      )}
      <Section title={intl.formatMessage({ id: 'imports.past' })}>
        <PastImports runs={data?.importRuns} />
      </Section>
      <KnownColumns kinds={data?.importKinds ?? []} kind={knownOf} onKind={setKnownOf} />
    </Page>
  );
}
