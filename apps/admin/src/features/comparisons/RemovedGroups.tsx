import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { DataTable } from '@tandem/ui/DataTable';
import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Section';
import { useIntl } from 'react-intl';
import { REMOVED_GROUPS, type ComparisonGroup } from './comparison-groups.queries.ts';
import { useGroupActions } from './use-group-actions.ts';

/** Comparison groups that were removed, each with the last day on which it can be put back. */
export function RemovedGroups() {
  const intl = useIntl();
  const format = useFormat();
  const { restore } = useGroupActions();
  const { data } = useQuery(REMOVED_GROUPS);
  const words = (id: string, values?: Record<string, string>) => intl.formatMessage({ id }, values);
  const until = ({ restorableUntil }: ComparisonGroup) =>
    restorableUntil == null ? '' : format.day(restorableUntil);
  if (data === undefined || data.removedComparisonGroups.length === 0) return null;
  return (
    <Section title={words('outside.removedGroups')} about={words('outside.removedGroupsAbout')}>
      <DataTable<ComparisonGroup>
        caption={words('outside.removedGroups')}
        columns={[
          {
            id: 'name',
            header: words('outside.group'),
            fixed: true,
            wrap: true,
            cell: ({ name }) => name,
            text: ({ name }) => name,
          },
          {
            id: 'people',
            header: words('outside.people'),
            align: 'right',
            cell: ({ people }) => format.number(people),
            text: ({ people }) => people,
          },
          {
            id: 'until',
            header: words('outside.restorableUntil'),
            cell: until,
            text: ({ restorableUntil }) => restorableUntil ?? null,
          },
          {
            id: 'restore',
            header: words('outside.restore'),
            cell: (group) => (
              <Button
                variant="default"
                size="compact-sm"
                aria-label={words('outside.restoreOf', { name: group.name })}
                onClick={() => void restore(group)}
              >
                {words('outside.restore')}
              </Button>
            ),
            text: () => null,
          },
        ]}
        rows={data.removedComparisonGroups}
        rowKey={({ id }) => id}
      />
    </Section>
  );
}
