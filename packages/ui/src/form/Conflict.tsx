import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { FormattedMessage } from 'react-intl';
import { useFormat } from '../i18n/format.ts';
import type { Change } from '../session/refusal.ts';
import { ChangedValues } from './ChangedValues.tsx';

interface Props {
  /** The latest first; none where the viewer may not see them. */
  readonly changes: readonly Change[];
  readonly saving: boolean;
  /** Saves what was typed over what the others saved. */
  readonly onSaveMine: () => void;
  /** Lets go of what was typed, for what the others saved. */
  readonly onTakeTheirs: () => void;
}

/** Somebody else saved the record meanwhile: what they changed, and the two ways on. */
export function Conflict({ changes, saving, onSaveMine, onTakeTheirs }: Props) {
  const format = useFormat();
  return (
    <Alert color="yellow" role="alert" title={<FormattedMessage id="conflict.title" />}>
      <Stack gap="sm">
        <FormattedMessage id="conflict.kept" />
        {changes.map(({ id, at, actorName, before, after }) => (
          <div key={id}>
            <Text size="sm">
              <FormattedMessage
                id="conflict.by"
                values={{ who: <strong>{actorName}</strong>, when: format.instant(at) }}
              />
            </Text>
            <ChangedValues before={before} after={after} />
          </div>
        ))}
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={onTakeTheirs} disabled={saving}>
            <FormattedMessage id="conflict.theirs" />
          </Button>
          <Button size="xs" variant="default" onClick={onSaveMine} loading={saving}>
            <FormattedMessage id="conflict.mine" />
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
