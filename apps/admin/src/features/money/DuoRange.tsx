import { Button, Group } from '@mantine/core';
import { useFormat } from '@tandem/ui/format';
import { FormattedMessage } from 'react-intl';

interface Props {
  /** How many come before the first that is shown. */
  readonly skip: number;
  readonly shown: number;
  readonly total: number;
  /** How many are shown at once. */
  readonly size: number;
  readonly onSkip: (skip: number) => void;
}

/** Which duos of a longer list are shown, with the way to those before and after them. */
export function DuoRange({ skip, shown, total, size, onSkip }: Props) {
  const format = useFormat();
  if (total <= shown && skip === 0) return null;
  return (
    <Group mb="sm" gap="xs">
      <span aria-live="polite">
        <FormattedMessage
          id="table.range"
          values={{
            from: format.number(skip + 1),
            to: format.number(skip + shown),
            total: format.number(total),
          }}
        />
      </span>
      <Button
        variant="default"
        size="xs"
        disabled={skip === 0}
        onClick={() => onSkip(Math.max(0, skip - size))}
      >
        <FormattedMessage id="table.previous" />
      </Button>
      <Button
        variant="default"
        size="xs"
        disabled={skip + shown >= total}
        onClick={() => onSkip(skip + size)}
      >
        <FormattedMessage id="table.next" />
      </Button>
    </Group>
  );
}
