import type { Thresholds } from '@tandem/domain/thresholds';
import { parametersOf, type Measure, type MetricDefinition } from '../definition.ts';
import { linkContained } from './links.ts';
import {
  isEmptyGroup,
  isListedAnyway,
  nameOf,
  signatureOf,
  type FigureCells,
  type Group,
  type OfferedFigure,
} from './offered-figure.ts';
import { protectFew, protectFunds, protectRate, protectScore, protectSum } from './primary.ts';
import { protectSince } from './since.ts';
import { SystemDraft } from './system.ts';

/**
 * A whole menu as one linked system: what is counted alike is one cell, whichever figure tells it; the groups of a dimension
 * come to the whole; what is contained in another thing is; and what changed since a figure was told last is a cell too.
 */
export function systemOf(limits: Thresholds, figures: readonly OfferedFigure[]): SystemDraft {
  const draft = new SystemDraft();
  const all = figures.map((figure) => cellsOf(draft, figure));
  relateGroups(draft, all);
  linkContained(draft, limits, all);
  for (const cells of all) {
    offer(draft, limits, cells);
    if (!cells.figure.isKnown) protect(draft, limits, cells);
    if (cells.figure.told !== undefined) protectSince(draft, limits, cells, cells.figure.told);
  }
  return draft;
}

/** The cells of a figure in a system; those that are there already are found again. */
export function cellsOf(draft: SystemDraft, figure: OfferedFigure): FigureCells {
  const { metric, counts, group } = figure;
  if (metric === 'SOCIAL_RETURN')
    return { figure, numerator: draft.cell(figure.key, counts.numerator, SUM), denominator: undefined };
  const counted = (measure: Measure, value: number) =>
    draft.cell(
      `${signatureOf(figure, measure)} ${nameOf(group)}`,
      value,
      boundsOf(metric, measure, group, value),
    );
  const denominator =
    metric.denominator === null ? undefined : counted(metric.denominator, counts.denominator ?? 0);
  return { figure, numerator: counted(metric.numerator, counts.numerator), denominator };
}

const SUM = { integral: false, least: -Infinity };

/** A branch or a grant is listed because something is in it, so that of what counts all of it nobody thinks that there is nothing. */
function boundsOf(metric: MetricDefinition, measure: Measure, group: Group, value: number) {
  if (measure.sum !== undefined && metric.unit !== 'COUNT')
    return metric.unit === 'SCORE' ? { least: -Infinity } : { ...SUM, least: Math.min(0, value) };
  const countsAll = measure.condition({ ...parametersOf(metric), asOf: '' }) === 'true';
  return { least: countsAll && !isListedAnyway(group) && value > 0 ? 1 : 0 };
}

/** Groups of one or two dimensions come to what they are groups of, but for grants: a duo of several is in each of them. */
export function relateGroups(draft: SystemDraft, all: readonly FigureCells[]): void {
  const cells = new Map<string, Map<string, Set<string>>>();
  const add = (whole: string, by: string, part: string) => {
    const ofWhole = cells.get(whole) ?? new Map<string, Set<string>>();
    cells.set(whole, ofWhole.set(by, (ofWhole.get(by) ?? new Set()).add(part)));
  };
  for (const { figure, numerator, denominator } of all)
    for (const cell of [numerator, denominator]) {
      if (cell === undefined) continue;
      const own = nameOf(figure.group);
      const stem = cell.slice(0, cell.length - own.length);
      for (const left of figure.group) {
        const rest = figure.group.filter((one) => one !== left);
        const whole = stem + nameOf(rest);
        if (figure.metric !== 'SOCIAL_RETURN' && draft.has(whole)) add(whole, left[0], cell);
      }
    }
  for (const [whole, ways] of cells)
    for (const [by, parts] of ways) {
      const sum = [...parts].reduce((total, part) => total + draft.valueOf(part), 0);
      const isWhole = Math.abs(sum - draft.valueOf(whole)) < 1e-6;
      if (isWhole && by !== 'GRANT') draft.parts(whole, [...parts]);
      else overlap(draft, whole, by, [...parts]);
    }
}

/** Parts that overlap: together they are at least the whole, and each is at most the whole. */
function overlap(draft: SystemDraft, whole: string, by: string, parts: readonly string[]): void {
  const bounds = { integral: false };
  const sum = parts.reduce((total, part) => total + draft.valueOf(part), 0);
  const beyond = sum - draft.valueOf(whole);
  if (beyond > -1e-6) {
    const twice = draft.cell(`${whole} twice by ${by}`, Math.max(0, beyond), bounds);
    draft.relate([...parts.map((part) => [part, 1] as const), [twice, -1], [whole, -1]]);
  }
  for (const part of parts)
    if (draft.valueOf(part) <= draft.valueOf(whole))
      draft.rest(`${whole} beside ${part}`, whole, part, bounds);
}

/** The figure as what is shown or hidden as one. A whole is worth more than a group, a large group more than a small one. */
function offer(
  draft: SystemDraft,
  limits: Thresholds,
  { figure, numerator, denominator }: FigureCells,
): void {
  const cells = [numerator, ...(denominator === undefined ? [] : [denominator])];
  if (figure.isKnown) {
    for (const cell of cells) draft.know(cell);
    return;
  }
  if (isEmptyGroup(figure, figure.counts)) return;
  const { metric, counts } = figure;
  if (
    metric !== 'SOCIAL_RETURN' &&
    metric.unit === 'SCORE' &&
    denominator !== undefined &&
    counts.squares !== null
  )
    cells.push(tellVotes(draft, limits, numerator, denominator, counts.squares));
  const size = Math.abs(counts.denominator ?? counts.subjects ?? counts.numerator);
  draft.figure(figure.key, cells, weightOf(figure, size));
}

/** What is lost with a figure that is about so many. */
export function weightOf({ group }: OfferedFigure, size: number): number {
  return (group.length === 0 ? 200 : 10) * (1 + Math.floor(Math.log2(1 + size)));
}

/** With its interval a score tells how many were in favour and how many against: of neither may there be a few. */
function tellVotes(
  draft: SystemDraft,
  { SMALLEST_PART }: Thresholds,
  sum: string,
  denominator: string,
  votes: number,
): string {
  const cast = draft.cell(`${sum} votes`, votes);
  draft.rest(`${denominator} but ${cast}`, denominator, cast);
  for (const [side, sign] of [
    ['for', 1],
    ['against', -1],
  ] as const) {
    const cell = draft.cell(`${sum} votes ${side}`, (votes + sign * draft.valueOf(sum)) / 2);
    draft.relate([
      [cell, 2],
      [cast, -1],
      [sum, -sign],
    ]);
    protectFew(draft, cell, SMALLEST_PART);
  }
  return cast;
}

function protect(
  draft: SystemDraft,
  limits: Thresholds,
  { figure, numerator, denominator }: FigureCells,
): void {
  const { metric, counts } = figure;
  if (metric === 'SOCIAL_RETURN') return;
  switch (metric.unit) {
    case 'RATE':
      if (denominator !== undefined) protectRate(draft, limits, numerator, denominator);
      return;
    case 'SCORE':
      if (denominator !== undefined) protectScore(draft, limits, numerator, denominator);
      return;
    case 'COUNT':
      protectFew(draft, numerator, limits.SMALLEST_COUNT);
      return;
    case 'HOURS':
      protectSum(draft, numerator, counts.subjects ?? 0, limits.SMALLEST_COUNT);
      return;
    case 'CENTS':
      // Money that is spent is about nobody; what is divided by is a count of people.
      if (denominator !== undefined) protectFew(draft, denominator, limits.SMALLEST_COUNT);
      else protectFunds(draft, numerator, counts, limits.FEWEST_FUNDERS);
      return;
    case 'RATIO':
  }
}
