import type { Column } from '@tandem/ui/column';
import { DataTable } from '@tandem/ui/DataTable';
import { EmptyState } from '@tandem/ui/EmptyState';
import { useFormat } from '@tandem/ui/format';
import { useIntl } from 'react-intl';
import type { ImportsQuery } from '../../gql/graphql.ts';

type Run = ImportsQuery['importRuns'][number];
const sumOf = (run: Run, count: 'accepted' | 'refused') =>
  run.files.reduce((sum, file) => sum + file[count], 0);

/** Imports that were taken in before. */
export function PastImports({ runs }: { readonly runs: readonly Run[] | undefined }) {
  const intl = useIntl();
  const format = useFormat();
  /** Files that the reader is shown, and how many there were beside. */
  const filesOf = ({ files, otherFiles }: Run) => [
    ...files.map(({ name }) => name),
    ...(otherFiles > 0 ? [intl.formatMessage({ id: 'imports.filesBeside' }, { count: otherFiles })] : []),
  ];
  const header = (id: string) => intl.formatMessage({ id: `imports.column.${id}` });
  const columns: readonly Column<Run>[] = [
    {
      id: 'at',
      header: header('at'),
      cell: ({ committedAt }) => format.instant(committedAt),
      text: ({ committedAt }) => committedAt,
    },
    {
      id: 'by',
      header: header('by'),
      cell: ({ createdBy }) => createdBy,
      text: ({ createdBy }) => createdBy,
    },
    {
      id: 'files',
      header: header('files'),
      wrap: true,
      cell: (run) => intl.formatList(filesOf(run)),
      text: (run) => filesOf(run).join(', '),
    },
    {
      id: 'accepted',
      header: header('accepted'),
      align: 'right',
      cell: (run) => format.number(sumOf(run, 'accepted')),
      text: (run) => sumOf(run, 'accepted'),
    },
    {
      id: 'refused',
      header: header('refused'),
      align: 'right',
      cell: (run) => format.number(sumOf(run, 'refused')),
      text: (run) => sumOf(run, 'refused'),
    },
  ];
  return (
    <DataTable
      caption={intl.formatMessage({ id: 'imports.past' })}
      columns={columns}
      rows={runs}
      rowKey={({ id }) => id}
      empty={<EmptyState title={intl.formatMessage({ id: 'imports.noPast' })} />}
    />
  );
}
