import { useMutation } from '@apollo/client/react';
import { undoNotice } from '@tandem/ui/notices';
import { refusalIn, refusalOf, type RefusalSeen } from '@tandem/ui/refusal';
import { useIntl } from 'react-intl';
import type { PublishedRateInput } from '../../gql/graphql.ts';
import {
  PUBLISHED_RATES,
  REMOVE_PUBLISHED_RATE,
  RESTORE_PUBLISHED_RATE,
  SAVE_PUBLISHED_RATE,
  type PublishedRate,
} from './published-rates.queries.ts';

const REFRESHED = { refetchQueries: [PUBLISHED_RATES], awaitRefetchQueries: true };

/** What can be done with published rates; each can be taken back. */
export function usePublishedRateActions() {
  const intl = useIntl();
  const [saveRate] = useMutation(SAVE_PUBLISHED_RATE, REFRESHED);
  const [removeRate] = useMutation(REMOVE_PUBLISHED_RATE, REFRESHED);
  const [restoreRate] = useMutation(RESTORE_PUBLISHED_RATE, REFRESHED);
  const said = (id: string, { label }: { readonly label: string }) => intl.formatMessage({ id }, { label });
  return {
    /** Saves what was typed, over the version that was seen; why not, where it is refused. */
    save: async (
      seen: PublishedRate | undefined,
      input: PublishedRateInput,
      over?: number,
    ): Promise<RefusalSeen | undefined> => {
      const version = over ?? seen?.version ?? null;
      const { data } = await saveRate({ variables: { id: seen?.id ?? null, version, input } });
      const done = data?.savePublishedRate;
      if (done?.__typename !== 'PublishedRate') return refusalOf(done);
      undoNotice(intl, said('published.saved', done), () =>
        seen === undefined
          ? refusalIn(removeRate({ variables: { id: done.id, version: done.version } }))
          : refusalIn(saveRate({ variables: { id: done.id, version: done.version, input: inputOf(seen) } })),
      );
      return undefined;
    },
    remove: async (rate: PublishedRate): Promise<RefusalSeen | undefined> => {
      const { data } = await removeRate({ variables: { id: rate.id, version: rate.version } });
      const done = data?.removePublishedRate;
      if (done?.__typename !== 'PublishedRate') return refusalOf(done);
      undoNotice(intl, said('published.removed', rate), () =>
        refusalIn(restoreRate({ variables: { id: done.id, version: done.version } })),
      );
      return undefined;
    },
  };
}

function inputOf(rate: PublishedRate): PublishedRateInput {
  const { metric, rate: share, people, link, country, windowMonths, year } = rate;
  const { labelFr, labelNl, labelEn, populationFr, populationNl, populationEn } = rate;
  const { regionFr, regionNl, regionEn, sourceFr, sourceNl, sourceEn } = rate;
  return {
    metric,
    labelFr,
    labelNl,
    labelEn,
    rate: share,
    people,
    populationFr,
    populationNl,
    populationEn,
    sourceFr,
    sourceNl,
    sourceEn,
    link,
    country,
    regionFr,
    regionNl,
    regionEn,
    windowMonths,
    year,
  };
}
