import { useMutation, useQuery } from '@apollo/client/react';
import { Alert, Button, Group } from '@mantine/core';
import { EmptyState } from '@tandem/ui/EmptyState';
import { useFormat } from '@tandem/ui/format';
import { undoNotice } from '@tandem/ui/notices';
import { Page, Section } from '@tandem/ui/Page';
import { PageOnItsWay } from '@tandem/ui/PageOnItsWay';
import { useBlocker } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { refusalIn, refusalOf, refusalWords } from '@tandem/ui/refusal';
import { inputOf, resultOf, type Model, type Row } from './draft.ts';
import { SAVE_SROI, SROI } from './sroi.queries.ts';
import { SroiResult } from './SroiResult.tsx';
import { ValueMap } from './ValueMap.tsx';
import { RowDrawer } from './RowDrawer.tsx';
import classes from './Sroi.module.css';

export function SroiPage() {
  const intl = useIntl();
  const { data, error } = useQuery(SROI);
  if (data === undefined) return <PageOnItsWay error={error} />;
  const names = new Map(data.metrics.map(({ id, name }): [string, string] => [id, name]));
  if (data.sroiModel == null)
    return (
      <Page title={intl.formatMessage({ id: 'nav.sroi' })}>
        <EmptyState title={intl.formatMessage({ id: 'sroi.none' })} />
      </Page>
    );
  return <Editor key={data.sroiModel.id} saved={data.sroiModel} names={names} />;
}

interface EditorProps {
  readonly saved: Model;
  readonly names: ReadonlyMap<string, string>;
}

/** The value map with what it comes to, recalculated at every stroke; nothing counts until it is saved. */
function Editor({ saved, names }: EditorProps) {
  const intl = useIntl();
  const format = useFormat();
  // What is typed is kept whatever is read meanwhile; a map that somebody else changed is then refused when it is saved.
  const [edited, setEdited] = useState<Model>();
  const draft = edited ?? saved;
  const [problem, setProblem] = useState<string>();
  const [save, { loading }] = useMutation(SAVE_SROI);
  const dirty = edited !== undefined;
  const [opened, setOpened] = useState<Row | 'new'>();
  const added = useRef(0);
  const keepRow = (words: Omit<Row, 'id'>) => {
    if (opened === 'new') {
      added.current += 1;
      setEdited({ ...draft, rows: [...draft.rows, { ...words, id: `new-${added.current}` }] });
    } else if (opened !== undefined) {
      const changed = { ...words, id: opened.id };
      setEdited({ ...draft, rows: draft.rows.map((row) => (row.id === changed.id ? changed : row)) });
    }
    setOpened(undefined);
  };
  useBlocker({
    shouldBlockFn: () => dirty && !globalThis.confirm(intl.formatMessage({ id: 'form.leave' })),
    enableBeforeUnload: () => dirty,
  });
  const store = async () => {
    const { data } = await save({
      variables: { id: saved.id, version: draft.version, input: inputOf(draft) },
    });
    const done = data?.saveSroiModel;
    const refusal = refusalOf(done);
    setProblem(refusal === undefined ? undefined : refusalWords(intl, refusal));
    if (done?.__typename === 'SroiModel') {
      setEdited(undefined);
      undoNotice(intl, intl.formatMessage({ id: 'sroi.saved' }), () =>
        refusalIn(save({ variables: { id: done.id, version: done.version, input: inputOf(saved) } })),
      );
    }
  };
  return (
    <Page
      title={intl.formatMessage({ id: 'sroi.title' })}
      scope={
        <FormattedMessage
          id="sroi.scope"
          values={{ name: saved.name, day: format.day(saved.asOf), version: saved.version }}
        />
      }
      actions={
        saved.viewerCanEdit && (
          <Group gap="xs">
            {dirty && (
              <Button
                variant="default"
                onClick={() => {
                  setEdited(undefined);
                  setProblem(undefined);
                }}
              >
                <FormattedMessage id="action.discard" />
              </Button>
            )}
            <Button disabled={!dirty} loading={loading} onClick={() => void store()}>
              <FormattedMessage id="action.save" />
            </Button>
          </Group>
        )
      }
    >
      {problem !== undefined && (
        <Alert color="red" role="alert" mb="md">
          {problem}
        </Alert>
      )}
      <div className={classes.layout}>
        <SroiResult
          model={draft}
          result={resultOf(draft)}
          before={dirty ? resultOf(saved) : undefined}
          onChange={setEdited}
        />
        <div>
          <Section
            title={intl.formatMessage({ id: 'sroi.valueMap' })}
            about={intl.formatMessage({ id: 'sroi.valueMapAbout' })}
          >
            <ValueMap model={draft} names={names} onChange={setEdited} onOpen={setOpened} />
          </Section>
          {saved.viewerCanEdit && (
            <Button variant="default" mt="md" onClick={() => setOpened('new')}>
              <FormattedMessage id="sroi.addRow" />
            </Button>
          )}
          <RowDrawer row={opened} onClose={() => setOpened(undefined)} onSave={keepRow} />
        </div>
      </div>
    </Page>
  );
}
