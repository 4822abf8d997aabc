import { Button, Group } from '@mantine/core';
import type { Column } from '@tandem/ui/column';
import { EmptyState } from '@tandem/ui/EmptyState';
import { FiledTable } from '@tandem/ui/FiledTable';
import { FormDrawer } from '@tandem/ui/FormDrawer';
import { useFormat } from '@tandem/ui/format';
import { failedNotice } from '@tandem/ui/notices';
import { Section } from '@tandem/ui/Section';
import { refusalWords } from '@tandem/ui/refusal';
import { useTermColumns } from '@tandem/ui/term-columns';
import { useViewer } from '@tandem/ui/viewer';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { inputOf, type Grant } from './grant-values.ts';
import { TermForm, type TermKind, type TermPlace } from './TermForm.tsx';
import { useGrantActions } from './use-grant-actions.ts';

/** What was agreed of a grant: conditions with their progress, instalments, and the reports that are owed. */
export function GrantTerms({ grant }: { readonly grant: Grant }) {
  const intl = useIntl();
  const format = useFormat();
  const [editing, setEditing] = useState<TermPlace>();
  const columns = useTermColumns({ grant, reader: 'staff' });
  const done = () => setEditing(undefined);
  const list = { grant, onEdit: setEditing };
  return (
    <>
      <Terms
        {...list}
        kind="conditions"
        columns={columns.conditions}
        rows={grant.conditions}
        nameOf={({ text }) => text}
      />
      <Terms
        {...list}
        kind="instalments"
        columns={columns.instalments}
        rows={grant.instalments}
        nameOf={({ dueOn }) => format.day(dueOn)}
      />
      <Terms
        {...list}
        kind="deadlines"
        columns={columns.deadlines}
        rows={grant.deadlines}
        nameOf={({ text }) => text}
      />
      <FormDrawer
        title={intl.formatMessage({ id: `grant.${editing?.kind ?? 'conditions'}` })}
        opened={editing !== undefined}
        onClose={done}
      >
        {editing !== undefined && <TermForm grant={grant} place={editing} onDone={done} />}
      </FormDrawer>
    </>
  );
}

interface Props<Row> {
  readonly grant: Grant;
  readonly kind: TermKind;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** What a button says it is about. */
  readonly nameOf: (row: Row) => string;
  readonly onEdit: (place: TermPlace) => void;
}

function Terms<Row extends { readonly id: string }>({
  grant,
  kind,
  columns,
  rows,
  nameOf,
  onEdit,
}: Props<Row>) {
  const intl = useIntl();
  const { today } = useViewer();
  const { save } = useGrantActions(grant);
  const about =
    kind === 'conditions'
      ? intl.formatMessage({ id: 'term.conditionsAbout' })
      : intl.formatMessage({ id: `grant.${kind}About` }, { funder: grant.funder.name });
  const remove = async (index: number) => {
    const whole = inputOf(grant);
    const refusal = await save({ ...whole, [kind]: whole[kind].filter((_, place) => place !== index) });
    if (refusal !== undefined) failedNotice(intl, refusalWords(intl, refusal));
  };
  const indexOf = (row: Row) => rows.findIndex(({ id }) => id === row.id);
  const actions: Column<Row> = {
    id: 'actions',
    header: intl.formatMessage({ id: 'money.column.actions' }),
    only: 'page',
    cell: (row) => (
      <Group gap={4} wrap="nowrap">
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={intl.formatMessage({ id: 'grant.changeTerm' }, { name: nameOf(row) })}
          onClick={() => onEdit({ kind, index: indexOf(row) })}
        >
          <FormattedMessage id="action.change" />
        </Button>
        <Button
          variant="subtle"
          size="compact-sm"
          color="gray"
          aria-label={intl.formatMessage({ id: 'grant.removeTerm' }, { name: nameOf(row) })}
          onClick={() => void remove(indexOf(row))}
        >
          <FormattedMessage id="action.remove" />
        </Button>
      </Group>
    ),
    text: () => null,
  };
  return (
    <Section
      title={intl.formatMessage({ id: `grant.${kind}` })}
      about={about}
      action={
        grant.viewerCanManage && (
          <Button variant="default" size="compact-sm" onClick={() => onEdit({ kind })}>
            <FormattedMessage id={`grant.add.${kind}`} />
          </Button>
        )
      }
    >
      <FiledTable
        caption={intl.formatMessage({ id: `grant.${kind}` })}
        columns={grant.viewerCanManage ? [...columns, actions] : columns}
        rows={rows}
        rowKey={({ id }) => id}
        fileName={`grant-${kind}`}
        about={{
          scope: grant.reference,
          asOf: today,
          ...(kind === 'conditions' && { definition: about }),
        }}
        empty={<EmptyState title={intl.formatMessage({ id: `grant.none.${kind}` })} />}
      />
    </Section>
  );
}
