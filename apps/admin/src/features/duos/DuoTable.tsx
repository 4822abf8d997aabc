import { shownColumns } from '@tandem/ui/column';
import { DataTable } from '@tandem/ui/DataTable';
import type { ReactNode } from 'react';
import type { DuoRowFragment } from '../../gql/graphql.ts';
import { useDuoColumns } from './duo-columns.tsx';

interface Props {
  readonly caption: string;
  readonly duos: readonly DuoRowFragment[] | undefined;
  readonly empty: ReactNode;
}

/** A few duos as a part of another page. */
export function DuoTable({ caption, duos, empty }: Props) {
  const columns = shownColumns(useDuoColumns(), ['attention', 'lastMeeting', 'plannedEnd', 'status']);
  return <DataTable caption={caption} columns={columns} rows={duos} rowKey={({ id }) => id} empty={empty} />;
}
