import { CATALOGUE } from '@tandem/metrics/catalogue';
import { compileRecords } from '@tandem/metrics/compile';
import { readPage, type Connection, type PageArguments } from '../../graphql/connection.ts';
import { viewerCan, type Context } from '../../graphql/context.ts';
import type { FieldTree } from '../../graphql/look-ahead.ts';
import { DuoEntity } from '../duos/duo.entity.ts';
import { isCounted, type FigureRequest } from './metric.type.ts';
import { queryOf } from './compute-figures.ts';
import { hiddenFrom } from './run-figures.ts';

interface FigureRecord {
  readonly id: string;
  readonly counted: boolean;
  readonly duo: DuoEntity;
}

/** A page of the duos below a figure; null where it is not made of duos or the viewer may not see it. */
export async function listRecords(
  context: Context,
  request: FigureRequest,
  counted: boolean | null | undefined,
  page: PageArguments,
  fields: FieldTree,
): Promise<Connection<FigureRecord> | null> {
  if (!isCounted(request.metric) || !viewerCan(context, 'SEE_DUOS')) return null;
  const metric = CATALOGUE[request.metric];
  if (hiddenFrom(context, request.metric)) return null;
  const statement = compileRecords(metric, await queryOf(context, request));
  if (statement === undefined) return null;

  // The statement's positional parameters under names that the query builder can bind beside its own.
  const among = statement.text.replace(/\$(\d+)/g, ':record$1');
  const values = Object.fromEntries(statement.values.map((value, index) => [`record${index + 1}`, value]));
  const which = counted === null || counted === undefined ? '' : ` where counted = ${counted}`;
  const query = context.db
    .getRepository(DuoEntity)
    .createQueryBuilder('duo')
    .where(`duo.id in (select id from (${among}) as record${which})`, values);
  const order = { key: { expression: 'duo.started_on', type: 'date' }, direction: 'DESC' } as const;
  const duos = await readPage(query, order, page, fields);
  const ids = duos.edges.map(({ node }) => node.id);
  const rows: { id: string; counted: boolean }[] = await context.db.query(
    `select id, counted from (${statement.text}) as record where id = any ($${statement.values.length + 1})`,
    [...statement.values, ids],
  );
  const countedOf = new Map(rows.map((row) => [row.id, row.counted]));
  return {
    edges: duos.edges.map(({ cursor, node }) => ({
      cursor,
      node: { id: node.id, counted: countedOf.get(node.id) ?? false, duo: node },
    })),
    pageInfo: duos.pageInfo,
    get totalCount() {
      return duos.totalCount;
    },
  };
}
