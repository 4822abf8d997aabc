import { addDays, type CalendarDay } from '@tandem/domain/calendar-day';
import {
  allocate,
  spanOf,
  type AllocatedPart,
  type AllocationRule,
  type DuoGroup,
  type LedgerLine,
} from '@tandem/domain/allocation';
import type { Period } from '@tandem/domain/period';
import type { CostCategory } from '@tandem/domain/vocabulary';
import type { Plan } from '../../database/database.ts';
import type { Context } from '../../graphql/context.ts';
import { badRequest } from '../../graphql/errors.ts';
import { groupShares } from './duo-shares.sql.ts';
import { inTurns } from './in-turns.ts';

interface BookedLine extends Omit<LedgerLine, 'span'> {
  readonly bookedOn: CalendarDay;
  /** The day that it is about: of its document where it had to be booked later. */
  readonly aboutOn: CalendarDay;
  readonly category: CostCategory;
}
type CountedLine = BookedLine & LedgerLine;
interface NumberedRule extends AllocationRule {
  readonly version: number;
}
export interface AllocatedPeriod extends Period {
  readonly rule: NumberedRule;
  readonly lines: readonly CountedLine[];
  /** The time of the spans among whose duos the lines are allocated. */
  readonly weighed: Period;
  /** Made anew whenever they are gone through, some at a time: others have their turn in between. */
  readonly parts: AsyncIterable<readonly AllocatedPart[]>;
}

/**
 * Allocates all lines that are booked in a period by today, by a version of the rule (the one in force where none is named).
 * Undefined where there is no such version. Who sees a part of the programme has it computed over all of it: what they may
 * be told of it is for the caller to say.
 */
export async function allocatePeriod(
  context: Context,
  period: Period,
  version?: number,
): Promise<AllocatedPeriod | undefined> {
  refuseReversed(period);
  const rule = await ruleOf(context, version);
  return rule && allocateBooked(context, rule, period, context.today);
}

interface TimeOptions {
  /** Lines that these bear alone are among them, whatever they are about. */
  readonly grants?: readonly string[];
  /** Only what is booked by this day; today where none is named. */
  readonly bookedBy?: CalendarDay;
  /** Which version of the rule; the one in force where none is named. */
  readonly version?: number | undefined;
}

/**
 * Allocates all lines that are about the months or years of a time: what was booked later of what was spent in it is among them.
 * By a rule that allocates the period that is asked for, they are those that are booked in it. Undefined where there is no such
 * version of the rule.
 */
export async function allocateTime(
  context: Context,
  time: Period,
  { grants = [], bookedBy = context.today, version }: TimeOptions = {},
): Promise<AllocatedPeriod | undefined> {
  refuseReversed(time);
  const rule = await ruleOf(context, version);
  if (rule === undefined) return undefined;
  if (rule.span === 'PERIOD') return allocateBooked(context, rule, time, bookedBy);
  const spans = untilToday(context, {
    from: spanOf(rule.span, time.from, time).from,
    to: spanOf(rule.span, addDays(time.to, -1), time).to,
  });
  const about = 'coalesce(document_on, booked_on)';
  const lines = await linesWhere(
    context,
    bookedBy,
    `${about} >= $2 and ${about} < $3 or grant_id = any ($4)`,
    [spans.from, spans.to, grants],
  );
  return allocateLines(context, rule, spans, lines);
}

/**
 * Allocates one line as `allocatePeriod` does in any period that has it. By a rule that allocates the period that is asked for,
 * it is among the duos of `period`. Undefined where there is no such line in it.
 */
export async function allocateLine(
  context: Context,
  id: string,
  period: Period,
): Promise<(AllocatedPeriod & { readonly span: Period; readonly line: CountedLine }) | undefined> {
  const rule = await ruleOf(context);
  const [booked] = await linesWhere(context, context.today, 'id = $2', [id]);
  if (rule === undefined || booked === undefined) return undefined;
  if (rule.span === 'PERIOD' && (booked.bookedOn < period.from || booked.bookedOn >= period.to))
    return undefined;
  const span = spanOf(rule.span, booked.aboutOn, period);
  const allocated = await allocateLines(context, rule, untilToday(context, span), [booked]);
  const [line] = allocated.lines;
  return line && { ...allocated, span, line };
}

const RULE = 'select version, basis, span, spread, branch_shares as "branchShares" from allocation_rule';

/** A version of the rule, the one in force where none is named. */
export async function ruleOf(context: Context, version?: number): Promise<NumberedRule | undefined> {
  const [rule] = await counted<NumberedRule>(
    context,
    `${RULE} where $1::integer is null or version = $1 order by version desc limit 1`,
    [version ?? null],
  );
  return rule;
}

/** Those of some versions of the rule that there are. */
export function rulesOf(context: Context, versions: readonly string[]): Promise<NumberedRule[]> {
  return counted<NumberedRule>(context, `${RULE} where version = any ($1::integer[])`, [versions]);
}

/** How long duos went on in the whole of an allocated period and which started in it, by branch and grant, as the rule counts them. */
export function duosOf(context: Context, { rule, from, to }: AllocatedPeriod): Promise<DuoGroup[]> {
  return groupsOf(context, groupShares(rule.span, 'PERIOD'), { from, to });
}

/** Lines by the day of booking. */
async function allocateBooked(
  context: Context,
  rule: NumberedRule,
  { from, to }: Period,
  bookedBy: CalendarDay,
): Promise<AllocatedPeriod> {
  const lines = await linesWhere(context, bookedBy, 'booked_on >= $2 and booked_on < $3', [from, to]);
  return allocateLines(context, rule, untilToday(context, { from, to }), lines);
}

/** Lines that are booked by a day and for which a condition over $2 and what follows holds. */
function linesWhere(
  context: Context,
  bookedBy: CalendarDay,
  which: string,
  values: readonly unknown[],
): Promise<BookedLine[]> {
  return counted<BookedLine>(
    context,
    `select id, booked_on as "bookedOn", coalesce(document_on, booked_on) as "aboutOn", branch_id as "branchId", nature, category,
       grant_id as "grantId", amount_cents as cents
     from cost where booked_on <= $1 and (${which}) order by booked_on, id`,
    [bookedBy, ...values],
  );
}

async function allocateLines(
  context: Context,
  rule: NumberedRule,
  period: Period,
  booked: readonly BookedLine[],
): Promise<AllocatedPeriod> {
  const spans = booked.map(({ aboutOn }) => spanOf(rule.span, aboutOn, period));
  const lines = booked.map((line, index) => ({ ...line, span: spans[index]?.from ?? period.from }));
  // Among whom lines are split that a grant bears alone is not asked beyond the period.
  const shared = spans.filter((_, index) => booked[index]?.grantId === null);
  const weighed = untilToday(context, {
    from: shared.reduce((first, { from }) => (from < first ? from : first), period.from),
    to: shared.reduce((last, { to }) => (to > last ? to : last), period.to),
  });
  const groups = await groupsOf(context, groupShares(rule.span), weighed);
  return {
    ...period,
    rule,
    lines,
    weighed,
    parts: { [Symbol.asyncIterator]: () => inTurns(allocate(lines, rule, groups)) },
  };
}

async function groupsOf(context: Context, shares: string, { from, to }: Period): Promise<DuoGroup[]> {
  const rows = await counted<
    Omit<DuoGroup, 'started' | 'activeDays'> & { started: number; activeDays: number }
  >(
    context,
    `select span, branch_id as "branchId", grant_id as "grantId", started, days as "activeDays" from (${shares}) as shares
     order by 1, 2, 3`,
    [from, to, null],
    'FOR_ITS_VALUES',
  );
  return rows.map((row) => ({
    ...row,
    started: BigInt(row.started),
    activeDays: BigInt(row.activeDays),
  }));
}

function refuseReversed({ from, to }: Period): void {
  if (from >= to) throw badRequest('The period ends before it begins.');
}

/** No later than to the end of today. */
function untilToday({ today }: Context, { from, to }: Period): Period {
  const tomorrow = addDays(today, 1);
  return { from, to: to < tomorrow ? to : tomorrow };
}

function counted<Row>(
  { db, scope }: Context,
  text: string,
  values: readonly unknown[],
  plan: Plan = 'KEPT',
): Promise<Row[]> {
  return scope.partnerId === null
    ? db.count<Row>(text, values, plan)
    : db.countProgramme<Row>(text, values, plan);
}
