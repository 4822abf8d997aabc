import { isCounted } from '@tandem/metrics/any-metric';
import { CATALOGUE, type MetricId } from '@tandem/metrics/catalogue';
import { compileTogether } from '@tandem/metrics/compile-together';
import { isOfFunders } from '@tandem/metrics/disclosure/primary';
import { isStep, type FigureQuery } from '@tandem/metrics/figure-query';
import type { Context } from '../../graphql/context.ts';
import { computeFigure, definedAs, definitionOf, figureOf, queryOf } from './compute-figures.ts';
import { countFigure, type Counts } from './count-figure.ts';
import type { Question } from './menu.ts';
import type { FigureAnswer } from './figure.type.ts';
import type { NetSpread } from '../sroi/net-spread.loader.ts';
import { mapCounts, ratioOf, versionTold, type MapCounts } from './sroi-figures.ts';

/** What a figure counts. Null where the indicator has no such measure. */
export interface FigureCounts {
  readonly numerator: number;
  readonly denominator: number | null;
  /** Of what the numerator sums, for the interval of a mean. */
  readonly squares: number | null;
  /** How many duos or funders a sum is about. */
  readonly subjects: number | null;
  readonly notYetObservable: number | null;
  readonly unknown: number | null;
  /** Of a sum that several funders make, what the outsider gave itself. */
  readonly own?: { readonly numerator: number; readonly subjects: number };
  /** Of which value map a social return is made, and how a net one is spread. */
  readonly map?: MapCounts;
  readonly spread?: NetSpread;
}

/** What each group of a question counts. */
export type CountedGroups = readonly { readonly group: readonly string[]; readonly counts: FigureCounts }[];

/** What a question of a menu counts today, for each of its groups. */
export async function countQuestion(
  context: Context,
  { metric, by }: Question,
  ofAll: boolean,
): Promise<CountedGroups> {
  if (!isCounted(metric)) {
    const answer = await computeFigure(context, { metric });
    if (!('value' in answer)) return [];
    const { numerator, denominator } = answer;
    const spread = await answer.spread;
    const map = await mapCounts(context);
    const counts = {
      ...countsOf({ numerator, denominator }),
      ...(map && { map }),
      ...(spread && { spread }),
    };
    return [{ group: [], counts }];
  }
  const [first, second] = by;
  const query = await queryOf(context, { metric });
  const across = isStep(second) ? undefined : second;
  const asked = { ...query, by: first, across, scope: ofAll ? undefined : query.scope };
  const { rows } = await countFigure(context, CATALOGUE[metric], asked, ofAll);
  const own = await ownFunds(context, metric, asked);
  return rows.map((row) => ({
    group: [row.key, row.across ?? ''].slice(0, by.length),
    counts: { ...countsOf(row), ...(own && { own: own.get(row.key) ?? { numerator: 0, subjects: 0 } }) },
  }));
}

/** Whether a partner sees in it funds of its own together with those of others. */
export function isBesideOwn({ scope }: Context, metric: MetricId): boolean {
  return scope.partnerId !== null && isOfFunders(CATALOGUE[metric]);
}

/** What a partner gave itself of funds that it sees together with those of others, by group; undefined of anything else. */
async function ownFunds(
  context: Context,
  metric: MetricId,
  query: FigureQuery,
): Promise<ReadonlyMap<string, { numerator: number; subjects: number }> | undefined> {
  if (!isBesideOwn(context, metric)) return undefined;
  const definition = CATALOGUE[metric];
  const { scope } = await queryOf(context, { metric: 'DUOS_STARTED' });
  const { rows } = await countFigure(context, definition, { ...query, scope }, false);
  return new Map(
    rows.map(({ key, numerator, subjects }) => [key, { numerator: numerator ?? 0, subjects: subjects ?? 0 }]),
  );
}

/**
 * What questions of a menu count today over the viewer's own duos, by question: all that can be is counted by one reading of
 * each kind of rows. Questions that cannot are not in it.
 */
export async function countTogether(
  context: Context,
  questions: readonly Question[],
): Promise<ReadonlyMap<string, CountedGroups>> {
  const counted = new Map<string, Map<string, Partial<Counts> & { readonly group: readonly string[] }>>();
  const asked = questions.flatMap(({ id, metric, by }) =>
    isCounted(metric) ? [{ id, metric: CATALOGUE[metric], by }] : [],
  );
  if (asked.length === 0) return new Map();
  const query = await queryOf(context, { metric: 'DUOS_STARTED' });
  for (const { statement, places } of compileTogether(asked, query)) {
    const rows: Row[] = await context.db.query(statement.text, [...statement.values]);
    const byBreakdown = Map.groupBy(rows, ({ breakdown }) => breakdown);
    for (const { question, breakdown, keys, measures } of places) {
      const groups = counted.get(question.id) ?? new Map();
      counted.set(question.id, groups);
      for (const row of byBreakdown.get(breakdown) ?? []) {
        const group = keys.map((key) => String(row[key]));
        const own = Object.fromEntries(measures.map(([name, column]) => [name, Number(row[column])]));
        groups.set(group.join(), { ...groups.get(group.join()), ...own, group });
      }
    }
  }
  return new Map(
    [...counted].map(([id, groups]) => [
      id,
      [...groups.values()].map(({ group, ...counts }) => ({ group, counts: countsOf(counts) })),
    ]),
  );
}

interface Row {
  readonly breakdown: number;
  readonly [column: string]: unknown;
}

function countsOf(row: Partial<Omit<Counts, 'key'>>): FigureCounts {
  const {
    denominator = null,
    squares = null,
    subjects = null,
    notYetObservable = null,
    unknown = null,
  } = row;
  return { numerator: row.numerator ?? 0, denominator, squares, subjects, notYetObservable, unknown };
}

/** The figure of a question that counts this, by its version and as of a day; of so many answers asked for, where that is told. */
export function figureOfCounts(
  { locale }: Context,
  { metric, version }: Question,
  counts: FigureCounts,
  asOf: string,
  asked?: number,
): FigureAnswer {
  const definition = definitionOf(metric, locale, version);
  if (isCounted(metric))
    return figureOf(definedAs(metric, version), definition, { asOf }, { ...counts, asked });
  const ratio = ratioOf(definition, counts.numerator, counts.denominator ?? 0, asOf);
  if (!('value' in ratio)) return ratio;
  return {
    ...ratio,
    spread: counts.spread ?? null,
    ...(counts.map && { sroiVersion: versionTold(counts.map) }),
  };
}

/** How many closed duos the viewer's scope leaves, and how many the whole programme has. */
export async function duosOfProgramme(context: Context): Promise<{ own: number; all: number }> {
  const query = await queryOf(context, { metric: 'DUOS_CLOSED' });
  const count = async (asked: FigureQuery, ofAll: boolean) =>
    (await countFigure(context, CATALOGUE.DUOS_CLOSED, asked, ofAll)).rows[0]?.numerator ?? 0;
  return { own: await count(query, false), all: await count({ ...query, scope: undefined }, true) };
}
