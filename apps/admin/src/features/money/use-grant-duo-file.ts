import { useApolloClient } from '@apollo/client/react';
import type { About } from '@tandem/ui/about';
import { useAboutFigure } from '@tandem/ui/about-figure';
import type { Column } from '@tandem/ui/column';
import { useDataFile, type DataFormat } from '@tandem/ui/data-files';
import { download } from '@tandem/ui/download';
import { useFormat } from '@tandem/ui/format';
import { useRecordExport } from '@tandem/ui/record-export';
import { useCan } from '@tandem/ui/viewer';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { FigureStanding, GrantDuosQueryVariables } from '../../gql/graphql.ts';
import { withPreview, type GrantDuo, type GrantDuoListName } from './grant-duo-columns.tsx';
import { EARMARK_PREVIEW, GRANT_DUOS } from './grant.queries.ts';
import type { Grant } from './grant-values.ts';

const OUTCOMES = graphql(`
  query GrantOutcomes($filter: FigureFilterInput!, $first: Int!, $after: String) {
    figure(metric: POSITIVE_EXIT_RATE, filter: $filter) {
      ...FigureFields
    }
    figureRecords(metric: POSITIVE_EXIT_RATE, filter: $filter, first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          key
          standing
          duo {
            id
          }
        }
      }
    }
  }
`);
/** The largest page that the API gives of either. */
const EXPORT_PAGE = 200;

interface List {
  readonly grant: Grant;
  readonly list: GrantDuoListName;
  readonly columns: readonly Column<GrantDuo>[];
  /** What is asked for, of which page. */
  readonly variables: Omit<GrantDuosQueryVariables, 'first' | 'skip'>;
  /** The share that is typed, of the duos that the grant could pay. */
  readonly share: number;
}

/**
 * Writes all duos of a list of a grant to a file, however many of them a page shows; of those that it pays, for who may open the
 * records of figures and see duos, with what became of each.
 */
export function useGrantDuoFile({ grant, list, columns, variables, share }: List) {
  const intl = useIntl();
  const format = useFormat();
  const can = useCan();
  const client = useApolloClient();
  const dataFile = useDataFile();
  const recordExport = useRecordExport();
  const aboutFigure = useAboutFigure();
  const seesOutcomes = list !== 'free' && can('SEE_RECORDS_OF_FIGURES') && can('SEE_DUOS');

  const readDuos = async (): Promise<GrantDuo[]> => {
    const duos: GrantDuo[] = [];
    for (let total = 1; duos.length < total;) {
      const { data } = await client.query({
        query: GRANT_DUOS,
        variables: { ...variables, first: EXPORT_PAGE, skip: duos.length },
        fetchPolicy: 'no-cache',
      });
      const page = data?.grantDuos;
      if (page == null) throw new Error('the duos of the grant could not be read');
      duos.push(...withPreview(page.duos, await readPreview(page.duos)));
      total = page.duos.length === 0 ? 0 : page.totalCount;
    }
    return duos;
  };

  const readPreview = async (duos: readonly { readonly id: string }[]) => {
    if (list !== 'free' || share === 0 || duos.length === 0) return [];
    const { data } = await client.query({
      query: EARMARK_PREVIEW,
      variables: { grantId: grant.id, earmarks: duos.map(({ id }) => ({ duoId: id, share })) },
      fetchPolicy: 'no-cache',
    });
    if (data?.earmarkPreview == null) throw new Error('which duos could be earmarked could not be read');
    return data.earmarkPreview;
  };

  const readOutcomes = async () => {
    const standings = new Map<string, FigureStanding>();
    const readPage = async (after: string | null) => {
      const { data } = await client.query({
        query: OUTCOMES,
        variables: { filter: { grant: [grant.id] }, first: EXPORT_PAGE, after },
        fetchPolicy: 'no-cache',
      });
      if (data?.figureRecords == null) throw new Error('what became of the duos could not be read');
      for (const { node } of data.figureRecords.edges)
        if (node.duo != null) standings.set(node.duo.id, node.standing);
      return { ...data.figureRecords.pageInfo, figure: data.figure };
    };
    let page = await readPage(null);
    while (page.hasNextPage) page = await readPage(page.endCursor ?? null);
    return { standings, figure: page.figure };
  };

  return async (fileFormat: DataFormat): Promise<void> => {
    const rows = await readDuos();
    const outcomes = seesOutcomes ? await readOutcomes() : undefined;
    const scope = [
      `${grant.reference} · ${grant.funder.name}`,
      `${format.day(grant.startsOn)} – ${format.day(grant.endsOn)}`,
    ].join(', ');
    const figure = outcomes === undefined ? { scope } : aboutFigure([outcomes.figure], scope);
    const definition = [list === 'paid' ? costWords(rows) : undefined, figure.definition]
      .filter((words) => words !== undefined)
      .join(' ');
    const about: About = { ...figure, definition: definition === '' ? undefined : definition };
    await recordExport('grant-duos', rows.length, { grant: grant.reference, ...variables.filter });
    const outcome: Column<GrantDuo>[] =
      outcomes === undefined ? [] : [outcomeColumn(outcomes.standings, outcomes.figure.definition.name)];
    const title = intl.formatMessage({ id: `grant.file.${list}` }, { grant: grant.reference });
    const table = { title, columns: [...columns, ...outcome], rows, about };
    download(`duos-of-${grant.reference}.${fileFormat}`, await dataFile(fileFormat, table));
  };

  /** How what the grant bears of each duo comes to what it bore; undefined where it bears nothing yet. */
  function costWords(rows: readonly GrantDuo[]): string | undefined {
    if (grant.cost == null) return undefined;
    const money = (cents: number) => format.money(cents, { exact: true });
    const ofDuos = rows.reduce((sum, { cost }) => sum + (cost?.cents ?? 0), 0);
    return intl.formatMessage(
      { id: 'grant.file.cost' },
      {
        rule: grant.cost.ruleVersion,
        duos: money(ofDuos),
        rest: money(grant.cost.cost.cents - ofDuos),
        cost: money(grant.cost.cost.cents),
      },
    );
  }

  /** Empty of a duo that the figure does not look at: one that is not closed, or too early to tell. */
  function outcomeColumn(standings: ReadonlyMap<string, FigureStanding>, name: string): Column<GrantDuo> {
    const words = ({ id }: GrantDuo) => {
      const standing = standings.get(id);
      return standing === undefined ? null : intl.formatMessage({ id: `indicators.counted.${standing}` });
    };
    return { id: 'outcome', header: name, only: 'file', cell: words, text: words };
  }
}
