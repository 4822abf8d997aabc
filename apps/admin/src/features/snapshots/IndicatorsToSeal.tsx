import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import type { MetricsToSealQuery } from '../../gql/graphql.ts';
import classes from './Snapshots.module.css';

type Metric = MetricsToSealQuery['metrics'][number];

interface Props {
  readonly metrics: readonly Metric[];
  readonly chosen: ReadonlySet<Metric['id']>;
  readonly onChange: (chosen: ReadonlySet<Metric['id']>) => void;
}

/** Which indicators are sealed: all of them, unless somebody folds this open and leaves some out. */
export function IndicatorsToSeal({ metrics, chosen, onChange }: Props) {
  const intl = useIntl();
  const groups = [...Map.groupBy(metrics, ({ group }) => group)];
  return (
    <details className={classes.choice}>
      <summary>
        <FormattedMessage id="snapshots.chosen" values={{ count: chosen.size, all: metrics.length }} />
      </summary>
      <Group gap="xs">
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => onChange(new Set(metrics.map(({ id }) => id)))}
        >
          <FormattedMessage id="snapshots.all" />
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => onChange(new Set())}>
          <FormattedMessage id="snapshots.none" />
        </Button>
      </Group>
      {groups.map(([group, own]) => (
        <Stack
          key={group}
          gap={6}
          role="group"
          aria-label={intl.formatMessage({ id: `vocabulary.MetricGroup.${group}` })}
        >
          <strong>
            <FormattedMessage id={`vocabulary.MetricGroup.${group}`} />
          </strong>
          {own.map(({ id, name }) => (
            <Checkbox
              key={id}
              size="sm"
              label={name}
              checked={chosen.has(id)}
              onChange={(event) => {
                const next = new Set(chosen);
                if (event.currentTarget.checked) next.add(id);
                else next.delete(id);
                onChange(next);
              }}
            />
          ))}
        </Stack>
      ))}
    </details>
  );
}
