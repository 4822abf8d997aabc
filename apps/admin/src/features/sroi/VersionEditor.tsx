import { Button } from '@mantine/core';
import { mapOf } from '@tandem/metrics/sroi/answer';
import { modelSwitches, switchingValues } from '@tandem/metrics/sroi/switching';
import { Conflict } from '@tandem/ui/Conflict';
import { useFormat } from '@tandem/ui/format';
import { Page } from '@tandem/ui/Page';
import { Section } from '@tandem/ui/Section';
import { SroiAssumptions } from '@tandem/ui/SroiAssumptions';
import { SroiSwitching } from '@tandem/ui/SroiSwitching';
import { useViewer } from '@tandem/ui/viewer';
import { getRouteApi, useBlocker } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { EditActions } from './EditActions.tsx';
import { Frame } from './Frame.tsx';
import { PublishedBeside } from './PublishedBeside.tsx';
import { ResultPanel } from './ResultPanel.tsx';
import { newRow } from './row-form.ts';
import { RowDrawer } from './RowDrawer.tsx';
import { Scenarios } from './Scenarios.tsx';
import { SourcesToConfirm } from './SourcesToConfirm.tsx';
import type { Row, SroiModel, Version } from './sroi.queries.ts';
import { useAboutVersion } from './use-about-version.ts';
import { useEdits } from './use-edits.ts';
import { useVersionActions } from './use-version-actions.ts';
import { ValueMapFile } from './ValueMapFile.tsx';
import { ValueMapGrid } from './ValueMapGrid.tsx';
import { VersionBar } from './VersionBar.tsx';
import { VersionRefusal } from './VersionRefusal.tsx';
import classes from './Sroi.module.css';

const route = getRouteApi('/sroi');

interface Props {
  readonly model: SroiModel;
  readonly saved: Version;
  readonly metrics: readonly { readonly value: string; readonly label: string; readonly unit: string }[];
  /** Reads what is saved now. */
  readonly onReload: () => Promise<unknown>;
}

/** A version of the value map with what it comes to, recalculated at every stroke; nothing counts until it is saved. */
export function VersionEditor({ model, saved, metrics, onReload }: Props) {
  const intl = useIntl();
  const aboutVersion = useAboutVersion();
  const format = useFormat();
  const { today } = useViewer();
  const { view = 'waterfall' } = route.useSearch();
  const navigate = route.useNavigate();
  const edits = useEdits(saved);
  const { draft, dirty } = edits;
  const map = mapOf(draft);
  const about = aboutVersion(draft);
  const actions = useVersionActions(saved);
  const [opened, setOpened] = useState<Row>();
  const before = dirty ? saved : undefined;
  const names = new Map(metrics.map(({ value, label }): [string, string] => [value, label]));
  useBlocker({
    shouldBlockFn: ({ next }) =>
      dirty && next.pathname !== '/sroi' && !globalThis.confirm(intl.formatMessage({ id: 'form.leave' })),
    enableBeforeUnload: false,
  });
  const letGo = () => {
    edits.clear();
    actions.setRefused(undefined);
  };
  const store = async (version?: number) => {
    if (await actions.save(draft, version)) edits.clear();
  };
  const keepRow = (row: Row) => {
    const there = draft.rows.some(({ key }) => key === row.key);
    const rows = there
      ? draft.rows.map((other) => (other.key === row.key ? row : other))
      : [...draft.rows, row];
    edits.change({ ...draft, rows });
    setOpened(undefined);
  };
  const isNew = opened !== undefined && !draft.rows.some(({ key }) => key === opened.key);
  return (
    <Page
      title={intl.formatMessage({ id: 'sroi.title' })}
      scope={<FormattedMessage id="sroi.scope" values={{ name: draft.name, day: format.day(draft.asOf) }} />}
      actions={
        draft.viewerCanEdit && (
          <EditActions edits={edits} busy={actions.busy} onDiscard={letGo} onSave={() => void store()} />
        )
      }
    >
      <VersionBar
        model={model}
        version={saved}
        dirty={dirty}
        actions={actions}
        onOpen={(mapVersion) =>
          void navigate({ search: (former) => ({ ...former, mapVersion }), resetScroll: false })
        }
      />
      {actions.refused?.code === 'CHANGED_MEANWHILE' ? (
        <Conflict
          changes={actions.refused.changes ?? []}
          saving={actions.busy}
          onSaveMine={() => void store(Number(actions.refused?.params?.['version']))}
          onTakeTheirs={() => void onReload().then(letGo)}
        />
      ) : (
        <VersionRefusal refused={actions.refused} version={draft} onOpen={setOpened} />
      )}
      <div className={classes.layout}>
        <div className={classes.main}>
          <PublishedBeside version={draft} />
          <Section
            title={intl.formatMessage({ id: 'sroi.valueMap' })}
            about={intl.formatMessage({
              id: draft.viewerCanEdit ? 'sroi.valueMapAbout' : 'sroi.valueMapLocked',
            })}
            action={<ValueMapFile version={draft} names={names} about={about} />}
          >
            <ValueMapGrid
              version={draft}
              names={names}
              onChange={edits.change}
              onPaste={edits.changeAtOnce}
              onUndo={edits.undo}
              onOpen={setOpened}
            />
          </Section>
          {draft.viewerCanEdit && (
            <Button variant="default" size="xs" mt="sm" onClick={() => setOpened(newRow(today))}>
              <FormattedMessage id="sroi.addRow" />
            </Button>
          )}
          <SourcesToConfirm version={draft} onChange={edits.changeAtOnce} onOpen={setOpened} />
          <Frame version={draft} onChange={edits.change} />
        </div>
        <ResultPanel
          version={draft}
          saved={before}
          view={view}
          onView={(next) =>
            void navigate({
              search: (former) => ({ ...former, view: next }),
              resetScroll: false,
              replace: true,
            })
          }
        />
      </div>
      <Scenarios version={draft} saved={before} onChange={edits.change} about={about} />
      <SroiAssumptions rows={draft.rows} about={about} />
      <SroiSwitching
        switches={switchingValues(map)}
        {...modelSwitches(map)}
        outcomeOf={(row) => draft.rows.find(({ key }) => key === row)?.outcome ?? ''}
        about={about}
      />
      <RowDrawer
        row={opened}
        isNew={isNew}
        editable={draft.viewerCanEdit}
        counts={metrics.filter(({ unit }) => unit === 'RATE' || unit === 'COUNT')}
        onClose={() => setOpened(undefined)}
        onSave={keepRow}
        onRemove={
          isNew || draft.rows.length < 2
            ? undefined
            : () => {
                edits.change({ ...draft, rows: draft.rows.filter(({ key }) => key !== opened?.key) });
                setOpened(undefined);
              }
        }
      />
    </Page>
  );
}
