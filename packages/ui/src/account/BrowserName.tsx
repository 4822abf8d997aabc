import { FormattedMessage } from 'react-intl';

const BROWSERS = [
  ['Edg/', 'Edge'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;
const SYSTEMS = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['Linux', 'Linux'],
] as const;

/** "Firefox · Windows": enough to know one's own device by. */
export function BrowserName({ userAgent }: { readonly userAgent: string | null | undefined }) {
  if (userAgent == null || userAgent === '') return <FormattedMessage id="sessions.unknown" />;
  const found = [BROWSERS, SYSTEMS].flatMap(
    (list) => list.find(([mark]) => userAgent.includes(mark))?.[1] ?? [],
  );
  return found.length === 0 ? userAgent.slice(0, 40) : found.join(' · ');
}
