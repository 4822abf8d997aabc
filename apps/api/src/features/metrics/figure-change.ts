import { isCounted } from '@tandem/metrics/any-metric';
import { areApart } from '@tandem/metrics/apart';
import { FIGURE_CHANGES, type FigureChange, type FigureChangeReason } from '@tandem/metrics/figure-change';
import { Values, type Statement } from '@tandem/metrics/statement';
import type { Connection, PageArguments } from '../../graphql/connection.ts';
import type { Context } from '../../graphql/context.ts';
import { badRequest } from '../../graphql/errors.ts';
import { given } from '../../graphql/given.ts';
import type { FieldTree } from '../../graphql/look-ahead.ts';
import { haveSameValue, parametersOf } from '@tandem/metrics/definition';
import { answersOf } from '@tandem/metrics/figure-bounds';
import { differenceBounds, type Answers } from '@tandem/metrics/statistics/missing';
import { overlappingInterval, type Shared } from '@tandem/metrics/statistics/newcombe';
import { changesOf, reasonBetween, type Moment } from './change-reason.ts';
import { definedAs, queryOf } from './compute-figures.ts';
import type {
  ChangedRecordFilter,
  FigureComparedInTimeType,
  FigureDifferenceType,
  FigureMomentInput,
} from './figure-change.type.ts';
import { readRecords, recordsBelow, type FigureRecord } from './figure-records.ts';
import type { FigureAnswer } from './figure.type.ts';
import type { FigureRequest } from './figure-request.type.ts';
import { runFigure } from './run-figures.ts';

/** A figure at two moments, the interval of their difference, and what the records below it did between them. */
export async function compareInTime(
  context: Context,
  request: FigureRequest,
  moment: FigureMomentInput,
): Promise<FigureComparedInTimeType> {
  const earlier = atMoment(request, moment);
  const statement = await changesBetween(context, earlier, request);
  const before = await runFigure(context, earlier);
  const after = await runFigure(context, request);
  const reasons = statement === undefined ? null : await countReasons(context, statement);
  const shared = await sharedBy(context, earlier, request);
  const difference = differenceOf(before, after, shared);
  return {
    before,
    after,
    difference: difference && {
      ...difference,
      bounds: boundsBetween(earlier, before, request, after, shared),
    },
    changes: reasons && countChanges(reasons, request),
    reasons,
  };
}

/** By how much the second differs from the first. The same people may be below both: two rates are not taken as independent. */
function differenceOf(
  before: FigureAnswer,
  after: FigureAnswer,
  shared: Shared | null,
): Omit<FigureDifferenceType, 'bounds'> | null {
  if (!('value' in before) || !('value' in after)) return null;
  const [now, then] = [proportionOf(after), proportionOf(before)];
  return {
    value: after.value - before.value,
    interval: shared && now && then ? overlappingInterval(now, then, shared) : null,
    shared: shared && shared.both + shared.firstOnly + shared.secondOnly + shared.neither,
  };
}

function proportionOf({ unit, numerator, denominator }: Extract<FigureAnswer, { value: number }>) {
  return unit === 'RATE' && denominator !== null ? { successes: numerator, n: denominator } : undefined;
}

/** Within what the difference lies whatever became of those of whom it is not known, each as of its own moment. */
function boundsBetween(
  earlier: FigureRequest,
  before: FigureAnswer,
  later: FigureRequest,
  after: FigureAnswer,
  shared: SharedAndUnknown | null,
): FigureDifferenceType['bounds'] {
  const [then, now] = [answersBelow(earlier, before), answersBelow(later, after)];
  if (then === null || now === null || then.unknown + now.unknown === 0) return null;
  return differenceBounds(then, now, isCountedAlike(earlier, later) ? (shared?.unknown ?? 0) : 0);
}

/** Whether the two ask the same of a record, so that what becomes of it holds of both. */
function isCountedAlike({ metric, version }: FigureRequest, later: FigureRequest): boolean {
  return isCounted(metric) && haveSameValue(definedAs(metric, version), definedAs(metric, later.version));
}

/** What is known of whom a rate is about; whose window is not over is unknown as well. */
function answersBelow({ metric, version, parameters }: FigureRequest, answer: FigureAnswer): Answers | null {
  if (!isCounted(metric) || !('value' in answer) || answer.unit !== 'RATE') return null;
  const { numerator, denominator, unknown, notYetObservable } = answer;
  if (denominator === null || unknown === null) return null;
  const definition = definedAs(metric, version);
  const answers = answersOf(definition, parametersOf(definition, parameters ?? {}), {
    numerator,
    denominator,
    unknown,
    notYetObservable: notYetObservable ?? 0,
  });
  return answers && { ...answers, unknown: answers.unknown + answers.tooEarly };
}

interface SharedAndUnknown extends Shared {
  /** Of how many it is not known below either. */
  readonly unknown: number;
}

const NOBODY: SharedAndUnknown = { both: 0, firstOnly: 0, secondOnly: 0, neither: 0, unknown: 0 };

/**
 * The records below both moments, by whether they count. What one moment does not look at is in no sum. Where it does not open
 * to records there are none if what is asked says so, else null.
 */
async function sharedBy(
  context: Context,
  earlier: FigureRequest,
  later: FigureRequest,
): Promise<SharedAndUnknown | null> {
  const after = await recordsBelow(context, later);
  const before = await recordsBelow(context, earlier);
  if (before === undefined || after === undefined)
    return (await areMomentsApart(context, earlier, later)) ? NOBODY : null;
  const { text, values } = beside(after, before);
  const [shared]: SharedAndUnknown[] = await context.db.query(
    `select count(*) filter (where one and other) as both, count(*) filter (where one and not other) as "firstOnly",
  count(*) filter (where other and not one) as "secondOnly", count(*) filter (where not one and not other) as neither,
  count(*) filter (where unknown) as unknown
from (${text('join', 'first.counted as one, second.counted as other, first.unknown and second.unknown as unknown')}) as shared`,
    values,
  );
  return shared ?? null;
}

/** Whether two rates are of others by what is asked; of other figures nothing rests on it. */
async function areMomentsApart(
  context: Context,
  earlier: FigureRequest,
  later: FigureRequest,
): Promise<boolean> {
  const { metric } = later;
  if (!isCounted(metric) || definedAs(metric, later.version).unit !== 'RATE') return false;
  const [then, now] = await Promise.all(
    [earlier, later].map(async (request) => ({
      metric: definedAs(metric, request.version),
      query: await queryOf(context, request),
    })),
  );
  return then !== undefined && now !== undefined && areApart(then, now);
}

/** How many records did what, and why: all of them, whatever page of them is looked at. */
function countReasons(context: Context, { text, values }: Statement): Promise<ReasonCount[]> {
  return context.db.query(
    `select change, reason, count(*) as count, count(*) filter (where counted) as counted from (${text}) as changed
group by change, reason order by array_position($${values.length + 1}::text[], change), count(*) desc, reason`,
    [...values, FIGURE_CHANGES],
  );
}

interface ChangeCount {
  readonly change: FigureChange;
  readonly count: number;
  readonly counted: number;
}
interface ReasonCount extends ChangeCount {
  readonly reason: FigureChangeReason;
}

/** The same, whatever the reason: each that the figure can have. */
function countChanges(reasons: readonly ReasonCount[], { metric, version }: FigureRequest): ChangeCount[] {
  const changes = isCounted(metric) ? changesOf(definedAs(metric, version)) : [];
  return changes.map((change) => {
    const own = reasons.filter((one) => one.change === change);
    const sum = (of: (one: ReasonCount) => number) => own.reduce((total, one) => total + of(one), 0);
    return { change, count: sum(({ count }) => count), counted: sum(({ counted }) => counted) };
  });
}

interface ChangedRecord {
  readonly change: FigureChange;
  readonly reason: FigureChangeReason;
  readonly criterionBefore: (string | null)[] | null;
  readonly criterionAfter: (string | null)[] | null;
  readonly record: FigureRecord;
}

/** A page of the records by which a figure is another one than it was; null where it opens to none. */
export async function listChanged(
  context: Context,
  request: FigureRequest,
  moment: FigureMomentInput,
  { change, reason }: ChangedRecordFilter,
  page: PageArguments,
  fields: FieldTree,
): Promise<Connection<ChangedRecord> | null> {
  const statement = await changesBetween(context, atMoment(request, moment), request);
  if (statement === undefined) return null;
  const which = [
    ...(given(change) ? [`change = '${change}'`] : []),
    ...(given(reason) ? [`reason = '${reason}'`] : []),
  ];
  return readRecords<ChangedRecord>(
    context,
    { ...statement, which: which.length === 0 ? 'true' : which.join(' and ') },
    page,
    fields['record'] ?? {},
    (record, { change: did, reason: why, before = null, after = null }) => ({
      change: did as FigureChange,
      reason: why as FigureChangeReason,
      criterionBefore: before,
      criterionAfter: after,
      record,
    }),
  );
}

async function momentOf(context: Context, request: FigureRequest): Promise<Moment> {
  const metric = isCounted(request.metric) ? definedAs(request.metric, request.version) : undefined;
  const { asOf, period, parameters } = await queryOf(context, request);
  const population =
    metric?.parameters.includes('population') === true ? parametersOf(metric, parameters).population : null;
  return {
    asOf,
    period,
    population,
    stock: metric?.stock === true,
    version: metric?.version ?? null,
    changedBy: metric?.changedBy,
  };
}

/** Refuses another version at another moment: nobody could tell which of the two a change is due to. */
function atMoment(request: FigureRequest, { asOf, period, version }: FigureMomentInput): FigureRequest {
  if (given(version) && version !== request.version && (given(asOf) || given(period)))
    throw badRequest('A version is held against another one as of the same day and over the same period.');
  return {
    ...request,
    ...(given(asOf) && { asOf }),
    ...(given(period) && { period }),
    ...(given(version) && { version }),
  };
}

/** The records below one figure and not, or otherwise, below the other, each with what it did and why. */
async function changesBetween(context: Context, earlier: FigureRequest, later: FigureRequest) {
  const before = await recordsBelow(context, earlier);
  const after = await recordsBelow(context, later);
  if (before === undefined || after === undefined) return undefined;
  const both = beside(before, after);
  const values = new Values(both.values);
  const reason = reasonBetween(await momentOf(context, earlier), await momentOf(context, later), values);
  const either = [...SEEN, 'counted']
    .map((column) => `coalesce(second.${column}, first.${column}) as ${column}`)
    .join(', ');
  const changed = `${both.text(
    'full join',
    `id, ${either}, first.criterion as before, second.criterion as after, coalesce(first.apart, second.apart) as apart,
  case when first.counted is null then 'ENTERED' when second.counted is null then 'LEFT'
    when second.counted and not first.counted then 'NOW_COUNTED' when first.counted and not second.counted then 'NO_LONGER_COUNTED'
    when second.amount > first.amount then 'COUNTS_MORE' else 'COUNTS_LESS' end as change`,
  )}
where first.counted is distinct from second.counted or first.amount is distinct from second.amount`;
  return {
    text: `select changed.*, ${reason} as reason from (${changed}) as changed`,
    values: values.list,
    ofAnswers: after.ofAnswers,
  };
}

/** What is told of a record that a figure looks at. */
const SEEN = ['standing', 'cohort_on', 'criterion', 'amount'] as const;

/**
 * The records that two statements have, beside each other. Of one that is not looked at there is only how it stands `apart`,
 * and whether it is `unknown` (of one that is looked at, also where its window is not over): whether it counts is null.
 */
function beside(first: Statement, second: Statement) {
  const offset = first.values.length;
  const shifted = second.text.replace(/\$(\d+)/g, (_, place: string) => `$${Number(place) + offset}`);
  const seen = SEEN.map((column) => `case when among then ${column} end as ${column}`).join(', ');
  const looked = (text: string) =>
    `(select id, ${seen}, case when among then standing = 'COUNTED' end as counted, case when not among then standing end as apart,
  standing = 'UNKNOWN' or (among and standing = 'NOT_YET') as unknown
from (${text}) as record)`;
  return {
    text: (join: 'join' | 'full join', columns: string) =>
      `select ${columns} from ${looked(first.text)} as first ${join} ${looked(shifted)} as second using (id)`,
    values: [...first.values, ...second.values],
  };
}
