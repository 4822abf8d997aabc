import { Button, Popover, Stack, Text } from '@mantine/core';
import { useState } from 'react';

interface Props {
  readonly label: string;
  /** What will happen: for what nobody can take back. */
  readonly question: string;
  readonly onConfirm: () => Promise<unknown>;
}

/** Does what cannot be undone, once it was asked whether to. */
export function ConfirmButton({ label, question, onConfirm }: Props) {
  const [opened, setOpened] = useState(false);
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    try {
      await onConfirm();
      setOpened(false);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={260} shadow="md" trapFocus>
      <Popover.Target>
        <Button variant="default" size="compact-sm" onClick={() => setOpened(!opened)}>
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={question}>
        <Stack gap="sm" align="start">
          <Text size="sm">{question}</Text>
          {/* Its words may be longer than the box is wide. */}
          <Button
            size="compact-sm"
            color="red"
            h="auto"
            py={4}
            styles={{ label: { whiteSpace: 'normal' } }}
            loading={busy}
            onClick={() => void confirm()}
          >
            {label}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
