import { ActionIcon, Popover } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useIntl } from 'react-intl';

interface Props {
  readonly name: string;
  readonly says: string;
}

/** Opens what a word means. */
export function ExplainWord({ name, says }: Props) {
  const intl = useIntl();
  return (
    <Popover shadow="md" trapFocus position="bottom-end">
      <Popover.Target>
        <ActionIcon size="sm" aria-label={intl.formatMessage({ id: 'figure.explain' }, { name })}>
          <IconInfoCircle size={16} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={name} maw="min(26rem, calc(100vw - 2rem))">
        {says}
      </Popover.Dropdown>
    </Popover>
  );
}
