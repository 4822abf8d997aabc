import { SROI_NUMBERS } from '@tandem/domain/vocabulary';
import { differencesOf } from '@tandem/metrics/sroi/compare';
import { resultOf } from '@tandem/metrics/sroi/result';
import type { ValueMap } from '@tandem/metrics/sroi/value-map';
import { euros, roundCents } from '@tandem/domain/money';
import { In, IsNull } from 'typeorm';
import { viewerCan, type Context } from '../../graphql/context.ts';
import { badRequest } from '../../graphql/errors.ts';
import { socialReturnTold } from '../metrics/release.loader.ts';
import { thresholdsOf } from '../metrics/thresholds.loader.ts';
import { mapTold, tellsOfFew } from './map-told.loader.ts';
import type { SroiComparisonType } from './sroi-comparison.type.ts';
import { SroiProxyEntity } from './sroi-proxy.entity.ts';
import type { SroiRowEntity } from './sroi-row.entity.ts';
import type { SroiRowType } from './sroi-row.type.ts';
import { SroiVersionEntity } from './sroi-version.entity.ts';
import type { SroiModelType, SroiResultType, SroiVersionType } from './sroi-version.type.ts';
import {
  currentVersion,
  findDraft,
  findModel,
  proxyOf,
  publishedMapOf,
  readVersion,
  readVersionTold,
  valueMapOf,
  type ReadVersion,
} from './value-map.loader.ts';

/** The programme's value map; null where there is none, and for a partner where its quantities would tell of few. */
export async function readModel(context: Context): Promise<SroiModelType | null> {
  const model = await findModel(context);
  const shown = await shownTo(context);
  if (model === undefined || shown === undefined) return null;
  const current = await shown.current();
  const draft = await findDraft(context, model.id);
  const readDraft = draft === undefined ? undefined : await shown.read(draft.id);
  const versions = await context.db.getRepository(SroiVersionEntity).find({
    where: { modelId: model.id, status: In(['DRAFT', 'PUBLISHED']) },
    order: { startedAt: 'DESC', id: 'DESC' },
  });
  return {
    id: model.id,
    name: model.name,
    current: current === undefined ? null : typeOf(context, current, shown.asOf),
    draft: readDraft === undefined ? null : typeOf(context, readDraft, shown.asOf),
    versions,
    viewerCanEdit: viewerCan(context, 'EDIT_SROI'),
  };
}

/** One version with the quantities of the programme's day; null where the viewer meets none of this id. */
export async function readVersionType(context: Context, id: string): Promise<SroiVersionType | null> {
  const shown = await shownTo(context);
  const version = await shown?.read(id);
  return shown === undefined || version === undefined ? null : typeOf(context, version, shown.asOf);
}

interface ShownMaps {
  /** The day of the quantities. */
  readonly asOf: string;
  /** The version of which the ratio is made that the viewer is shown. */
  current(): Promise<ReadVersion | undefined>;
  read(id: string): Promise<ReadVersion | undefined>;
}

/**
 * Value maps as the viewer may see them. Staff see them as of today. Outsiders see the counts that were released to them
 * with the ratio, so that the map comes to it; undefined where one of these is few, or the ratio is not shown.
 */
async function shownTo(context: Context): Promise<ShownMaps | undefined> {
  const told = await socialReturnTold(context);
  if (told === 'AS_IT_IS') {
    const scope = { asOf: context.today };
    return {
      ...scope,
      current: () => currentVersion(context, scope),
      read: (id) => readVersion(context, id, scope),
    };
  }
  if (told?.counts.map === undefined) return undefined;
  const { quantities } = told.counts.map;
  if (tellsOfFew(told.counts.map, await thresholdsOf(context))) return undefined;
  return {
    asOf: told.asOf,
    current: () => mapTold(context, told),
    read: (id) => readVersionTold(context, id, quantities, told.counts.denominator ?? 0),
  };
}

function typeOf(context: Context, read: ReadVersion, asOf: string): SroiVersionType {
  const { version, rows, scenarios, investment } = read;
  const published = publishedMapOf(read);
  return {
    ...version,
    asOf,
    investment: euros(investment),
    publishedInvestment: published === undefined ? null : euros(published.investment),
    publishedResult: published === undefined ? null : resultTypeOf(published),
    result: resultTypeOf(valueMapOf(read)),
    scenarios: [...scenarios],
    rows: rows.map(rowTypeOf),
    viewerCanEdit: version.status === 'DRAFT' && viewerCan(context, 'EDIT_SROI'),
  };
}

function rowTypeOf(row: ReadVersion['rows'][number]): SroiRowType {
  const { priceIndexName: name, priceIndexFrom: from, priceIndexTo: to, priceIndexYear: year } = row;
  return {
    ...row,
    quantity: row.quantityOnDay,
    proxy: euros(row.proxyCents),
    priceIndex:
      name === null || from === null || to === null || year === null ? null : { name, from, to, year },
    countedProxy: euros(proxyOf(row)),
    assumptions: [...row.assumptions],
  };
}

function resultTypeOf(map: ValueMap): SroiResultType {
  const { gross, presentValue, netPresentValue, ...ratios } = resultOf(map);
  return {
    ...ratios,
    gross: euros(roundCents(gross)),
    presentValue: euros(roundCents(presentValue)),
    netPresentValue: euros(roundCents(netPresentValue)),
  };
}

/** What leads from one version to another on the programme's day; null where the viewer does not meet both. */
export async function compareVersions(
  context: Context,
  firstId: string,
  secondId: string,
): Promise<SroiComparisonType | null> {
  const shown = await shownTo(context);
  const [first, second] = [await shown?.read(firstId), await shown?.read(secondId)];
  if (first === undefined || second === undefined) return null;
  const [firstMap, secondMap] = [valueMapOf(first), valueMapOf(second)];
  const [firstRatio, secondRatio] = [resultOf(firstMap).netRatio, resultOf(secondMap).netRatio];
  if (firstRatio === null || secondRatio === null)
    throw badRequest('Nothing was put in by this day, so there is no ratio to compare.');
  const outcomes = new Map([...first.rows, ...second.rows].map(({ key, outcome }) => [key, outcome]));
  const moved = differencesOf(firstMap, secondMap);
  return {
    first: first.version,
    second: second.version,
    firstRatio,
    secondRatio,
    differences: [
      ...moved.map((difference) => ({
        ...difference,
        outcome: difference.row === null ? null : (outcomes.get(difference.row) ?? null),
      })),
      ...wordsThatDiffer(first, second)
        .filter(({ key }) => !moved.some(({ row }) => row === key))
        .map(({ key, outcome }) => ({
          kind: 'WORDS' as const,
          row: key,
          outcome,
          parameters: [],
          effect: 0,
        })),
    ],
  };
}

const NUMBERS: ReadonlySet<string> = new Set([
  ...SROI_NUMBERS,
  'id',
  'versionId',
  'position',
  'publishedQuantity',
  'proxySourceCents',
  'quantityOnDay',
]);

/** Rows of both that say something else of themselves. */
function wordsThatDiffer(first: ReadVersion, second: ReadVersion): readonly SroiRowEntity[] {
  return second.rows.filter((row) => {
    const before = first.rows.find(({ key }) => key === row.key);
    return (
      before !== undefined &&
      Object.entries(row).some(
        ([name, value]) =>
          !NUMBERS.has(name) && JSON.stringify(value) !== JSON.stringify(before[name as keyof SroiRowEntity]),
      )
    );
  });
}

/** The library, by name, and within one the latest prices first. */
export function listProxies(context: Context): Promise<SroiProxyEntity[]> {
  return context.db
    .getRepository(SroiProxyEntity)
    .find({ where: { removedAt: IsNull() }, order: { name: 'ASC', priceYear: 'DESC', country: 'ASC' } });
}

export async function readProxy(context: Context, id: string): Promise<SroiProxyEntity | null> {
  return context.db.getRepository(SroiProxyEntity).findOneBy({ id });
}
