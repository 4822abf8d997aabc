import type { IntlShape } from 'react-intl';
import { formatInstant } from '../i18n/format.ts';
import type { ValueMapVersion } from './figure.ts';

/** Of which version of the value map a social return is made, and since when nothing changes it any more. */
export function valueMapWords({ name, version, publishedAt }: ValueMapVersion, intl: IntlShape): string {
  return publishedAt == null
    ? intl.formatMessage({ id: 'figure.valueMap.draft' }, { name, version })
    : intl.formatMessage(
        { id: 'figure.valueMap.locked' },
        { name, version, when: formatInstant(intl, publishedAt) },
      );
}
