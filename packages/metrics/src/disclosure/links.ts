import type { Thresholds } from '@tandem/domain/thresholds';
import { parametersOf } from '../definition.ts';
import { nameOf, type FigureCells, type OfferedFigure } from './offered-figure.ts';
import { protectFew } from './primary.ts';
import type { SystemDraft } from './system.ts';

type Place = readonly [metric: string, of: 'numerator' | 'denominator'];

interface Containment {
  readonly whole: Place;
  readonly part: Place;
  /** Whether what lies between tells how people fared: jobs that are not stable, exits that are no jobs. */
  readonly tells?: true;
}

/**
 * What indicators have in common that their definitions do not say in the same words: whoever is counted in the part is
 * counted in the whole. A new indicator that is part of another one is named here.
 */
const CONTAINED: readonly Containment[] = [
  { whole: ['POSITIVE_EXIT_RATE', 'numerator'], part: ['EMPLOYMENT_RATE', 'numerator'], tells: true },
  { whole: ['EMPLOYMENT_RATE', 'numerator'], part: ['STABLE_EMPLOYMENT_RATE', 'numerator'], tells: true },
  { whole: ['DUOS_STARTED', 'numerator'], part: ['POSITIVE_EXIT_RATE', 'denominator'] },
  { whole: ['DUOS_STARTED', 'numerator'], part: ['DUOS_CLOSED', 'numerator'] },
  { whole: ['DUOS_STARTED', 'numerator'], part: ['COMPLETION_RATE', 'denominator'] },
  { whole: ['COMPLETION_RATE', 'denominator'], part: ['MENTEE_RESPONSE_RATE', 'denominator'] },
  { whole: ['COMPLETION_RATE', 'denominator'], part: ['MENTOR_RESPONSE_RATE', 'denominator'] },
  { whole: ['MENTEE_RESPONSE_RATE', 'numerator'], part: ['AUTONOMY_RATE', 'denominator'] },
  { whole: ['MENTEE_RESPONSE_RATE', 'numerator'], part: ['NETWORK_RATE', 'denominator'] },
  { whole: ['MENTOR_RESPONSE_RATE', 'numerator'], part: ['USEFULNESS_RATE', 'denominator'] },
  { whole: ['MENTOR_RESPONSE_RATE', 'numerator'], part: ['COACHING_RATE', 'denominator'] },
];

/** States what is contained in what, group by group. */
export function linkContained(draft: SystemDraft, limits: Thresholds, all: readonly FigureCells[]): void {
  const byPlace = Map.groupBy(all, ({ figure }) => placeOf(figure));
  const cellAt = ([metric, of]: Place, group: string) => {
    const cells = byPlace.get(`${metric} ${group}`)?.[0];
    return { cell: cells?.[of], day: cells && dayOf(cells.figure, of) };
  };
  for (const { figure } of all) {
    const group = nameOf(figure.group);
    for (const { whole, part, tells } of CONTAINED) {
      if (figure.metric === 'SOCIAL_RETURN' || part[0] !== figure.metric.id) continue;
      const { cell: outer, day: outerDay } = cellAt(whole, group);
      const { cell: inner, day: innerDay } = cellAt(part, group);
      if (outer === undefined || inner === undefined || outer === inner) continue;
      // Who is in a year by the day of the one is in another by that of the other.
      if (outerDay !== innerDay && figure.group.some(([by]) => by === 'YEAR')) continue;
      const between = contain(draft, outer, inner);
      if (between !== undefined && tells === true) protectFew(draft, between, limits.SMALLEST_PART);
    }
  }
  partsOfStarted(
    draft,
    byPlace.get('DUOS_STARTED '),
    byPlace.get('DUOS_CLOSED '),
    byPlace.get('DUOS_ACTIVE '),
  );
}

/** The day that places a record in a year. */
function dayOf({ metric }: OfferedFigure, of: Place[1]): string | undefined {
  if (metric === 'SOCIAL_RETURN') return undefined;
  return metric[of]?.source.cohortDay({ ...parametersOf(metric), asOf: '' });
}

/** An indicator is always of the same range, so that it is not named. */
function placeOf({ metric, group }: OfferedFigure): string {
  return `${metric === 'SOCIAL_RETURN' ? metric : metric.id} ${nameOf(group)}`;
}

/** What is in the whole but not in the part; undefined where the records contradict that it is a part. */
export function contain(draft: SystemDraft, whole: string, part: string): string | undefined {
  if (draft.valueOf(part) > draft.valueOf(whole)) return undefined;
  return draft.rest(`${whole} but ${part}`, whole, part);
}

/** The closed and the active duos are those that started. */
function partsOfStarted(
  draft: SystemDraft,
  ...figures: readonly (readonly FigureCells[] | undefined)[]
): void {
  const [started, closed, active] = figures.map((list) => list?.[0]?.numerator);
  if (started === undefined || closed === undefined || active === undefined) return;
  if (draft.valueOf(closed) + draft.valueOf(active) === draft.valueOf(started))
    draft.parts(started, [closed, active]);
}
