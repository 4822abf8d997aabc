import type { CalendarDay } from './calendar-day.ts';
import { accept, refuse, type Decision } from './refusal.ts';
import type { ConditionMeasure, GrantKind, GrantStatus } from './vocabulary.ts';

/** Shares are kept to ten-thousandths. */
export const WHOLE_SHARE = 10_000;

/** The smallest share that can be kept: one ten-thousandth. */
export const SMALLEST_SHARE = 1 / WHOLE_SHARE;

/** A share from 0 to 1 in ten-thousandths. */
export function tenThousandths(share: number): number {
  return Math.round(share * WHOLE_SHARE);
}

/** Whether funds are given in hours and not in money: they pay no line of the accounts. */
export function isInKind(kind: GrantKind): boolean {
  return kind === 'SKILLS_SPONSORSHIP';
}

/** How many days before its day a term of a grant is near: marked for its funder, and told to finance. */
export const DAYS_NEAR = 30;

/** What a grant says about the duos that it may pay. */
export interface GrantTerms {
  readonly status: GrantStatus;
  readonly startsOn: CalendarDay;
  readonly endsBefore: CalendarDay;
  /** The only branch it is for. */
  readonly branchId: string | null;
}

/** What earmarking needs to know of a duo. */
export interface EarmarkableDuo {
  readonly branchId: string;
  readonly startedOn: CalendarDay;
  readonly plannedEndOn: CalendarDay;
  readonly closedOn: CalendarDay | null;
}

/** Whether a duo fits a grant: some of its course lies in the grant's period, and it is of the grant's branch. */
export function fitsGrant(grant: GrantTerms, duo: EarmarkableDuo): Decision<EarmarkableDuo> {
  const endsOn = duo.closedOn ?? duo.plannedEndOn;
  if (duo.startedOn >= grant.endsBefore || endsOn < grant.startsOn)
    return refuse('DUO_OUTSIDE_GRANT_PERIOD', 'duoId', { from: grant.startsOn, to: grant.endsBefore });
  if (grant.branchId !== null && grant.branchId !== duo.branchId)
    return refuse('DUO_OF_OTHER_BRANCH', 'duoId');
  return accept(duo);
}

/** Whether it may still be said which duos a grant pays: it is awarded, and not yet settled with its funder. */
export function mayEarmark<G extends Pick<GrantTerms, 'status'>>(grant: G): Decision<G> {
  if (grant.status === 'SETTLED') return refuse('GRANT_SETTLED', 'grantId');
  return grant.status === 'AWARDED' ? accept(grant) : refuse('GRANT_DOES_NOT_COUNT', 'grantId');
}

/**
 * Earmarks a share of a duo to a grant; refuses a grant that is not awarded or is settled, a duo that does not fit it, and a share beyond
 * what other grants leave of the duo. `taken` and `share` are from 0 to 1. One that the grant paid before, by a file of
 * former times, may be put back whether it fits or not.
 */
export function earmark(
  grant: GrantTerms,
  duo: EarmarkableDuo,
  taken: number,
  share: number,
  paidBefore = false,
): Decision<number> {
  const may = mayEarmark(grant);
  if (!may.ok) return may;
  const fits = fitsGrant(grant, duo);
  if (!fits.ok && !paidBefore) return fits;
  const free = WHOLE_SHARE - tenThousandths(taken);
  if (tenThousandths(share) > free)
    return refuse('DUO_FUNDED_ALREADY', 'share', { free: free / WHOLE_SHARE });
  return accept(tenThousandths(share) / WHOLE_SHARE);
}

export interface Instalment {
  readonly dueOn: CalendarDay;
  readonly amountCents: number;
  readonly receivedOn: CalendarDay | null;
}
export interface MeasuredCondition {
  readonly measure: ConditionMeasure | null;
  readonly target: number | null;
  readonly metOn: CalendarDay | null;
}

/** Refuses an empty period, instalments beyond the amount, a receipt after today, and a measure without its target. */
export function checkGrant<
  G extends {
    readonly startsOn: CalendarDay;
    readonly endsOn: CalendarDay;
    readonly amountCents: number;
    readonly instalments: readonly Instalment[];
    readonly conditions: readonly MeasuredCondition[];
    readonly deadlines: readonly { readonly sentOn: CalendarDay | null }[];
  },
>(grant: G, today: CalendarDay): Decision<G> {
  if (grant.endsOn < grant.startsOn) return refuse('GRANT_PERIOD_EMPTY', 'endsOn');
  const sum = grant.instalments.reduce((total, { amountCents }) => total + amountCents, 0);
  if (sum > grant.amountCents) return refuse('INSTALMENTS_EXCEED_GRANT', 'amountCents', { sum: sum / 100 });
  for (const [index, { measure, target }] of grant.conditions.entries()) {
    const field = `conditions.${index}.target`;
    if ((measure === null) !== (target === null)) return refuse('TARGET_NEEDED', field);
    if (measure !== null && target !== null && measure !== 'DUOS_STARTED' && target > 1)
      return refuse('TOO_LARGE', field, { limit: 1 });
  }
  const done = [
    ...grant.instalments.map(
      ({ receivedOn }, index) => [`instalments.${index}.receivedOn`, receivedOn] as const,
    ),
    ...grant.deadlines.map(({ sentOn }, index) => [`deadlines.${index}.sentOn`, sentOn] as const),
    ...grant.conditions.map(({ metOn }, index) => [`conditions.${index}.metOn`, metOn] as const),
  ];
  const ahead = done.find(([, day]) => day !== null && day > today);
  return ahead === undefined ? accept(grant) : refuse('DAY_IN_FUTURE', ahead[0], { day: today });
}
