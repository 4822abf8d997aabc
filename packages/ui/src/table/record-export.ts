import { useMutation } from '@apollo/client/react';
import { graphql } from '../gql/gql.ts';

const RECORD_EXPORT = graphql(`
  mutation RecordExport($list: String!, $rows: Int!, $selection: JSON) {
    recordExport(list: $list, rows: $rows, selection: $selection)
  }
`);

/** Writes into the trail that rows are taken out; rejects, and with it the export, where that cannot be done. */
export function useRecordExport() {
  const [record] = useMutation(RECORD_EXPORT);
  return async (list: string, rows: number, selection: unknown): Promise<void> => {
    await record({ variables: { list, rows, selection } });
  };
}
