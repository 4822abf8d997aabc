import type { Column } from '@tandem/ui/column';
import { useFormat } from '@tandem/ui/format';
import { useIntl } from 'react-intl';
import type { BenchmarksQuery } from '../../gql/graphql.ts';
import { usePublishedAbout, usePublishedName } from './published-name.ts';
import { PublishedSource } from './PublishedSource.tsx';

type Rate = BenchmarksQuery['comparePublished']['rates'][number];

/**
 * Published rates, how far the figure is from each, about whom they are and where they can be checked. There is no verdict: they
 * are of other people, so that chance is not what tells them apart.
 */
export function useBenchmarkColumns(): Column<Rate>[] {
  const intl = useIntl();
  const format = useFormat();
  const nameOf = usePublishedName();
  const aboutOf = usePublishedAbout();
  const words = (id: string) => intl.formatMessage({ id });
  return [
    {
      id: 'label',
      header: words('benchmark.who'),
      cell: ({ published }) => `${nameOf(published)} (${published.year})`,
      text: ({ published }) => `${nameOf(published)} (${published.year})`,
    },
    {
      id: 'rate',
      header: words('comparison.column.rate'),
      align: 'right',
      as: 'rate',
      cell: ({ published }) => format.percent(published.rate, 1),
      text: ({ published }) => published.rate,
    },
    {
      id: 'difference',
      header: words('comparison.difference'),
      align: 'right',
      cell: ({ difference }) => (difference == null ? '–' : format.difference(difference.difference, 'RATE')),
      text: ({ difference }) => difference?.difference ?? null,
    },
    {
      id: 'population',
      header: words('benchmark.population'),
      wrap: true,
      cell: ({ published, differs }) => aboutOf(published, differs),
      text: ({ published, differs }) => aboutOf(published, differs),
    },
    {
      id: 'source',
      header: words('about.source'),
      wrap: true,
      cell: ({ published }) => <PublishedSource published={published} />,
      text: ({ published }) => [published.source, published.link].filter(Boolean).join(' '),
    },
  ];
}
