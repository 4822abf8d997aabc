import type { Thresholds } from '@tandem/domain/thresholds';
import type { MetricDefinition } from '../definition.ts';
import { isOfExits } from '../figure-bounds.ts';
import { contain } from './links.ts';
import { cellsOf, relateGroups, weightOf } from './offer.ts';
import { nameOf, signatureOf, type FigureCells, type OfferedFigure } from './offered-figure.ts';
import { isFew } from './primary.ts';
import { blur, changeOf } from './since.ts';
import type { System, SystemDraft } from './system.ts';

/*
 * Of how many it is not known whether they count, beside the rates of a release. It is decided on once the rates are, so that
 * no rate is hidden for it, and in the same system: whatever had to stay wide stays as wide as without it.
 */

/** A rate with the cells of those who do not count in it: of whom it is not known, and, of exits, who is known to have none. */
interface Split {
  readonly figure: OfferedFigure;
  readonly metric: MetricDefinition;
  readonly unknown: string;
  readonly knownNot: string | undefined;
  /** Whether its indicator has both anywhere. Where all are of one kind, that is said of all at once and counts nobody apart. */
  readonly isMixed: boolean;
}

/** Indicators of which whoever counts in the part counts in the whole: whoever does not in the whole, does not in the part. */
const CHAIN: readonly (readonly [whole: string, part: string])[] = [
  ['POSITIVE_EXIT_RATE', 'EMPLOYMENT_RATE'],
  ['EMPLOYMENT_RATE', 'STABLE_EMPLOYMENT_RATE'],
];

/**
 * The system of a release (`draft`, which is added to) once the figures of `today` are told: what may be told beside them is of
 * how many it is not known. Neither of these, nor of those who are known not to count, may there be a few; nor of what changed in
 * them since they were told, nor of what one indicator has more of than another one.
 */
export function systemOfUnknown(
  draft: SystemDraft,
  limits: Thresholds,
  figures: readonly OfferedFigure[],
  today: ReadonlySet<string>,
): System {
  const splits = splitsOf(draft, figures);
  relateGroups(
    draft,
    splits.map(({ figure, unknown }): FigureCells => ({
      figure,
      numerator: unknown,
      denominator: undefined,
    })),
  );
  linkIndicators(draft, limits, splits);
  for (const split of splits) {
    const { figure, unknown, knownNot } = split;
    if (figure.isKnown) draft.know(unknown);
    else {
      protectParts(draft, split, [unknown, knownNot], limits.SMALLEST_COUNT);
      protectParts(draft, split, changesOf(draft, split), limits.SMALLEST_COUNT);
    }
  }
  const told = draft.figures.filter(({ id }) => today.has(id)).flatMap(({ cells }) => cells);
  const { cells, relations, protections, known } = draft;
  return {
    cells,
    relations,
    protections,
    known: new Set([...known, ...told]),
    figures: splits
      .filter(({ figure }) => today.has(figure.key) && !figure.isKnown && figure.leavesUnknownOut !== true)
      .map(({ figure, unknown }) => ({
        id: figure.key,
        cells: [unknown],
        weight: weightOf(figure, draft.valueOf(unknown)),
      })),
  };
}

function splitsOf(draft: SystemDraft, figures: readonly OfferedFigure[]): Split[] {
  const splits = figures.flatMap((figure): Omit<Split, 'isMixed'>[] => {
    const { metric, group, counts } = figure;
    if (metric === 'SOCIAL_RETURN' || metric.unknown === undefined) return [];
    const { numerator, denominator } = cellsOf(draft, figure);
    if (denominator === undefined) return [];
    const unknown = draft.cell(
      `${signatureOf(figure, metric.unknown)} ${nameOf(group)}`,
      counts.unknown ?? 0,
    );
    if (!isOfExits(metric)) return [{ figure, metric, unknown, knownNot: undefined }];
    const others = draft.rest(`${denominator} but ${numerator}`, denominator, numerator);
    const knownNot = draft.rest(`${others} but ${unknown}`, others, unknown);
    return [{ figure, metric, unknown, knownNot }];
  });
  const having = (kind: 'unknown' | 'knownNot') =>
    new Set(
      splits.flatMap(({ metric, [kind]: cell }) =>
        cell === undefined || draft.valueOf(cell) > 0 ? [metric.id] : [],
      ),
    );
  const [unknown, knownNot] = [having('unknown'), having('knownNot')];
  return splits.map((split) => ({
    ...split,
    isMixed: unknown.has(split.metric.id) && knownNot.has(split.metric.id),
  }));
}

/** What the narrower of two indicators has more of: those who count in the wider one alone. */
function linkIndicators(draft: SystemDraft, { SMALLEST_PART }: Thresholds, splits: readonly Split[]): void {
  const placeOf = (metric: string, { figure }: Split) => `${metric} ${nameOf(figure.group)}`;
  const byPlace = new Map(splits.map((split) => [placeOf(split.metric.id, split), split]));
  for (const one of splits)
    for (const [whole, part] of CHAIN) {
      const other = one.metric.id === whole ? byPlace.get(placeOf(part, one)) : undefined;
      if (other?.knownNot === undefined || one.knownNot === undefined) continue;
      const more = [contain(draft, other.unknown, one.unknown), contain(draft, other.knownNot, one.knownNot)];
      if (!one.figure.isKnown) protectParts(draft, other, more, SMALLEST_PART);
    }
}

/** What changed since it was told: in those of whom it is not known, and, where both were told of one day, in those who do not count. */
function changesOf(draft: SystemDraft, { figure: { told }, unknown, knownNot }: Split): string[] {
  const before = told?.counts.unknownTold ?? null;
  if (told === undefined || before === null) return [];
  const { asOf, counts } = told;
  const change = changeOf(draft, unknown, before, asOf, true);
  if (knownNot === undefined || counts.unknown !== before || counts.denominator === null) return [change];
  return [change, changeOf(draft, knownNot, counts.denominator - counts.numerator - before, asOf, true)];
}

function protectParts(
  draft: SystemDraft,
  { isMixed }: Split,
  parts: readonly (string | undefined)[],
  enough: number,
): void {
  const cells = parts.filter((part) => part !== undefined);
  if (!isMixed && cells.some((cell) => draft.valueOf(cell) === 0)) return;
  for (const cell of cells) if (isFew(Math.abs(draft.valueOf(cell)), enough)) blur(draft, cell, enough);
}
