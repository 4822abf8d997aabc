import type { EducationLevel, Gender } from '@tandem/domain/vocabulary';
import { compileRecords } from '@tandem/metrics/compile';
import type { Statement } from '@tandem/metrics/statement';
import { readPage, type Connection, type PageArguments } from '../../graphql/connection.ts';
import { viewerCan, type Context } from '../../graphql/context.ts';
import type { FieldTree } from '../../graphql/look-ahead.ts';
import { DuoEntity } from '../duos/duo.entity.ts';
import { isCounted, type FigureRequest } from './metric.type.ts';
import { definedAs, queryOf } from './compute-figures.ts';
import { hiddenFrom } from './run-figures.ts';

export interface FigureRecord {
  readonly id: string;
  readonly pseudonym: string;
  readonly counted: boolean;
  readonly branch: DuoEntity['branch'];
  readonly startedOn: string;
  readonly closedOn: string | null;
  readonly closureReason: DuoEntity['closureReason'];
  readonly gender: Gender | null;
  readonly educationLevel: EducationLevel | null;
  readonly duo: DuoEntity | null;
}

/** What a statement for records says of a duo. */
interface Below {
  readonly id: string;
  readonly counted: boolean;
  /** What became of it, where that is asked. */
  readonly change?: string;
}

/** A page of the duos below a figure; null where it is not made of duos or the viewer may not see it. */
export async function listRecords(
  context: Context,
  request: FigureRequest,
  counted: boolean | null | undefined,
  page: PageArguments,
  fields: FieldTree,
): Promise<Connection<FigureRecord> | null> {
  const statement = await recordsBelow(context, request);
  if (statement === undefined) return null;
  const which = counted === null || counted === undefined ? '' : ` where counted = ${counted}`;
  return readRecords(context, statement, which, page, fields, (record) => record);
}

/** The statement for the duos below a figure; undefined where it is not made of duos or the viewer may not see it. */
export async function recordsBelow(context: Context, request: FigureRequest): Promise<Statement | undefined> {
  if (!isCounted(request.metric) || hiddenFrom(context, request.metric)) return undefined;
  return compileRecords(definedAs(request.metric, request.version), await queryOf(context, request));
}

/**
 * A page of the duos that a statement has, the latest started first. Who may not see
 * duos gets no id of one.
 */
export async function readRecords<Node>(
  context: Context,
  statement: Statement,
  which: string,
  page: PageArguments,
  fields: FieldTree,
  make: (record: FigureRecord, row: Below) => Node,
): Promise<Connection<Node>> {
  // The statement's positional parameters under names that the query builder can bind beside its own.
  const among = statement.text.replace(/\$(\d+)/g, ':record$1');
  const values = Object.fromEntries(statement.values.map((value, index) => [`record${index + 1}`, value]));
  const query = context.db
    .getRepository(DuoEntity)
    .createQueryBuilder('duo')
    .where(`duo.id in (select id from (${among}) as record${which})`, values);
  const order = { key: { expression: 'duo.started_on', type: 'date' }, direction: 'DESC' } as const;
  const identified = viewerCan(context, 'SEE_DUOS');
  const duos = await readPage(context, query, order, page, fieldsOfDuo(fields, identified));
  const ids = duos.edges.map(({ node }) => node.id);
  const rows: Below[] = await context.db.query(
    `select * from (${statement.text}) as record where id = any ($${statement.values.length + 1})`,
    [...statement.values, ids],
  );
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return {
    edges: duos.edges.flatMap((edge) => {
      const { node: duo } = edge;
      const row = rowOf.get(duo.id);
      if (row === undefined) return [];
      return [
        {
          get cursor() {
            return edge.cursor;
          },
          node: make(recordOf(context, duo, row.counted, identified), row),
        },
      ];
    }),
    pageInfo: duos.pageInfo,
    get totalCount() {
      return duos.totalCount;
    },
    get hasMoreThanTotal() {
      return duos.hasMoreThanTotal;
    },
  };
}

function recordOf(context: Context, duo: DuoEntity, counted: boolean, identified: boolean): FigureRecord {
  return {
    id: duo.id,
    pseudonym: context.pseudonyms.of(duo.id),
    counted,
    branch: duo.branch,
    startedOn: duo.startedOn,
    closedOn: duo.closedOn,
    closureReason: duo.closureReason,
    gender: duo.mentee.person.gender,
    educationLevel: duo.mentee.educationLevel,
    duo: identified ? duo : null,
  };
}

/** What is read of a duo: what its record says without naming it and, for who may see duos, what is asked of it. */
function fieldsOfDuo({ branch = {}, duo = {} }: FieldTree, identified: boolean): FieldTree {
  const asked = identified ? duo : {};
  const { mentee = {} } = asked;
  return {
    ...asked,
    startedOn: {},
    closedOn: {},
    closureReason: {},
    branch: { ...asked['branch'], ...branch },
    mentee: { ...mentee, educationLevel: {}, person: { ...mentee['person'], gender: {} } },
  };
}
