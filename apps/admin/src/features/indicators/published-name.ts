import { useIntl } from 'react-intl';

interface Named {
  readonly label: string;
  readonly country?: string | null | undefined;
}

/** What published rates are called: their name, with the country that they are of. */
export function usePublishedName() {
  const intl = useIntl();
  return ({ label, country }: Named): string =>
    country == null ? label : `${label}, ${intl.formatDisplayName(country, { type: 'region' }) ?? country}`;
}
