import { Anchor } from '@mantine/core';
import { useFormat } from '@tandem/ui/format';
import { FormattedMessage } from 'react-intl';
import type { SroiModel, Version } from './sroi.queries.ts';
import classes from './Sroi.module.css';

interface Props {
  readonly model: SroiModel;
  readonly version: Version;
  readonly onOpen: (id: string) => void;
}

/** Whether figures come from the version that is seen; where they do not, the one that they come from is a click away. */
export function WhichVersion({ model: { current, draft }, version, onOpen }: Props) {
  const format = useFormat();
  const open = ({ id, name }: Version) => (
    <Anchor component="button" type="button" className={classes.openOther ?? ''} onClick={() => onOpen(id)}>
      <FormattedMessage id="sroi.openVersion" values={{ name }} />
    </Anchor>
  );
  const counts = current?.id === version.id;
  const publishedAt = current?.publishedAt;
  return (
    <p className={classes.which} data-counts={counts || undefined}>
      <FormattedMessage
        id="sroi.whichVersion"
        values={{
          kind: version.status,
          counts: counts ? 'yes' : 'no',
          name: version.name,
          current: current?.name ?? '',
          dated: publishedAt == null ? 'no' : 'yes',
          when: publishedAt == null ? '' : format.instant(publishedAt),
        }}
      />{' '}
      {current != null && !counts && open(current)}
      {counts && draft != null && draft.id !== version.id && open(draft)}
    </p>
  );
}
