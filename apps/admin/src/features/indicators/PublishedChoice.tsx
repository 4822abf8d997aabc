import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { IconLineDashed } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { usePublishedName } from '@tandem/ui/published-name';
import type { PublishedLine } from './use-published-series.ts';

const route = getRouteApi('/indicators/$metric');

interface Props {
  readonly possible: readonly PublishedLine[];
  readonly shown: readonly PublishedLine[];
}

/** Which published rates are drawn beside the figure; the address keeps it. */
export function PublishedChoice({ possible, shown }: Props) {
  const intl = useIntl();
  const navigate = route.useNavigate();
  const nameOf = usePublishedName();
  if (possible.length === 0) return null;
  return (
    <Popover position="bottom-end" shadow="md" width={320} trapFocus>
      <Popover.Target>
        <Button variant="default" size="compact-sm" leftSection={<IconLineDashed size={16} aria-hidden />}>
          <FormattedMessage id="published.choose" values={{ count: shown.length }} />
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Checkbox.Group
          label={intl.formatMessage({ id: 'published.chooseLabel' })}
          value={shown.map(({ key }) => key)}
          onChange={(keys) =>
            void navigate({ search: (before) => ({ ...before, lines: keys }), resetScroll: false })
          }
        >
          <Stack gap="xs" mt="xs">
            {possible.map((line) => (
              <Checkbox
                key={line.key}
                value={line.key}
                label={nameOf(line)}
                description={
                  line.misfit === 'COUNTRY' ? intl.formatMessage({ id: 'published.otherCountry' }) : undefined
                }
              />
            ))}
          </Stack>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  );
}
