import { shownColumns } from '@tandem/ui/column';
import { DataTable } from '@tandem/ui/DataTable';
import type { ReactNode } from 'react';
import type { DuoRowFragment } from '../../gql/graphql.ts';
import { useDuoColumns } from './duo-columns.tsx';

interface Props {
  readonly caption: string;
  /** The columns beside the duo itself. */
  readonly columns: readonly string[];
  readonly duos: readonly DuoRowFragment[] | undefined;
  readonly empty: ReactNode;
}

/** A few duos as a part of another page. */
export function DuoTable({ caption, columns, duos, empty }: Props) {
  const shown = shownColumns(useDuoColumns(), columns);
  return <DataTable caption={caption} columns={shown} rows={duos} rowKey={({ id }) => id} empty={empty} />;
}
