import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Refusal } from '@tandem/domain/refusal';
import type { IntlShape } from 'react-intl';
import { refusalWords } from '../session/refusal.ts';

/** How long the way back is offered. */
const UNDO_MILLISECONDS = 12_000;

/** Says that something was done and offers to take it back; where that is refused, says why. */
export function undoNotice(intl: IntlShape, message: string, undo: () => Promise<Refusal | undefined>): void {
  const id = `undo-${Date.now()}`;
  const takeBack = async () => {
    notifications.hide(id);
    const refusal = await undo();
    if (refusal === undefined) doneNotice(intl.formatMessage({ id: 'notice.undone' }));
    else failedNotice(intl, refusalWords(intl, refusal));
  };
  notifications.show({
    id,
    autoClose: UNDO_MILLISECONDS,
    closeButtonProps: { 'aria-label': intl.formatMessage({ id: 'action.close' }) },
    message: (
      <Group justify="space-between" wrap="nowrap">
        <span>{message}</span>
        <Button size="compact-sm" variant="subtle" onClick={() => void takeBack()}>
          {intl.formatMessage({ id: 'action.undo' })}
        </Button>
      </Group>
    ),
  });
}

export function doneNotice(message: string): void {
  notifications.show({ message, withCloseButton: false });
}

export function failedNotice(intl: IntlShape, message?: string): void {
  notifications.show({
    color: 'red',
    autoClose: false,
    closeButtonProps: { 'aria-label': intl.formatMessage({ id: 'action.close' }) },
    title: intl.formatMessage({ id: 'error.notSaved' }),
    message: message ?? intl.formatMessage({ id: 'error.what' }),
  });
}
