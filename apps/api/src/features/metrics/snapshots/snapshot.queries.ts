import { isCounted } from '@tandem/metrics/any-metric';
import { parametersOf, type Dimension } from '@tandem/metrics/definition';
import { boundsOf, type FigureBounds } from '@tandem/metrics/figure-bounds';
import { isDeepStrictEqual } from 'node:util';
import type { Connection, PageArguments } from '../../../graphql/connection.ts';
import type { Context } from '../../../graphql/context.ts';
import { given } from '../../../graphql/given.ts';
import type { FieldTree } from '../../../graphql/look-ahead.ts';
import { definedAs, definitionOf, DIMENSION_OF_FILTER, wordsDefined } from '../compute-figures.ts';
import { readRecords, type FigureRecord } from '../figure-records.ts';
import type { FigureRequest } from '../figure-request.type.ts';
import { runFigure } from '../run-figures.ts';
import { changedDuos, keptMonths, monthsOfFacts, type FactMonth } from './fingerprint.ts';
import { sealOf, type SealedContent, type SealedFigure, type SealedMap } from './sealed-content.ts';
import { SnapshotEntity } from './snapshot.entity.ts';
import type { SnapshotChange, SnapshotCheckType, SnapshotItemType, SnapshotType } from './snapshot.type.ts';
import { dataDigestOf, sealedMap, sealedValue, statementDigest } from './take-snapshot.ts';

/** All snapshots, the latest first. */
export async function listSnapshots(context: Context): Promise<SnapshotType[]> {
  const rows = await context.db.getRepository(SnapshotEntity).find({ order: { number: 'DESC' } });
  return rows.map((row, index) => snapshotOf(context, row, rows[index + 1]));
}

export async function findSnapshot(context: Context, id: string): Promise<SnapshotType | null> {
  const repository = context.db.getRepository(SnapshotEntity);
  const row = await repository.findOneBy({ id });
  if (row === null) return null;
  return snapshotOf(context, row, (await repository.findOneBy({ number: row.number - 1 })) ?? undefined);
}

function snapshotOf(
  context: Context,
  { id, content, seal, takenAt }: SnapshotEntity,
  before: SnapshotEntity | undefined,
): SnapshotType {
  const said = contentOf({ content });
  return {
    ...said,
    id,
    takenAt,
    takenBy: said.takenBy.name,
    content,
    seal: seal.toString('hex'),
    sealBefore: before?.seal.toString('hex') ?? null,
    figures: said.figures.map((figure) => itemOf(context, figure)),
  };
}

function contentOf({ content }: Pick<SnapshotEntity, 'content'>): SealedContent {
  return JSON.parse(content) as SealedContent;
}

function itemOf(context: Context, figure: SealedFigure): SnapshotItemType {
  const { metric, version, filter, words } = figure;
  return {
    ...figure,
    definition: definitionOf(metric, context.locale, version),
    words: words?.[context.locale] ?? null,
    sameWords: words === undefined ? null : isDeepStrictEqual(words, wordsDefined(metric, version)),
    bounds: sealedBounds(figure),
    units: figure.units ?? null,
    valueMap: figure.valueMap
      ? { ...figure.valueMap, publishedAt: instantOf(figure.valueMap.publishedAt) }
      : null,
    filter: DIMENSION_OF_FILTER.flatMap(([dimension, name]) => {
      const values = filter?.[name];
      return given(values) ? [{ dimension: dimension satisfies Dimension, values: [...values] }] : [];
    }),
  };
}

/** They follow from the sealed numbers, so that they are told of every seal, whatever it says itself. */
function sealedBounds({ metric, version, parameters, sealed }: SealedFigure): FigureBounds | null {
  if (sealed === null || sealed.denominator === null || sealed.unknown === null || !isCounted(metric))
    return null;
  const { numerator, denominator, unknown } = sealed;
  const counts = { numerator, denominator, unknown, notYetObservable: sealed.notYetObservable ?? 0 };
  const definition = definedAs(metric, version);
  return boundsOf(definition, parametersOf(definition, parameters ?? {}), counts);
}

function instantOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

/** Whether the seals hold, what the figures are today, and which data are other ones. */
export async function checkSnapshot(context: Context, id: string): Promise<SnapshotCheckType | null> {
  const repository = context.db.getRepository(SnapshotEntity);
  const row = await repository.findOneBy({ id });
  if (row === null) return null;
  const said = contentOf(row);
  const then = await keptMonths(context.db, id);
  const now = await monthsOfFacts(context.db, said.columns);
  const months = differences(then, now);
  const changed = months.length === 0 ? 0 : await countChanged(context, row, months);
  const figures: SnapshotCheckType['figures'] = [];
  for (const figure of said.figures) figures.push(await rerun(context, said.asOf, figure));
  return {
    sealHolds: (await sealsHold(context)) && dataDigestOf(then) === said.dataDigest,
    sameData: months.length === 0,
    figures,
    months: months.map(({ month, ...rest }) => ({ ...rest, month: month.startsWith('0001') ? null : month })),
    changedDuos: changed,
  };
}

/** Each seal is made of the one before it, so that they hold together or not at all. */
async function sealsHold(context: Context): Promise<boolean> {
  const rows = await context.db.getRepository(SnapshotEntity).find({ order: { number: 'ASC' } });
  let before: Buffer | undefined;
  for (const [index, row] of rows.entries()) {
    if (row.number !== index + 1 || !sealOf(row.content, before).equals(row.seal)) return false;
    before = row.seal;
  }
  return true;
}

async function rerun(
  context: Context,
  asOf: string,
  { metric, version, period, parameters, filter, sealed, valueMap, statementDigest: digest }: SealedFigure,
): Promise<SnapshotCheckType['figures'][number]> {
  const request: FigureRequest = {
    metric,
    asOf,
    version,
    ...(period && { period }),
    ...(parameters && { parameters }),
    ...(filter && { filter }),
  };
  const now = await runFigure(context, request);
  return {
    now,
    same: isSame(await sealedValue(now), sealed),
    sameCalculation:
      (await statementDigest(context, request)) === digest &&
      (valueMap === undefined || isSameVersion(await sealedMap(context, now), valueMap)),
  };
}

/** Whether a figure is to the last digit what was sealed of it: what seals of then did not say is not held against it. */
function isSame(now: SealedFigure['sealed'], sealed: SealedFigure['sealed']): boolean {
  if (now === null || sealed === null) return now === sealed;
  const { asked, spread, ...rest } = now;
  return isDeepStrictEqual(
    { ...rest, ...('asked' in sealed && { asked }), ...('spread' in sealed && { spread }) },
    sealed,
  );
}

/** Of whatever name: what is published is never changed, and what a draft says has a number of its own. */
function isSameVersion(one: SealedMap | undefined, other: SealedMap): boolean {
  return one?.versionId === other.versionId && one.version === other.version;
}

interface DifferentMonth {
  readonly fact: string;
  readonly month: string;
  readonly rowsThen: number;
  readonly rowsNow: number;
}

function differences(then: readonly FactMonth[], now: readonly FactMonth[]): DifferentMonth[] {
  const keyOf = ({ fact, month }: FactMonth) => `${fact} ${month}`;
  const was = new Map(then.map((one) => [keyOf(one), one]));
  const is = new Map(now.map((one) => [keyOf(one), one]));
  return [...new Set([...was.keys(), ...is.keys()])].toSorted().flatMap((key) => {
    const [before, after] = [was.get(key), is.get(key)];
    if (before?.digest === after?.digest) return [];
    const [fact = '', month = ''] = key.split(' ');
    return [{ fact, month, rowsThen: before?.rowCount ?? 0, rowsNow: after?.rowCount ?? 0 }];
  });
}

function duoMonths(months: readonly DifferentMonth[]): string[] {
  return months.filter(({ fact }) => fact === 'duo_fact').map(({ month }) => month);
}

async function countChanged(
  context: Context,
  row: SnapshotEntity,
  months: readonly DifferentMonth[],
): Promise<number> {
  const [counted]: { count: number }[] = await context.db.query(
    `select count(*) as count from (${changedDuos(contentOf(row).columns['duo_fact'] ?? [])}) as changed`,
    [row.id, duoMonths(months)],
  );
  return counted?.count ?? 0;
}

/** A page of the duos that are other ones than in a snapshot; those that are no more are counted, not listed. */
export async function listSnapshotRecords(
  context: Context,
  id: string,
  change: SnapshotChange | null | undefined,
  page: PageArguments,
  fields: FieldTree,
): Promise<Connection<{ change: SnapshotChange; record: FigureRecord }> | null> {
  const row = await context.db.getRepository(SnapshotEntity).findOneBy({ id });
  if (row === null) return null;
  const { columns } = contentOf(row);
  const months = differences(await keptMonths(context.db, id), await monthsOfFacts(context.db, columns));
  const text = `select id, 'COUNTED' as standing, (select started_on from duo where duo.id = changed.id) as cohort_on, '{}'::text[] as criterion, change from (${changedDuos(columns['duo_fact'] ?? [])}) as changed`;
  const which = given(change) ? `change = '${change}'` : 'true';
  return readRecords(
    context,
    { text, values: [id, duoMonths(months)], ofAnswers: false, which },
    page,
    fields['record'] ?? {},
    (record, { change: what }) => ({ change: what as SnapshotChange, record }),
  );
}
