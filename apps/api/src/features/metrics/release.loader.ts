import { createHash } from 'node:crypto';
import { CATALOGUE } from '@tandem/metrics/catalogue';
import type { OfferedFigure } from '@tandem/metrics/disclosure/offered-figure';
import { isFew } from '@tandem/metrics/disclosure/primary';
import { decideRelease } from '@tandem/metrics/disclosure/release';
import type { Thresholds } from '@tandem/domain/thresholds';
import { THRESHOLD_NAMES } from '@tandem/domain/vocabulary';
import type { Context } from '../../graphql/context.ts';
import { defineLoader } from '../../graphql/loader.ts';
import { findModel } from '../sroi/value-map.loader.ts';
import { countQuestion, duosOfProgramme, type FigureCounts } from './menu-figures.ts';
import { isInContract, isOfProgramme, menuOf, type Question } from './menu.ts';
import { isCounted } from './metric.type.ts';
import { outsiderOf, type Outsider } from './outsider.ts';
import {
  latestRelease,
  writeRelease,
  type ReleasedCounts,
  type ReleaseState,
  type Told,
} from './release-ledger.ts';
import { suppressApart } from './suppress-apart.ts';
import { thresholdsOf } from './thresholds.loader.ts';

const PUBLIC = 'PUBLIC';

const load = defineLoader<ReleaseState | undefined>(
  async (ids, context) =>
    new Map(
      await Promise.all(
        ids.map(async (id): Promise<[string, ReleaseState]> => [
          id,
          await bringUpToDate(
            context,
            id === PUBLIC ? { kind: 'PUBLIC' } : { kind: 'PARTNER', partnerId: id },
          ),
        ]),
      ),
    ),
  undefined,
);

/**
 * All that an outsider is shown today. Nothing else is: whatever an outsider asks, the answer comes from here. The first
 * who asks on a day makes the release of that day; so does the first after limits, the menu or the published value map changed.
 */
export async function releaseTo(context: Context, outsider: Outsider): Promise<ReleaseState> {
  const state = await load(context, outsider.kind === 'PUBLIC' ? PUBLIC : outsider.partnerId);
  if (state === undefined) throw new Error('there is no release');
  return state;
}

/** Of which day the viewer is shown a figure of the whole programme; undefined where it is not shown. Staff see today's. */
export async function dayShown(context: Context, metric: 'COST_PER_DUO'): Promise<string | undefined> {
  const told = await toldOf(context, metric);
  return told === 'AS_IT_IS' ? context.today : told?.asOf;
}

/**
 * What the viewer is told of the whole programme, and of which day; undefined where it is not shown. Staff are told nothing:
 * they see it as it is.
 */
export async function toldOf(
  context: Context,
  metric: 'SROI_NET' | 'COST_PER_DUO',
): Promise<Told | 'AS_IT_IS' | undefined> {
  const outsider = outsiderOf(context);
  if (outsider === undefined) return 'AS_IT_IS';
  const { asOf, showings, told } = await releaseTo(context, outsider);
  const question = menuOf(outsider).find((one) => one.metric === metric);
  const key = question === undefined ? '' : keyOf(question, []);
  const [showing, last] = [showings.get(key), told.get(key)];
  if (last === undefined) return undefined;
  if (showing === 'TODAY') return { ...last, asOf };
  return showing === 'EARLIER' ? last : undefined;
}

/** Under what a figure stands in the ledger. */
export function keyOf(question: Question, group: readonly string[]): string {
  return [question.id, ...group].join('/');
}

async function bringUpToDate(context: Context, outsider: Outsider): Promise<ReleaseState> {
  const limits = await thresholdsOf(context);
  const rules = rulesOf(limits, menuOf(outsider), (await findModel(context))?.publishedVersionId);
  const before = await latestRelease(context.db, outsider);
  if (before !== undefined && before.rules === rules && before.asOf >= context.today) return before;
  const offered = await offer(context, outsider, limits, before);
  await context.db.endReading();
  const { showings, quality } = await decideRelease(
    limits,
    offered.flatMap(({ figure }) => figure ?? []),
    suppressApart,
  );
  const figures = offered.map(({ key, counts }) => ({
    key,
    counts,
    showing: showings.get(key) ?? 'PROTECTED',
  }));
  await context.db.transaction((tx) =>
    writeRelease(tx, outsider, { asOf: context.today, rules, quality, figures }, before),
  );
  const after = await latestRelease(context.db, outsider);
  if (after === undefined) throw new Error('what was released is not there');
  return after;
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
  const isAlmostAll = outsider.kind === 'PARTNER' && isFew(all - own, limits.SMALLEST_DENOMINATOR);
  const list: Offered[] = [];
  for (const question of menuOf(outsider)) {
    const { metric, population, by } = question;
    const dividesByDuos = !isCounted(metric) || CATALOGUE[metric].denominator !== null;
    const isLeftOut = isAlmostAll && isOfProgramme(metric) && dividesByDuos;
    const ofAll = outsider.kind === 'PUBLIC' || isOfProgramme(metric);
    for (const { group, counts } of await countQuestion(context, question, ofAll)) {
      const key = keyOf(question, group);
      const told = before?.told.get(key);
      const shown = besides(limits, isCounted(metric) ? counts : { ...counts, subjects: all }, told?.counts);
      const figure: OfferedFigure = {
        key,
        metric: isCounted(metric) ? CATALOGUE[metric] : 'SOCIAL_RETURN',
        parameters: population === undefined ? {} : { population },
        ofProgramme: ofAll,
        group: by.flatMap((dimension, index) => [[dimension, group[index] ?? ''] as const]),
        counts: shown,
        isKnown: isInContract(outsider, question),
        told,
      };
      list.push({ key, counts: shown, figure: isLeftOut ? undefined : figure });
    }
  }
  return list;
}

/**
 * Counts beside a figure are left out where they are about few. Of how many nothing is known is left out, too, where it
 * changed by few since it was told last.
 */
function besides(
  { SMALLEST_COUNT }: Thresholds,
  counts: FigureCounts,
  told: ReleasedCounts | undefined,
): ReleasedCounts {
  const { notYetObservable, unknown } = counts;
  const before = told?.unknownTold ?? null;
  const isShown =
    unknown !== null &&
    !isFew(unknown, SMALLEST_COUNT) &&
    (before === null || !isFew(Math.abs(unknown - before), SMALLEST_COUNT));
  return {
    ...counts,
    notYetObservable:
      notYetObservable !== null && isFew(notYetObservable, SMALLEST_COUNT) ? null : notYetObservable,
    unknown: isShown ? unknown : null,
    unknownTold: isShown ? unknown : before,
  };
}
