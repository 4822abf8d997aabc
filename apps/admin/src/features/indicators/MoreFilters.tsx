import { Button, Popover, Stack } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { LIST_OF_DIMENSION } from '@tandem/metrics/definition';
import { FilterSelect } from '@tandem/ui/FilterSelect';
import { useWords } from '@tandem/ui/words';
import { FormattedMessage, useIntl } from 'react-intl';
import { useGrantOptions } from '../money/grant-options.ts';
import { LIST_FILTERS, type FilterSearch } from './dimensions.ts';
import type { Metric } from './indicator.queries.ts';
import classes from './Indicator.module.css';

interface Props {
  readonly metric: Pick<Metric, 'dimensions'>;
  readonly search: FilterSearch;
  readonly set: (change: Partial<FilterSearch>) => void;
}

/** Filters by what is known of people and by who pays, folded since most questions have none. */
export function MoreFilters({ metric, search, set }: Props) {
  const intl = useIntl();
  const { word, options } = useWords();
  const filters = LIST_FILTERS.filter(({ dimension }) => metric.dimensions.includes(dimension));
  const byGrant = metric.dimensions.includes('GRANT');
  const fields = [...filters.map(({ field }) => field), ...(byGrant ? (['grant'] as const) : [])];
  const active = fields.filter((field) => search[field] !== undefined).length;
  if (fields.length === 0) return null;
  return (
    <Popover position="bottom-start" shadow="md" width={300} trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          className={classes.reset ?? ''}
          leftSection={<IconFilter size={16} aria-hidden />}
        >
          <FormattedMessage id="indicators.filters" values={{ count: active }} />
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={intl.formatMessage({ id: 'table.filters' })}>
        <Stack gap="xs">
          {filters.map(({ dimension, field, values }) => (
            <FilterSelect
              key={field}
              label={word('Dimension', dimension)}
              options={options<string>(LIST_OF_DIMENSION[dimension] ?? '', values)}
              value={search[field]}
              onChange={(value) => set({ [field]: value })}
            />
          ))}
          {byGrant && <GrantFilter value={search.grant} onChange={(grant) => set({ grant })} />}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

interface GrantFilterProps {
  readonly value: readonly string[] | undefined;
  readonly onChange: (value: string[] | undefined) => void;
}

/** Grants are asked for once somebody looks for one. */
function GrantFilter({ value, onChange }: GrantFilterProps) {
  const { word } = useWords();
  return (
    <FilterSelect
      label={word('Dimension', 'GRANT')}
      options={useGrantOptions()}
      value={value}
      onChange={onChange}
    />
  );
}
