import { useMutation } from '@apollo/client/react';
import { doneNotice, failedNotice, undoNotice } from '@tandem/ui/notices';
import { refusalIn, refusalOf, refusalWords } from '@tandem/ui/refusal';
import { useIntl } from 'react-intl';
import { PUBLISH_FIGURES, RESTORE_PUBLICATION, WITHDRAW_PUBLICATION } from './publication.queries.ts';

const AFTERWARDS = { refetchQueries: ['Publications', 'PublicationPreview'] };

/** Publishes the figures of the day, and withdraws those that stand with the way back on offer. */
export function usePublishing() {
  const intl = useIntl();
  const [publish] = useMutation(PUBLISH_FIGURES, AFTERWARDS);
  const [withdraw] = useMutation(WITHDRAW_PUBLICATION, AFTERWARDS);
  const [restore] = useMutation(RESTORE_PUBLICATION, AFTERWARDS);
  return {
    publish: async () => {
      const refusal = await refusalIn(publish());
      if (refusal === undefined) doneNotice(intl.formatMessage({ id: 'publication.published' }));
      else failedNotice(intl, refusalWords(intl, refusal));
    },
    withdraw: async (id: string) => {
      const { data } = await withdraw({ variables: { id } });
      const refusal = refusalOf(data?.withdrawPublication);
      if (refusal === undefined)
        undoNotice(intl, intl.formatMessage({ id: 'publication.withdrawn' }), () =>
          refusalIn(restore({ variables: { id } })),
        );
      else failedNotice(intl, refusalWords(intl, refusal));
    },
  };
}
