import { useMutation } from '@apollo/client/react';
import { doneNotice, undoNotice } from '@tandem/ui/notices';
import { refusalIn, refusalOf, type RefusalSeen } from '@tandem/ui/refusal';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { inputOf } from './draft.ts';
import {
  DISCARD_VERSION,
  PUBLISH_VERSION,
  RESTORE_VERSION,
  SAVE_VERSION,
  SROI,
  START_VERSION,
  type Version,
} from './sroi.queries.ts';

const REFRESHED = { refetchQueries: [SROI], awaitRefetchQueries: true };

/** What can be done with a version; what was refused stands until something else is tried. */
export function useVersionActions(saved: Version) {
  const intl = useIntl();
  const words = (id: string, values?: Record<string, string>) => intl.formatMessage({ id }, values);
  const [refused, setRefused] = useState<RefusalSeen>();
  const [saveVersion, saving] = useMutation(SAVE_VERSION);
  const [startVersion, starting] = useMutation(START_VERSION, REFRESHED);
  const [publishVersion, publishing] = useMutation(PUBLISH_VERSION, REFRESHED);
  const [discardVersion, discarding] = useMutation(DISCARD_VERSION, REFRESHED);
  const [restoreVersion] = useMutation(RESTORE_VERSION, REFRESHED);
  const restore = (version: { readonly id: string; readonly version: number }) =>
    refusalIn(restoreVersion({ variables: { id: version.id, version: version.version } }));
  return {
    refused,
    setRefused,
    busy: saving.loading || starting.loading || publishing.loading || discarding.loading,
    /** Saves what was typed; whether it was taken. */
    save: async (draft: Version, version = draft.version): Promise<boolean> => {
      const { data } = await saveVersion({ variables: { id: saved.id, version, input: inputOf(draft) } });
      const done = data?.saveSroiVersion;
      setRefused(refusalOf(done));
      if (done?.__typename !== 'SroiVersion') return false;
      undoNotice(intl, words('sroi.saved'), () =>
        refusalIn(saveVersion({ variables: { id: done.id, version: done.version, input: inputOf(saved) } })),
      );
      return true;
    },
    /** Begins a draft as a copy of the version; its id, where it was let to. */
    start: async (name: string): Promise<string | undefined> => {
      const { data } = await startVersion({ variables: { from: saved.id, name } });
      const done = data?.startSroiVersion;
      setRefused(refusalOf(done));
      if (done?.__typename !== 'SroiVersion') return undefined;
      undoNotice(intl, words('sroi.started', { name }), () =>
        refusalIn(discardVersion({ variables: { id: done.id, version: done.version } })),
      );
      return done.id;
    },
    publish: async (): Promise<boolean> => {
      const { data } = await publishVersion({ variables: { id: saved.id, version: saved.version } });
      const done = data?.publishSroiVersion;
      setRefused(refusalOf(done));
      if (done?.__typename !== 'SroiVersion') return false;
      doneNotice(words('sroi.published', { name: saved.name }));
      return true;
    },
    discard: async (): Promise<boolean> => {
      const { data } = await discardVersion({ variables: { id: saved.id, version: saved.version } });
      const done = data?.discardSroiVersion;
      setRefused(refusalOf(done));
      if (done?.__typename !== 'SroiVersion') return false;
      undoNotice(intl, words('sroi.discarded', { name: saved.name }), () => restore(done));
      return true;
    },
  };
}
export type VersionActions = ReturnType<typeof useVersionActions>;
