import { valueMapWords } from '@tandem/ui/value-map-words';
import { useIntl } from 'react-intl';
import type { Snapshot } from './snapshot.queries.ts';

type SealedMap = NonNullable<Snapshot['figures'][number]['valueMap']>;

/** Of what a sealed social return is made: the value map, its version, and the what-if that was reckoned with. */
export function useSealedMapWords() {
  const intl = useIntl();
  return (sealed: SealedMap): string => {
    const { map, scenario } = sealed;
    return intl.formatMessage(
      { id: scenario == null ? 'snapshots.valueMap' : 'snapshots.valueMapWithScenario' },
      { map, scenario, version: valueMapWords(sealed, intl), alike: map === sealed.name },
    );
  };
}
