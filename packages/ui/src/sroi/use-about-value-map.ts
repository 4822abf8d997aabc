import { useIntl } from 'react-intl';
import { valueMapWords } from '../figure/value-map-words.ts';
import type { ValueMapVersion } from '../figure/figure.ts';
import type { About } from '../table/about.ts';

/** What the files of a chart say of the value map that it is drawn from: its version, and of which day its quantities are. */
export function useAboutValueMap() {
  const intl = useIntl();
  return ({ asOf, ...version }: ValueMapVersion & { readonly asOf?: string | null | undefined }): About => ({
    definition: intl.formatMessage(
      { id: 'about.line' },
      { name: intl.formatMessage({ id: 'figure.valueMap' }), value: valueMapWords(version, intl) },
    ),
    scope: intl.formatMessage({ id: 'sroi.wholeProgramme' }),
    source: intl.formatMessage({ id: 'sroi.source' }),
    asOf: asOf ?? undefined,
  });
}
