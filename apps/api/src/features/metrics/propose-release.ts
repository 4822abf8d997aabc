import { createHash } from 'node:crypto';
import { isCounted } from '@tandem/metrics/any-metric';
import { CATALOGUE } from '@tandem/metrics/catalogue';
import type { OfferedFigure } from '@tandem/metrics/disclosure/offered-figure';
import { isFew } from '@tandem/metrics/disclosure/primary';
import { decideRelease } from '@tandem/metrics/disclosure/release';
import type { Thresholds } from '@tandem/domain/thresholds';
import { THRESHOLD_NAMES } from '@tandem/domain/vocabulary';
import type { Context } from '../../graphql/context.ts';
import { tellsOfFew } from '../sroi/map-told.loader.ts';
import { findModel } from '../sroi/value-map.loader.ts';
import { grantCosts } from './grant-costs.ts';
import { countQuestion, countTogether, duosOfProgramme, type FigureCounts } from './menu-figures.ts';
import { isInContract, isOfProgramme, keyOf, menuOf, questionOf, type Question } from './menu.ts';
import type { Outsider } from './outsider.ts';
import { questionsTellingRests } from './partners-rests.ts';
import { ROLL_UPS } from './roll-ups.ts';
import { latestRelease, type NewRelease, type ReleasedCounts, type ReleaseState } from './release-ledger.ts';
import { isTooRecent, withEveryGroup, type CountedQuestion } from './whole-menu.ts';
import { suppressApart, type Suppress } from './suppress-apart.ts';
import { toldBefore } from './told-before.ts';
import { thresholdsOf } from './thresholds.loader.ts';

/** What an outsider would be told today: what stands already, or a release that is not written down yet. */
type Proposal =
  | { readonly isNew: false; readonly state: ReleaseState }
  | { readonly isNew: true; readonly release: NewRelease; readonly before: ReleaseState | undefined };

/** Counts the whole menu of an outsider and decides on all of it, against what was told before. Nothing is written. */
export async function proposeRelease(
  context: Context,
  outsider: Outsider,
  solve: Suppress = suppressApart,
): Promise<Proposal> {
  const rules = await rulesNow(context, outsider.kind);
  const before = await latestRelease(context.db, outsider);
  if (before !== undefined && before.rules === rules && before.asOf >= context.today)
    return { isNew: false, state: before };
  const limits = await thresholdsOf(context);
  const offered = await offer(context, outsider, limits, before);
  const costs = outsider.kind === 'PARTNER' ? await grantCosts(context, outsider.partnerId) : [];
  await context.db.endReading();
  const { showings, unknownTold, quality } = await decideRelease(
    limits,
    offered.flatMap(({ figure }) => figure ?? []),
    solve,
  );
  const showing = (key: string) => showings.get(key) ?? ('PROTECTED' as const);
  const figures = [
    ...offered.map(({ key, counts }) => ({
      key,
      counts: unknownTold.has(key)
        ? { ...counts, unknownTold: counts.unknown }
        : { ...counts, unknown: null },
      showing: showing(key),
    })),
    // Both are of all cost of the programme, and are told together or not at all.
    ...costs.map((cost) => ({ ...cost, showing: showing(COST_PER_DUO) })),
  ];
  return { isNew: true, release: { asOf: context.today, rules, quality, figures }, before };
}

const COST_PER_DUO = keyOf(questionOf('COST_PER_DUO'), []);

/** By what a release to such outsiders would be decided now: one that was decided otherwise is no longer what may be shown. */
export async function rulesNow(context: Context, kind: Outsider['kind']): Promise<string> {
  const [limits, model] = await Promise.all([thresholdsOf(context), findModel(context)]);
  return rulesOf(limits, menuOf({ kind }), model?.publishedVersionId);
}

function rulesOf(
  limits: Thresholds,
  menu: readonly Question[],
  publishedMap: string | null | undefined,
): string {
  const text = JSON.stringify([
    THRESHOLD_NAMES.map((name) => limits[name]),
    menu.map(({ id }) => id),
    publishedMap,
    // What is counted: of another program it may be something else under the same name.
    ROLL_UPS.map(({ digest }) => digest),
  ]);
  return createHash('sha256').update(text).digest('base64url');
}

interface Offered {
  readonly key: string;
  readonly counts: ReleasedCounts;
  /** Undefined where it is not offered at all. */
  readonly figure: OfferedFigure | undefined;
}

/** Every figure of the menu with today's counts, and with what was told of it before. */
async function offer(
  context: Context,
  outsider: Outsider,
  limits: Thresholds,
  before: ReleaseState | undefined,
): Promise<Offered[]> {
  const { own, all } = await duosOfProgramme(context);
  // One's own can be taken off what is of the whole programme: what is left must not be a few duos.
  const telling = outsider.kind === 'PUBLIC' ? await questionsTellingRests(context, limits) : undefined;
  const isAlmostAll = telling?.isAlmostAll ?? isFew(all - own, limits.SMALLEST_DENOMINATOR);
  const menu = menuOf(outsider);
  const together = await countTogether(
    context,
    menu.filter((question) => !isOfAll(outsider, question)),
  );
  const counted: CountedQuestion[] = [];
  for (const question of menu) {
    const ofAll = isOfAll(outsider, question);
    counted.push({
      question,
      groups: together.get(question.id) ?? (await countQuestion(context, question, ofAll)),
    });
  }
  const list: Offered[] = [];
  for (const { question, groups } of await withEveryGroup(context, counted)) {
    const { metric, by } = question;
    const dividesByDuos = !isCounted(metric) || CATALOGUE[metric].denominator !== null;
    const isLeftOut =
      (isAlmostAll && isOfProgramme(metric) && dividesByDuos) || telling?.ids.has(question.id) === true;
    for (const { group, counts } of groups) {
      const key = keyOf(question, group);
      const told = before && toldBefore(before.told, question, group)?.told;
      const shown = besides(limits, isCounted(metric) ? counts : { ...counts, subjects: all }, told?.counts);
      const figure: OfferedFigure = {
        key,
        metric: isCounted(metric) ? CATALOGUE[metric] : 'SOCIAL_RETURN',
        ofProgramme: isOfAll(outsider, question),
        group: by.flatMap((dimension, index) => [[dimension, group[index] ?? ''] as const]),
        counts: shown,
        isKnown: isInContract(outsider, question) || isTooRecent(question, group, context.today),
        told,
        leavesUnknownOut: telling?.ofUnknown.has(question.id) === true,
      };
      list.push({ key, counts: shown, figure: isLeftOut ? undefined : figure });
    }
  }
  return list;
}

function isOfAll(outsider: Outsider, { metric }: Question): boolean {
  return outsider.kind === 'PUBLIC' || isOfProgramme(metric);
}

/**
 * How a social return is spread is left out where a quantity of its map is few, as the map itself is. How many are not yet
 * observable is no part of a release: it is told where it follows from what is (see released-figures.ts).
 */
function besides(
  limits: Thresholds,
  { spread, ...counts }: FigureCounts,
  told: ReleasedCounts | undefined,
): ReleasedCounts {
  const { map } = counts;
  return {
    ...counts,
    ...(spread && map && !tellsOfFew(map, limits) && { spread }),
    notYetObservable: null,
    unknownTold: told?.unknownTold ?? null,
  };
}
