import { SROI_NUMBERS } from '@tandem/domain/vocabulary';
import { differencesOf } from '@tandem/metrics/sroi/compare';
import { resultOf } from '@tandem/metrics/sroi/result';
import type { ValueMap } from '@tandem/metrics/sroi/value-map';
import { roundCents } from '@tandem/domain/money';
import { In, IsNull } from 'typeorm';
import { viewerCan, type Context } from '../../graphql/context.ts';
import { badRequest } from '../../graphql/errors.ts';
import { dayShown } from '../metrics/release.loader.ts';
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
  valueMapOf,
  type ReadVersion,
} from './value-map.loader.ts';

/** The programme's value map; null where there is none, and for a partner where its quantities would tell of the few duos of others. */
export async function readModel(context: Context): Promise<SroiModelType | null> {
  const model = await findModel(context);
  // Its quantities are counts of the programme: outsiders see them as of the day of the ratio that they are shown.
  const asOf = await dayShown(context, 'SROI_NET');
  if (model === undefined || asOf === undefined) return null;
  const scope = { asOf };
  const current = await currentVersion(context, scope);
  const draft = await findDraft(context, model.id);
  const readDraft = draft === undefined ? undefined : await readVersion(context, draft.id, scope);
  const versions = await context.db.getRepository(SroiVersionEntity).find({
    where: { modelId: model.id, status: In(['DRAFT', 'PUBLISHED']) },
    order: { startedAt: 'DESC', id: 'DESC' },
  });
  return {
    id: model.id,
    name: model.name,
    current: current === undefined ? null : typeOf(context, current, asOf),
    draft: readDraft === undefined ? null : typeOf(context, readDraft, asOf),
    versions,
    viewerCanEdit: viewerCan(context, 'EDIT_SROI'),
  };
}

/** One version with the quantities of the programme's day; null where the viewer meets none of this id. */
export async function readVersionType(context: Context, id: string): Promise<SroiVersionType | null> {
  const asOf = await dayShown(context, 'SROI_NET');
  if (asOf === undefined) return null;
  const version = await readVersion(context, id, { asOf });
  return version === undefined ? null : typeOf(context, version, asOf);
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

function rowTypeOf(row: SroiRowEntity & { readonly quantityOnDay: number }): SroiRowType {
  const { priceIndexName: name, priceIndexFrom: from, priceIndexTo: to, priceIndexYear: year } = row;
  return {
    ...row,
    quantity: row.quantityOnDay,
    proxy: euros(row.proxyCents),
    priceIndex:
      name === null || from === null || to === null || year === null ? null : { name, from, to, year },
    countedProxy: euros(proxyOf(row)),
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

function euros(cents: number) {
  return { cents, currency: 'EUR' };
}

/** What leads from one version to another on the programme's day; null where the viewer does not meet both. */
export async function compareVersions(
  context: Context,
  firstId: string,
  secondId: string,
): Promise<SroiComparisonType | null> {
  const asOf = await dayShown(context, 'SROI_NET');
  if (asOf === undefined) return null;
  const scope = { asOf };
  const [first, second] = [
    await readVersion(context, firstId, scope),
    await readVersion(context, secondId, scope),
  ];
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
