import { useIntl } from 'react-intl';

/** How the reader's language separates decimals and groups of digits: what inputs of numbers need. */
export function useSeparators(): { readonly decimal: string; readonly group: string } {
  const intl = useIntl();
  // Four digits are not grouped everywhere.
  const parts = intl.formatNumberToParts(1_234_567.5);
  const partOf = (wanted: string, fallback: string) =>
    parts.find(({ type }) => type === wanted)?.value ?? fallback;
  return { decimal: partOf('decimal', '.'), group: partOf('group', ' ') };
}
