import { useAboutFigure } from '@tandem/ui/about-figure';
import type { Column } from '@tandem/ui/column';
import type { FigureResult } from '@tandem/ui/figure';
import { FiledTable } from '@tandem/ui/FiledTable';
import { useFormat } from '@tandem/ui/format';
import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';

/** A figure without what is given in kind, and with it. */
interface Pair {
  readonly key: 'cost' | 'perDuo' | 'funding';
  readonly without: FigureResult | undefined;
  readonly with: FigureResult | undefined;
}

/** Figures without and with what is given in kind, side by side; each leads to its indicator. */
export function WithAndWithout({ pairs }: { readonly pairs: readonly Pair[] }) {
  const intl = useIntl();
  const format = useFormat();
  const aboutFigure = useAboutFigure();
  const words = (id: string) => intl.formatMessage({ id: `inKind.${id}` });
  const money = (cents: number | undefined) =>
    cents === undefined ? '–' : format.money(cents, { exact: true });
  const figure = (id: 'without' | 'with'): Column<Pair> => ({
    id,
    header: words(`column.${id}`),
    align: 'right',
    as: 'money',
    cell: ({ [id]: result }) =>
      result && (
        <Link to="/indicators/$metric" params={{ metric: result.definition.id }}>
          {money(valueOf(result))}
        </Link>
      ),
    text: ({ [id]: result }) => euros(valueOf(result)),
  });
  const columns: readonly Column<Pair>[] = [
    {
      id: 'figure',
      header: words('column.figure'),
      cell: ({ key }) => words(`figure.${key}`),
      text: ({ key }) => words(`figure.${key}`),
    },
    figure('without'),
    {
      id: 'given',
      header: words('column.given'),
      align: 'right',
      as: 'money',
      cell: (pair) => money(givenOf(pair)),
      text: (pair) => euros(givenOf(pair)),
    },
    figure('with'),
    {
      id: 'holds',
      header: words('column.holds'),
      wrap: true,
      cell: ({ key }) => words(`holds.${key}`),
      text: ({ key }) => words(`holds.${key}`),
    },
  ];
  return (
    <FiledTable
      caption={words('title')}
      columns={columns}
      rows={pairs}
      rowKey={({ key }) => key}
      fileName="with-and-without-in-kind"
      about={aboutFigure(
        pairs.flatMap((pair) => [pair.without, pair.with].filter((one) => one !== undefined)),
      )}
    />
  );
}

function valueOf(result: FigureResult | undefined): number | undefined {
  return result?.__typename === 'Figure' ? result.value : undefined;
}

function givenOf(pair: Pair): number | undefined {
  const [without, all] = [valueOf(pair.without), valueOf(pair.with)];
  return without === undefined || all === undefined ? undefined : all - without;
}

function euros(cents: number | undefined): number | null {
  return cents === undefined ? null : cents / 100;
}
