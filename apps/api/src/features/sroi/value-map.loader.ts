import { CATALOGUE, type MetricId } from '@tandem/metrics/catalogue';
import { compileFigure } from '@tandem/metrics/compile';
import type { FigureQuery } from '@tandem/metrics/figure-query';
import { atPriceLevel, type ValueMap } from '@tandem/metrics/sroi/value-map';
import type { Database } from '../../database/database.ts';
import type { Context } from '../../graphql/context.ts';
import { defineLoader } from '../../graphql/loader.ts';
import { contentsOf, type RowOfVersion } from './contents.loader.ts';
import { SroiModelEntity } from './sroi-model.entity.ts';
import type { SroiRowEntity } from './sroi-row.entity.ts';
import type { SroiScenarioEntity } from './sroi-scenario.entity.ts';
import { SroiVersionEntity } from './sroi-version.entity.ts';

/** A version of the value map as of a day. */
export interface ReadVersion {
  readonly version: SroiVersionEntity;
  /** Rows with their quantity: typed, or what the linked indicator counts among closed duos on the day. */
  readonly rows: readonly (RowOfVersion & { readonly quantityOnDay: number })[];
  readonly scenarios: readonly SroiScenarioEntity[];
  /** All cost of the programme by the day, in cents. */
  readonly investment: number;
}

type Scope = Pick<FigureQuery, 'asOf' | 'period'>;
/** Counts over the whole programme. */
export type Count = (text: string, values: readonly unknown[]) => Promise<{ numerator: number | null }[]>;

/** The programme's value map; undefined where there is none. */
export function findModel(context: Context): Promise<SroiModelEntity | undefined> {
  return modelOfProgramme(context, PROGRAMME);
}

const PROGRAMME = 'the programme';
const modelOfProgramme = defineLoader<SroiModelEntity | undefined>(async (_, { db }) => {
  const [model] = await db.getRepository(SroiModelEntity).find({ order: { id: 'ASC' }, take: 1 });
  return new Map([[PROGRAMME, model]]);
}, undefined);

/** The draft; undefined where there is none. */
export async function findDraft(context: Context, modelId: string): Promise<SroiVersionEntity | undefined> {
  const [draft] = await context.db
    .getRepository(SroiVersionEntity)
    .find({ where: { modelId, status: 'DRAFT' }, take: 1 });
  return draft;
}

/** The version that figures come from, as of a day, of all time or of a period: the published one, and as long as there is none the draft. */
export async function currentVersion(context: Context, scope: Scope): Promise<ReadVersion | undefined> {
  const model = await findModel(context);
  if (model === undefined) return undefined;
  const id = model.publishedVersionId ?? (await findDraft(context, model.id))?.id;
  return id === undefined ? undefined : readVersion(context, id, scope);
}

/** A version as of a day; undefined where the viewer meets none of this id. */
export function readVersion(context: Context, id: string, scope: Scope): Promise<ReadVersion | undefined> {
  return versionByScope(context, JSON.stringify([id, scope]));
}

const versionByScope = defineLoader<ReadVersion | undefined>(
  async (keys, { db }) =>
    new Map(
      await Promise.all(
        keys.map(async (key) => {
          const [id, scope] = JSON.parse(key) as [string, Scope];
          return [key, await read(db, id, scope)] as const;
        }),
      ),
    ),
  undefined,
);

async function read(db: Database, id: string, scope: Scope): Promise<ReadVersion | undefined> {
  const contents = await readContents(db, id);
  if (contents === undefined) return undefined;
  const count: Count = (text, values) => db.countProgramme(text, values);
  const { quantities, investment } = await countFor(contents.rows, count, scope);
  return {
    ...contents,
    investment,
    rows: contents.rows.map((row, index) => ({ ...row, quantityOnDay: quantities[index] ?? 0 })),
  };
}

async function readContents(db: Database, id: string) {
  const version = await db.getRepository(SroiVersionEntity).findOneBy({ id });
  if (version === null) return undefined;
  return { version, ...(await contentsOf(db, id)) };
}

/**
 * A version with counts that were told, and no other ones: what it was published with is left out, and so are scenarios that
 * set what is counted to a count of their own. Undefined where the viewer meets none of this id, and where it is linked to what
 * was not told.
 */
export async function readVersionTold(
  { db }: Context,
  id: string,
  quantities: Readonly<Record<string, number>>,
  investment: number,
): Promise<ReadVersion | undefined> {
  const contents = await readContents(db, id);
  if (contents === undefined) return undefined;
  const rows: ReadVersion['rows'][number][] = [];
  for (const row of contents.rows) {
    const counted = row.quantityMetric === null ? (row.quantity ?? 0) : quantities[row.quantityMetric];
    if (counted === undefined) return undefined;
    rows.push({ ...row, quantityOnDay: counted, publishedQuantity: null });
  }
  const version = { ...contents.version, publishedInvestmentCents: null };
  const linked = new Set(rows.flatMap(({ key, quantityMetric }) => (quantityMetric === null ? [] : [key])));
  const scenarios = contents.scenarios.filter(
    ({ changes }) => !changes.some(({ row, parameter }) => parameter === 'quantity' && linked.has(row)),
  );
  return { version, rows, scenarios, investment };
}

/** The quantities of rows, in their order, and what was put in, in cents. */
export async function countFor(
  rows: readonly Pick<SroiRowEntity, 'quantityMetric' | 'quantity'>[],
  count: Count,
  scope: Scope,
): Promise<{ readonly quantities: readonly number[]; readonly investment: number }> {
  const linked = [
    ...new Set(rows.flatMap(({ quantityMetric }) => (isMetric(quantityMetric) ? [quantityMetric] : []))),
  ];
  const counted = new Map<string, number>();
  for (const id of linked) counted.set(id, await numeratorOf(count, id, scope));
  return {
    quantities: rows.map(
      ({ quantityMetric, quantity }) => counted.get(quantityMetric ?? '') ?? quantity ?? 0,
    ),
    investment: await numeratorOf(count, 'TOTAL_COST', scope),
  };
}

function isMetric(id: string | null): id is MetricId {
  return id !== null && Object.hasOwn(CATALOGUE, id);
}

async function numeratorOf(count: Count, id: MetricId, scope: Scope): Promise<number> {
  const { text, values } = compileFigure(CATALOGUE[id], { ...scope, parameters: { population: 'CLOSED' } });
  const [row] = await count(text, values);
  return row?.numerator ?? 0;
}

/** The version as the formulas take it, money in cents, with the quantities and the cost of its day. */
export function valueMapOf({ version, rows, investment }: ReadVersion): ValueMap {
  return mapWith(version, rows, investment, ({ quantityOnDay }) => quantityOnDay);
}

/** The same with those that it was published with; undefined of a draft. */
export function publishedMapOf({ version, rows }: ReadVersion): ValueMap | undefined {
  const { publishedInvestmentCents } = version;
  if (publishedInvestmentCents === null) return undefined;
  return mapWith(version, rows, publishedInvestmentCents, ({ publishedQuantity }) => publishedQuantity ?? 0);
}

function mapWith<Row extends SroiRowEntity>(
  { discountSchedule, discountConvention, horizonYears }: SroiVersionEntity,
  rows: readonly Row[],
  investment: number,
  quantityOf: (row: Row) => number,
): ValueMap {
  return {
    rows: rows.map((row) => ({ ...row, quantity: quantityOf(row), proxy: proxyOf(row) })),
    investment,
    discounting: { schedule: discountSchedule, convention: discountConvention },
    horizonYears,
  };
}

/** What one is worth a year, in cents: as it was published, or at the price level of the index that the row states. */
export function proxyOf({ proxyCents, priceIndexFrom, priceIndexTo }: SroiRowEntity): number {
  const index =
    priceIndexFrom === null || priceIndexTo === null ? null : { from: priceIndexFrom, to: priceIndexTo };
  return atPriceLevel(proxyCents, index);
}
