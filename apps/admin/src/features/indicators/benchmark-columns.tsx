import { boundsColumns } from '@tandem/ui/bounds-columns';
import type { Column } from '@tandem/ui/column';
import { useFormat } from '@tandem/ui/format';
import { statusColumns, textColumn } from '@tandem/ui/point-columns';
import { useIntl } from 'react-intl';
import { isTold, usePublishedStanding, type PublishedBeside } from './published-distance.ts';
import { usePublishedAbout, usePublishedName } from './published-name.ts';
import { PublishedSource } from './PublishedSource.tsx';

/**
 * Published rates, how far the figure is from each with the interval of that, about whom they are and where they can be checked. There is no verdict: they
 * are of other people, so that chance is not what tells them apart.
 */
export function useBenchmarkColumns(rates: readonly PublishedBeside[]): Column<PublishedBeside>[] {
  const intl = useIntl();
  const format = useFormat();
  const nameOf = usePublishedName();
  const aboutOf = usePublishedAbout();
  const standingOf = usePublishedStanding();
  const words = (id: string) => intl.formatMessage({ id });
  const told = ({ difference }: PublishedBeside) => (isTold(difference) ? difference : undefined);
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
      ...textColumn<PublishedBeside>('people', words('benchmark.restsOn'), ({ published: { people } }) =>
        people == null ? words('benchmark.takenExact') : format.number(people),
      ),
      align: 'right',
      wrap: true,
      text: ({ published }) => published.people ?? null,
    },
    {
      id: 'difference',
      header: words('comparison.difference'),
      align: 'right',
      cell: (rate) => {
        const difference = told(rate);
        return difference === undefined ? '–' : format.difference(difference.difference, 'RATE');
      },
      text: (rate) => told(rate)?.difference ?? null,
    },
    ...boundsColumns<PublishedBeside>({
      id: 'interval',
      header: words('benchmark.interval'),
      lowerHeader: words('benchmark.file.lower'),
      upperHeader: words('benchmark.file.upper'),
      unit: 'RATE',
      bounds: (rate) => told(rate)?.interval,
      words: (bounds) => format.differences(bounds, 'RATE'),
    }),
    ...statusColumns<PublishedBeside>('standing', words('benchmark.file.standing'), rates, standingOf),
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
