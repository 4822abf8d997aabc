import { Group, Select } from '@mantine/core';
import { useWords } from '@tandem/ui/words';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import type { Dimension } from '../../gql/graphql.ts';

const route = getRouteApi('/indicators/$metric');

interface Props {
  readonly dimensions: readonly Dimension[];
  readonly by: Dimension;
  readonly across: Dimension | undefined;
}

/** By which dimension, or by which two, the figure is read. */
export function BreakdownChoice({ dimensions, by, across }: Props) {
  const intl = useIntl();
  const { word } = useWords();
  const navigate = route.useNavigate();
  return (
    <Group gap="xs">
      <Select
        size="xs"
        value={by}
        allowDeselect={false}
        aria-label={intl.formatMessage({ id: 'indicators.by' })}
        onChange={(value) =>
          void navigate({
            search: (before) => ({
              ...before,
              by: dimensions.find((dimension) => dimension === value),
            }),
            resetScroll: false,
          })
        }
        data={dimensions.map((value) => ({ value, label: word('Dimension', value) }))}
      />
      <Select
        size="xs"
        value={across ?? ''}
        allowDeselect={false}
        aria-label={intl.formatMessage({ id: 'cross.by' })}
        onChange={(value) =>
          void navigate({
            search: (before) => ({
              ...before,
              across: dimensions.find((dimension) => dimension === value),
            }),
            resetScroll: false,
          })
        }
        data={[
          { value: '', label: intl.formatMessage({ id: 'cross.none' }) },
          ...dimensions
            .filter((value) => value !== by)
            .map((value) => ({
              value,
              label: intl.formatMessage({ id: 'cross.and' }, { dimension: word('Dimension', value) }),
            })),
        ]}
      />
    </Group>
  );
}
