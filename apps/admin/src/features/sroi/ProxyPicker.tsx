import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { useFormat } from '@tandem/ui/format';
import { useIntl } from 'react-intl';
import { PROXIES } from './sroi.queries.ts';

interface Picked {
  readonly euros: number;
  readonly proxyUnit: string;
  readonly proxySource: string;
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
        onPick({
          euros: proxy.cents / 100,
          proxyUnit: proxy.unit,
          proxySource: proxy.source,
          proxyYear: proxy.priceYear,
          proxyCountry: proxy.country,
          evidenceGrade: 'PUBLISHED',
        });
      }}
    />
  );
}
