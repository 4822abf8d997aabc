import { ActionIcon, Button, Group } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Edits } from './use-edits.ts';

interface Props {
  readonly edits: Edits;
  readonly busy: boolean;
  readonly onDiscard: () => void;
  readonly onSave: () => void;
}

/** Steps back and forth through what was typed, and whether it is let go or saved. */
export function EditActions({ edits, busy, onDiscard, onSave }: Props) {
  const intl = useIntl();
  return (
    <Group gap="xs">
      <ActionIcon
        aria-label={intl.formatMessage({ id: 'sroi.undo' })}
        disabled={!edits.canUndo}
        onClick={edits.undo}
      >
        <IconArrowBackUp size={18} />
      </ActionIcon>
      <ActionIcon
        aria-label={intl.formatMessage({ id: 'sroi.redo' })}
        disabled={!edits.canRedo}
        onClick={edits.redo}
      >
        <IconArrowForwardUp size={18} />
      </ActionIcon>
      {edits.dirty && (
        <Button variant="default" onClick={onDiscard}>
          <FormattedMessage id="action.discard" />
        </Button>
      )}
      <Button disabled={!edits.dirty} loading={busy} onClick={onSave}>
        <FormattedMessage id="action.save" />
      </Button>
    </Group>
  );
}
