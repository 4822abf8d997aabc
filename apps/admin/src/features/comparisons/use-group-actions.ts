import { useMutation } from '@apollo/client/react';
import { useFormat } from '@tandem/ui/format';
import { failedNotice, undoNotice } from '@tandem/ui/notices';
import { refusalIn, refusalOf, refusalWords, type RefusalAnswer } from '@tandem/ui/refusal';
import { useIntl } from 'react-intl';
import {
  COMPARISON_GROUPS,
  REMOVE_GROUP,
  REMOVED_GROUPS,
  RESTORE_GROUP,
  type ComparisonGroup,
} from './comparison-groups.queries.ts';

const REFRESHED = { refetchQueries: [COMPARISON_GROUPS, REMOVED_GROUPS], awaitRefetchQueries: true };

/** Comparison groups are removed and put back; each is told with the other as the way back. */
export function useGroupActions() {
  const intl = useIntl();
  const format = useFormat();
  const [removeGroup] = useMutation(REMOVE_GROUP, REFRESHED);
  const [restoreGroup] = useMutation(RESTORE_GROUP, REFRESHED);
  const words = (id: string, values: Record<string, string>) => intl.formatMessage({ id }, values);
  const refuse = (answer: RefusalAnswer | null | undefined, name: string) => {
    const refused = refusalOf(answer);
    if (refused === undefined) return;
    const isTaken = refused.code === 'REFERENCE_TAKEN';
    failedNotice(intl, isTaken ? words('outside.nameTaken', { name }) : refusalWords(intl, refused));
  };
  return {
    remove: async ({ id, version, name }: ComparisonGroup): Promise<void> => {
      const { data } = await removeGroup({ variables: { id, version } });
      const done = data?.removeComparisonGroup;
      if (done?.__typename !== 'ComparisonGroup') return refuse(done, name);
      const { restorableUntil } = done;
      const until = restorableUntil == null ? '' : format.day(restorableUntil);
      undoNotice(intl, words('outside.removed', { name, until }), () =>
        refusalIn(restoreGroup({ variables: { id, version: done.version } })),
      );
    },
    restore: async ({ id, version, name }: ComparisonGroup): Promise<void> => {
      const { data } = await restoreGroup({ variables: { id, version } });
      const done = data?.restoreComparisonGroup;
      if (done?.__typename !== 'ComparisonGroup') return refuse(done, name);
      undoNotice(intl, words('outside.restored', { name }), () =>
        refusalIn(removeGroup({ variables: { id, version: done.version } })),
      );
    },
  };
}
