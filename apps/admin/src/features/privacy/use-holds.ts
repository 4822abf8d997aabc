import { useMutation } from '@apollo/client/react';
import type { Refusal } from '@tandem/domain/refusal';
import { failedNotice, undoNotice } from '@tandem/ui/notices';
import { refusalIn, refusalOf, refusalWords } from '@tandem/ui/refusal';
import { useIntl } from 'react-intl';
import { LIFT_HOLD, PLACE_HOLD } from './privacy.queries.ts';

const AFTERWARDS = { refetchQueries: ['PersonPrivacy', 'LegalHolds'] };

/** Places a legal hold, and offers to take it back. */
export function usePlaceHold(personId: string) {
  const intl = useIntl();
  const [place] = useMutation(PLACE_HOLD, AFTERWARDS);
  const [lift] = useMutation(LIFT_HOLD, AFTERWARDS);
  return async (reason: string): Promise<Refusal | undefined> => {
    const { data } = await place({ variables: { personId, reason } });
    const refusal = refusalOf(data?.placeHold);
    if (refusal === undefined)
      undoNotice(intl, intl.formatMessage({ id: 'privacy.holdPlaced' }), () =>
        refusalIn(lift({ variables: { personId } })),
      );
    return refusal;
  };
}

/** Lifts a legal hold, and offers to place it again with its reason. */
export function useLiftHold(personId: string) {
  const intl = useIntl();
  const [place] = useMutation(PLACE_HOLD, AFTERWARDS);
  const [lift] = useMutation(LIFT_HOLD, AFTERWARDS);
  return async (reason: string): Promise<void> => {
    const { data } = await lift({ variables: { personId } });
    const refusal = refusalOf(data?.liftHold);
    if (refusal === undefined)
      undoNotice(intl, intl.formatMessage({ id: 'privacy.holdLifted' }), () =>
        refusalIn(place({ variables: { personId, reason } })),
      );
    else failedNotice(intl, refusalWords(intl, refusal));
  };
}
