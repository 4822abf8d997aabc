import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { useFormat } from '@tandem/ui/format';
import { useIntl } from 'react-intl';
import { PROXIES } from './sroi.queries.ts';

interface Picked {
  readonly euros: number;
  readonly proxyUnit: string;
  readonly proxySource: string;
  /** Many amounts of the library have the same source: this one is said of the amount that is taken. */
  readonly saidOf: { readonly source: string; readonly euros: number };
  readonly proxyYear: number;
  readonly proxyCountry: string;
  readonly evidenceGrade: 'PUBLISHED';
}

/** Takes an amount from the library together with its source. Amounts in another currency are not offered: nothing says at which rate. */
export function ProxyPicker({ onPick }: { readonly onPick: (proxy: Picked) => void }) {
  const intl = useIntl();
  const format = useFormat();
  const { data } = useQuery(PROXIES);
  const proxies = data?.proxies.filter(({ currency }) => currency === 'EUR') ?? [];
  return (
    <Select
      label={intl.formatMessage({ id: 'sroi.fromLibrary' })}
      placeholder={intl.formatMessage({ id: 'form.choose' })}
      searchable
      value={null}
      data={proxies.map(({ id, name, country, priceYear, cents }) => ({
        value: id,
        label: `${name} · ${country} ${priceYear} · ${format.money(cents)}`,
      }))}
      onChange={(id) => {
        const proxy = proxies.find((candidate) => candidate.id === id);
        if (proxy === undefined) return;
        const [euros, { source }] = [proxy.cents / 100, proxy];
        onPick({
          euros,
          proxyUnit: proxy.unit,
          proxySource: source,
          saidOf: { source, euros },
          proxyYear: proxy.priceYear,
          proxyCountry: proxy.country,
          evidenceGrade: 'PUBLISHED',
        });
      }}
    />
  );
}
