import { useMutation, useQuery } from '@apollo/client/react';
import { Alert, Button, Group } from '@mantine/core';
import { Conflict } from '@tandem/ui/Conflict';
import { EmptyState } from '@tandem/ui/EmptyState';
import { useFormat } from '@tandem/ui/format';
import { undoNotice } from '@tandem/ui/notices';
import { Page, Section } from '@tandem/ui/Page';
import { PageOnItsWay } from '@tandem/ui/PageOnItsWay';
import { useBlocker } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { refusalIn, refusalOf, refusalWords, type RefusalSeen } from '@tandem/ui/refusal';
import { inputOf, resultOf, type Model, type Row } from './draft.ts';
import { SAVE_SROI, SROI } from './sroi.queries.ts';
import { SroiResult } from './SroiResult.tsx';
import { ValueMap } from './ValueMap.tsx';
import { RowDrawer } from './RowDrawer.tsx';
import classes from './Sroi.module.css';

export function SroiPage() {
  const intl = useIntl();
  const { data, error, refetch } = useQuery(SROI);
  if (data === undefined) return <PageOnItsWay error={error} />;
  const names = new Map(data.metrics.map(({ id, name }): [string, string] => [id, name]));
  if (data.sroiModel == null)
    return (
      <Page title={intl.formatMessage({ id: 'nav.sroi' })}>
        <EmptyState title={intl.formatMessage({ id: 'sroi.none' })} />
      </Page>
    );
  return <Editor key={data.sroiModel.id} saved={data.sroiModel} names={names} onReload={() => refetch()} />;
}

interface EditorProps {
  readonly saved: Model;
  readonly names: ReadonlyMap<string, string>;
  /** Reads what is saved now. */
  readonly onReload: () => Promise<unknown>;
}

/** The value map with what it comes to, recalculated at every stroke; nothing counts until it is saved. */
function Editor({ saved, names, onReload }: EditorProps) {
  const intl = useIntl();
  const format = useFormat();
  // What is typed is kept whatever is read meanwhile; a map that somebody else changed is then refused when it is saved.
  const [edited, setEdited] = useState<Model>();
  const draft = edited ?? saved;
  const [refused, setRefused] = useState<RefusalSeen>();
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
  const letGo = () => {
    setEdited(undefined);
    setRefused(undefined);
  };
  const store = async (version = draft.version) => {
    const { data } = await save({
      variables: { id: saved.id, version, input: inputOf(draft) },
    });
    const done = data?.saveSroiModel;
    setRefused(refusalOf(done));
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
              <Button variant="default" onClick={letGo}>
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
      {refused?.code === 'CHANGED_MEANWHILE' && (
        <Conflict
          changes={refused.changes ?? []}
          saving={loading}
          onSaveMine={() => void store(Number(refused.params?.['version']))}
          onTakeTheirs={() => void onReload().then(letGo)}
        />
      )}
      {refused !== undefined && refused.code !== 'CHANGED_MEANWHILE' && (
        <Alert color="red" role="alert" mb="md">
          {refusalWords(intl, refused)}
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
