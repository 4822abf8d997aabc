import { useIntl } from 'react-intl';

/** Countries whose statistics are published in one way: of the European Union, of EFTA, and the United Kingdom. */
const PUBLISHING =
  'AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(
    ' ',
  );

/** The countries of which a rate may be, by their names in the reader's language; one that is written down already stays among them. */
export function useCountryOptions(written: string | null | undefined) {
  const intl = useIntl();
  const codes = written == null || PUBLISHING.includes(written) ? PUBLISHING : [...PUBLISHING, written];
  return codes
    .map((value) => ({ value, label: intl.formatDisplayName(value, { type: 'region' }) ?? value }))
    .toSorted((a, b) => a.label.localeCompare(b.label, intl.locale));
}
