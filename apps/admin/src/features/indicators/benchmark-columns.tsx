import { boundsColumns } from '@tandem/ui/bounds-columns';
import type { Column } from '@tandem/ui/column';
import { useFormat } from '@tandem/ui/format';
import { textColumn } from '@tandem/ui/point-columns';
import { useIntl } from 'react-intl';
import { usePublishedStanding, type PublishedBeside } from './published-distance.ts';
import { usePublishedAbout, usePublishedLine } from '@tandem/ui/published-name';
import { PublishedSource } from '@tandem/ui/PublishedSource';
import { isTold } from './told-difference.ts';

/**
 * Published rates, how far the figure is from each with the interval of that and how it is to be read, or why no difference is
 * told, about whom they are and where they can be checked. There is no verdict: they are of other people, so that chance is not
 * what tells them apart.
 */
export function useBenchmarkColumns(): Column<PublishedBeside>[] {
  const intl = useIntl();
  const format = useFormat();
  const lineOf = usePublishedLine();
  const aboutOf = usePublishedAbout();
  const standingOf = usePublishedStanding();
  const words = (id: string) => intl.formatMessage({ id });
  const told = ({ difference }: PublishedBeside) => (isTold(difference) ? difference : undefined);
  return [
    {
      ...textColumn<PublishedBeside>('label', words('benchmark.who'), ({ published }) => lineOf(published)),
      wrap: true,
      cell: (rate) => (
        <>
          {lineOf(rate.published)}
          <small>{standingOf(rate)}</small>
        </>
      ),
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
    { ...textColumn('standing', words('benchmark.file.standing'), standingOf), only: 'file' },
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
