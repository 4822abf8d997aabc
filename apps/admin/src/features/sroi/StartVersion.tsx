import { Button, Popover, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';

interface Props {
  readonly busy: boolean;
  readonly onStart: (name: string) => Promise<void>;
}

/** Begins a draft under a name. */
export function StartVersion({ busy, onStart }: Props) {
  const intl = useIntl();
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={280} shadow="md" trapFocus>
      <Popover.Target>
        <Button size="compact-sm" variant="default" onClick={() => setOpened(!opened)}>
          <FormattedMessage id="sroi.start" />
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={intl.formatMessage({ id: 'sroi.start' })}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') void onStart(name.trim());
          }}
        >
          <Stack gap="sm" align="start">
            <TextInput
              w="100%"
              label={intl.formatMessage({ id: 'sroi.versionName' })}
              description={intl.formatMessage({ id: 'sroi.startAbout' })}
              value={name}
              maxLength={120}
              data-autofocus
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" size="compact-sm" loading={busy} disabled={name.trim() === ''}>
              <FormattedMessage id="sroi.begin" />
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
