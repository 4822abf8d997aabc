import type { Statement } from '@tandem/metrics/statement';
import type { Connection, PageArguments } from '../../graphql/connection.ts';
import type { Context } from '../../graphql/context.ts';
import { given } from '../../graphql/given.ts';
import type { FieldTree } from '../../graphql/look-ahead.ts';
import {
  FIGURE_CHANGES,
  type FigureChange,
  type FigureComparedInTimeType,
  type FigureMomentInput,
} from './figure-change.type.ts';
import { readRecords, recordsBelow, type FigureRecord } from './figure-records.ts';
import type { FigureRequest } from './metric.type.ts';
import { runFigure } from './run-figures.ts';

/** A figure at two moments, and what the duos below it did between them. */
export async function compareInTime(
  context: Context,
  request: FigureRequest,
  moment: FigureMomentInput,
): Promise<FigureComparedInTimeType> {
  const earlier = atMoment(request, moment);
  const statement = await changesBetween(context, earlier, request);
  return {
    before: await runFigure(context, earlier),
    after: await runFigure(context, request),
    changes: statement === undefined ? null : await countChanges(context, statement),
  };
}

async function countChanges(context: Context, { text, values }: Statement) {
  const rows: { change: FigureChange; count: number; counted: number }[] = await context.db.query(
    `select change, count(*) as count, count(*) filter (where counted) as counted from (${text}) as changed group by change`,
    values,
  );
  return FIGURE_CHANGES.map(
    (change) => rows.find((row) => row.change === change) ?? { change, count: 0, counted: 0 },
  );
}

/** A page of the duos by which a figure is another one than it was; null where it is not made of duos. */
export async function listChanged(
  context: Context,
  request: FigureRequest,
  moment: FigureMomentInput,
  change: FigureChange | null | undefined,
  page: PageArguments,
  fields: FieldTree,
): Promise<Connection<{ change: FigureChange; record: FigureRecord }> | null> {
  const statement = await changesBetween(context, atMoment(request, moment), request);
  if (statement === undefined) return null;
  const which = given(change) ? ` where change = '${change}'` : '';
  return readRecords(context, statement, which, page, fields['record'] ?? {}, (record, row) => ({
    change: row.change as FigureChange,
    record,
  }));
}

function atMoment(request: FigureRequest, { asOf, period, version }: FigureMomentInput): FigureRequest {
  return {
    ...request,
    ...(given(asOf) && { asOf }),
    ...(given(period) && { period }),
    ...(given(version) && { version }),
  };
}

/** The duos below one figure and not, or otherwise, below the other: `id`, `counted`, `change`. */
async function changesBetween(
  context: Context,
  earlier: FigureRequest,
  later: FigureRequest,
): Promise<Statement | undefined> {
  const before = await recordsBelow(context, earlier);
  const after = await recordsBelow(context, later);
  if (before === undefined || after === undefined) return undefined;
  const offset = before.values.length;
  const afterText = after.text.replace(/\$(\d+)/g, (_, place: string) => `$${Number(place) + offset}`);
  return {
    text: `select id, coalesce(after.counted, before.counted) as counted,
  case when before.counted is null then 'ENTERED' when after.counted is null then 'LEFT' when after.counted then 'NOW_COUNTED' else 'NO_LONGER_COUNTED' end as change
from (${before.text}) as before full join (${afterText}) as after using (id)
where before.counted is distinct from after.counted`,
    values: [...before.values, ...after.values],
  };
}
