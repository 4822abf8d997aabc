import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';

interface Props {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  /** Wide enough for a table. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A form beside the page that it is about; over the whole screen on a phone. Its first field has the focus. */
export function FormDrawer({ title, opened, onClose, wide = false, children }: Props) {
  const intl = useIntl();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={title}
      size={wide ? '44rem' : '28rem'}
      closeButtonProps={{ 'aria-label': intl.formatMessage({ id: 'action.close' }) }}
      // Within a dialog the header is no banner of the page.
      attributes={{ header: { role: 'presentation' } }}
      styles={{ title: { fontWeight: 640, fontSize: '1.125rem' } }}
    >
      {opened && <div ref={markFirstField}>{children}</div>}
    </Drawer>
  );
}

/** The drawer's focus trap begins at what is marked so, else at the close button. */
function markFirstField(form: HTMLElement | null): void {
  form?.querySelector('input:not([type=hidden]), select, textarea')?.setAttribute('data-autofocus', '');
}
