import type { Thresholds } from '@tandem/domain/thresholds';
import type { Counts, FigureCells } from './offered-figure.ts';
import { isFew } from './primary.ts';
import type { SystemDraft } from './system.ts';

/**
 * What changed since a figure was told last is a figure about the people in between, and keeps the same limits: the earlier
 * values are known, so that telling today's tells the change.
 */
export function protectSince(
  draft: SystemDraft,
  limits: Thresholds,
  { figure, numerator, denominator }: FigureCells,
  told: { readonly asOf: string; readonly counts: Counts },
): void {
  const { metric, counts } = figure;
  const unit = metric === 'SOCIAL_RETURN' ? 'RATIO' : metric.unit;
  const integral = unit === 'RATE' || unit === 'COUNT' || unit === 'SCORE';
  const counted = changeOf(draft, numerator, told.counts.numerator, told.asOf, integral);
  const all =
    denominator === undefined || told.counts.denominator === null
      ? undefined
      : changeOf(draft, denominator, told.counts.denominator, told.asOf, true);
  const value = draft.valueOf(counted);
  const among = all === undefined ? 0 : draft.valueOf(all);
  const subjects = Math.abs((counts.subjects ?? 0) - (told.counts.subjects ?? 0));
  const isSameMap = unit !== 'RATIO' || !quantitiesMoved(counts, told.counts);
  if (unit === 'CENTS' && all === undefined && !figure.isKnown)
    return protectNewFunds(draft, limits, counted, counts, told.counts);
  if (figure.isKnown || (value === 0 && among === 0 && isSameMap)) return;
  switch (unit) {
    case 'RATE': {
      if (all === undefined) return;
      const others = draft.cell(`${all} but ${counted}`, among - value, FREE);
      draft.relate([
        [others, 1],
        [counted, 1],
        [all, -1],
      ]);
      const isSmall = Math.abs(among) < limits.SMALLEST_DENOMINATOR;
      for (const part of [counted, others])
        if (isSmall || Math.abs(draft.valueOf(part)) < limits.SMALLEST_PART)
          blur(draft, part, limits.SMALLEST_PART);
      return;
    }
    case 'SCORE':
      if (Math.abs(among) < limits.SMALLEST_DENOMINATOR) blur(draft, counted, limits.SMALLEST_PART);
      return;
    case 'COUNT':
      if (isFew(Math.abs(value), limits.SMALLEST_COUNT)) blur(draft, counted, limits.SMALLEST_COUNT);
      return;
    case 'HOURS': {
      // Which duos met since is not known: so much as a few of them have on average is not told.
      const each = counts.numerator / Math.max(1, counts.subjects ?? 0);
      if (Math.abs(value) < limits.SMALLEST_COUNT * each) blur(draft, counted, 2 * Math.abs(value));
      return;
    }
    case 'CENTS':
      if (all !== undefined && isFew(Math.abs(among), limits.SMALLEST_COUNT))
        blur(draft, all, limits.SMALLEST_COUNT);
      return;
    case 'RATIO':
      // Its quantities are counts of the whole programme, each times a published price. Other prices tell of nobody.
      if (!isSameMap && subjects < limits.SMALLEST_DENOMINATOR)
        blur(draft, counted, Math.max(1, 2 * Math.abs(value)));
  }
}

/**
 * What others gave since: the outsider takes off what it gave itself. How much that was is not known of what was told before it
 * was written down, so that it may then be one of those who gave.
 */
function protectNewFunds(
  draft: SystemDraft,
  { FEWEST_FUNDERS }: Thresholds,
  change: string,
  now: Counts,
  then: Counts,
): void {
  if (now.subjects === null) return;
  const more = now.subjects - (then.subjects ?? 0);
  const own = ownSince(now, then);
  const others = own === undefined ? change : othersOf(draft, change, own.numerator);
  const value = draft.valueOf(others);
  const funders = own === undefined ? Math.abs(more) - 1 : Math.abs(more - own.subjects);
  if (value !== 0 && funders < FEWEST_FUNDERS) blur(draft, others, 2 * Math.abs(value));
}

/** What the outsider gave since; undefined where it was not written down. Who is none of the funders gave nothing. */
function ownSince({ own: now }: Counts, { own: then }: Counts): NonNullable<Counts['own']> | undefined {
  if (now === undefined) return { numerator: 0, subjects: 0 };
  if (then === undefined) return undefined;
  return { numerator: now.numerator - then.numerator, subjects: now.subjects - then.subjects };
}

function othersOf(draft: SystemDraft, change: string, own: number): string {
  if (own === 0) return change;
  const bounds = { integral: false, least: -Infinity };
  const known = draft.cell(`${change}, of one's own`, own, bounds);
  draft.know(known);
  return draft.rest(`${change}, of others`, change, known, bounds);
}

/** Whether the two are made of other counts; where that was not written down, they are thought to be. */
function quantitiesMoved({ map: now }: Counts, { map: then }: Counts): boolean {
  if (now === undefined || then === undefined) return true;
  const names = new Set([...Object.keys(now.quantities), ...Object.keys(then.quantities)]);
  return [...names].some((name) => now.quantities[name] !== then.quantities[name]);
}

const FREE = { least: -Infinity };

/** Today's value less the one that was told, which everybody knows. */
export function changeOf(
  draft: SystemDraft,
  today: string,
  earlier: number,
  asOf: string,
  integral: boolean,
): string {
  const then = draft.cell(`${today} of ${earlier} on ${asOf}`, earlier, { integral, least: -Infinity });
  draft.know(then);
  const id = `${then}, since`;
  return draft.has(id) ? id : draft.rest(id, today, then, { integral, least: -Infinity });
}

/** Neither that nothing changed can be excluded, nor that it was enough, in the direction that it was. */
export function blur(draft: SystemDraft, change: string, enough: number): void {
  const value = draft.valueOf(change);
  if (value < 0) draft.protect(change, Math.min(value, -enough), 0);
  else draft.protect(change, 0, Math.max(value, enough));
}
