import type { EducationLevel, Gender } from '@tandem/domain/vocabulary';
import { isCounted } from '@tandem/metrics/any-metric';
import { compileRecords } from '@tandem/metrics/compile';
import type { Statement } from '@tandem/metrics/statement';
import { readPage, type Connection, type PageArguments } from '../../graphql/connection.ts';
import { viewerCan, type Context } from '../../graphql/context.ts';
import type { FieldTree } from '../../graphql/look-ahead.ts';
import type { EntityTarget } from 'typeorm';
import { given } from '../../graphql/given.ts';
import { DuoEntity } from '../duos/duo.entity.ts';
import { ResponseEntity } from '../duos/response.entity.ts';
import type { FigureRequest } from './figure-request.type.ts';
import type { FigureStanding } from './records-of-figure.type.ts';
import { definedAs, queryOf } from './compute-figures.ts';
import { hiddenFrom } from './run-figures.ts';

export interface FigureRecord {
  readonly id: string;
  readonly key: string;
  readonly pseudonym: string;
  readonly standing: FigureStanding;
  readonly cohortDay: string;
  readonly criterion: (string | null)[];
  readonly branch: DuoEntity['branch'];
  readonly startedOn: string;
  readonly closedOn: string | null;
  readonly closureReason: DuoEntity['closureReason'];
  readonly gender: Gender | null;
  readonly educationLevel: EducationLevel | null;
  readonly duo: DuoEntity | null;
}

/** What a statement for records says of one. */
interface RecordRow {
  readonly id: string;
  readonly standing: FigureStanding;
  readonly cohort_on: string;
  readonly criterion: (string | null)[];
  /** What became of it, why, and on what its counting rested at either moment, where that is asked. */
  readonly change?: string;
  readonly reason?: string;
  readonly before?: (string | null)[] | null;
  readonly after?: (string | null)[] | null;
}

/** A page of the records below a figure; null where it opens to none or the viewer may not see them. */
export async function listRecords(
  context: Context,
  request: FigureRequest,
  standing: FigureStanding | null | undefined,
  page: PageArguments,
  fields: FieldTree,
): Promise<Connection<FigureRecord> | null> {
  const statement = await recordsBelow(context, request);
  if (statement === undefined) return null;
  // Of whom it is not known, some figures do not look at: they are told where they are asked for.
  const which = given(standing) ? `standing = '${standing}'` : 'among';
  return readRecords(context, { ...statement, which }, page, fields, (record) => record);
}

/** What may be read of the records below a figure. */
interface Records extends Statement {
  readonly ofAnswers: boolean;
}

/** The statement for the records below a figure; undefined where it opens to none or the viewer may not see them. */
export async function recordsBelow(context: Context, request: FigureRequest): Promise<Records | undefined> {
  if (!isCounted(request.metric) || hiddenFrom(context, request.metric)) return undefined;
  const metric = definedAs(request.metric, request.version);
  const statement = compileRecords(metric, await queryOf(context, request));
  return statement && { ...statement, ofAnswers: metric.numerator.source.records === 'ANSWERS' };
}

/**
 * A page of the records that a statement has, duos by their start and answers by their day, the latest first. Who may not
 * see duos gets no id of one.
 */
export async function readRecords<Node>(
  context: Context,
  { text, values, which, ofAnswers }: Records & { readonly which: string },
  page: PageArguments,
  fields: FieldTree,
  make: (record: FigureRecord, row: RecordRow) => Node,
): Promise<Connection<Node>> {
  // The statement's positional parameters under names that the query builder can bind beside its own.
  const among = text.replace(/\$(\d+)/g, ':record$1');
  const bound = Object.fromEntries(values.map((value, index) => [`record${index + 1}`, value]));
  const identified = viewerCan(context, 'SEE_DUOS');
  const asked = fieldsOfDuo(fields, identified);
  const pageOf = <T extends { id: string }>(
    entity: EntityTarget<T>,
    alias: string,
    day: string,
    tree: FieldTree,
  ) =>
    readPage(
      context,
      context.db
        .getRepository(entity)
        .createQueryBuilder(alias)
        .where(`${alias}.id in (select id from (${among}) as record where ${which})`, bound),
      { key: { expression: `${alias}.${day}`, type: 'date' }, direction: 'DESC' },
      page,
      tree,
    );
  const found: Connection<DuoEntity | ResponseEntity> = ofAnswers
    ? await pageOf(ResponseEntity, 'response', 'answered_on', { duo: asked })
    : await pageOf(DuoEntity, 'duo', 'started_on', asked);
  const rows: RecordRow[] = await context.db.query(
    `select * from (${text}) as record where id = any ($${values.length + 1})`,
    [...values, found.edges.map(({ node }) => node.id)],
  );
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return {
    edges: found.edges.flatMap((edge) => {
      const { node } = edge;
      const row = rowOf.get(node.id);
      if (row === undefined) return [];
      return [
        {
          get cursor() {
            return edge.cursor;
          },
          node: make(recordOf(context, 'duo' in node ? node.duo : node, row, identified), row),
        },
      ];
    }),
    pageInfo: found.pageInfo,
    get totalCount() {
      return found.totalCount;
    },
    get hasMoreThanTotal() {
      return found.hasMoreThanTotal;
    },
  };
}

function recordOf(context: Context, duo: DuoEntity, row: RecordRow, identified: boolean): FigureRecord {
  return {
    id: duo.id,
    key: context.pseudonyms.of(row.id),
    pseudonym: context.pseudonyms.of(duo.id),
    standing: row.standing,
    cohortDay: row.cohort_on,
    criterion: row.criterion,
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
