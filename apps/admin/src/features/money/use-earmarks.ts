import { useMutation } from '@apollo/client/react';
import type { Refusal } from '@tandem/domain/refusal';
import { failedNotice, undoNotice } from '@tandem/ui/notices';
import { refusalIn, refusalWords } from '@tandem/ui/refusal';
import { useIntl } from 'react-intl';
import { EARMARK_DUOS, GRANT_AFTERWARDS, REMOVE_EARMARKS } from './grant.queries.ts';
import type { GrantDuo } from './grant-duo-columns.tsx';

interface Earmark {
  readonly duoId: string;
  readonly share: number;
}

/** Earmarks duos to a grant and takes earmarks away; each says so and offers to take it back. Answers whether it was done. */
export function useEarmarks(grantId: string) {
  const intl = useIntl();
  const [write] = useMutation(EARMARK_DUOS, GRANT_AFTERWARDS);
  const [removeThem] = useMutation(REMOVE_EARMARKS, GRANT_AFTERWARDS);
  const earmark = (earmarks: readonly Earmark[]) =>
    refusalIn(write({ variables: { grantId, earmarks: [...earmarks] } }));
  const remove = (duoIds: readonly string[]) =>
    refusalIn(removeThem({ variables: { grantId, duoIds: [...duoIds] } }));
  const said = (
    refusal: Refusal | undefined,
    id: string,
    count: number,
    undo: () => Promise<Refusal | undefined>,
  ) => {
    if (refusal === undefined) undoNotice(intl, intl.formatMessage({ id }, { count }), undo);
    else failedNotice(intl, refusalWords(intl, refusal));
    return refusal === undefined;
  };
  return {
    earmark: async (earmarks: readonly Earmark[]): Promise<boolean> =>
      said(await earmark(earmarks), 'grant.earmarked', earmarks.length, () =>
        remove(earmarks.map(({ duoId }) => duoId)),
      ),
    remove: async (duos: readonly GrantDuo[]): Promise<boolean> =>
      said(await remove(duos.map(({ id }) => id)), 'grant.earmarksRemoved', duos.length, () =>
        earmark(duos.map(({ id, own }) => ({ duoId: id, share: own }))),
      ),
  };
}
