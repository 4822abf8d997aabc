import type { FigureQuery } from '@tandem/metrics/figure-query';
import { grossMap, presentValueOf } from '@tandem/metrics/sroi/value-map';
import type { SroiStatus } from '@tandem/domain/vocabulary';
import type { Context } from '../../graphql/context.ts';
import type { SroiVersionNameType } from '../sroi/sroi-version.type.ts';
import { netSpreadOf } from '../sroi/net-spread.loader.ts';
import { currentVersion, valueMapOf } from '../sroi/value-map.loader.ts';
import type { FigureAnswer } from './figure.type.ts';
import type { MetricDefinitionType } from './metric.type.ts';

/**
 * The social return of the programme's model, by the version that figures come from: present value of the value map over all cost, both
 * as of the day and of the period. Quantities that are typed are as they are typed.
 */
export async function sroiFigure(
  context: Context,
  definition: MetricDefinitionType,
  { asOf, period }: Pick<FigureQuery, 'asOf' | 'period'>,
): Promise<FigureAnswer> {
  const read = await currentVersion(context, { asOf, period });
  if (read === undefined || read.investment <= 0) return { definition, asOf };
  const map = valueMapOf(read);
  const value = presentValueOf(definition.id === 'SROI_GROSS' ? grossMap(map) : map);
  const ratio = ratioOf(definition, value, read.investment, asOf);
  if (!('value' in ratio)) return ratio;
  return {
    ...ratio,
    sroiVersion: read.version,
    get spread() {
      return definition.id === 'SROI_NET' ? netSpreadOf(read) : null;
    },
  };
}

/** Of which version a social return is made, as it then was, and what its linked indicators count. */
export interface MapCounts {
  readonly versionId: string;
  readonly version: number;
  readonly quantities: Readonly<Record<string, number>>;
  /** How it was called and where it stood then; what was told before this was written down does not say. */
  readonly name?: string;
  readonly status?: SroiStatus;
  readonly publishedAt?: string | null;
}

/** What today's social return is made of; undefined where there is no value map. */
export async function mapCounts(context: Context): Promise<MapCounts | undefined> {
  const read = await currentVersion(context, { asOf: context.today });
  if (read === undefined) return undefined;
  const { version, rows } = read;
  const linked = rows.flatMap(({ quantityMetric, quantityOnDay }) =>
    quantityMetric === null ? [] : [[quantityMetric, quantityOnDay] as const],
  );
  const { id, name, status, publishedAt } = version;
  return {
    versionId: id,
    version: version.version,
    quantities: Object.fromEntries(linked),
    name,
    status,
    publishedAt: publishedAt?.toISOString() ?? null,
  };
}

/** The version of which a social return was made that was told; who published it is for those who may see the map. */
export function versionTold({
  versionId,
  version,
  name,
  status,
  publishedAt = null,
}: MapCounts): SroiVersionNameType | null {
  if (name === undefined || status === undefined) return null;
  const published = publishedAt === null ? null : new Date(publishedAt);
  return { id: versionId, version, name, status, publishedAt: published, publishedBy: null };
}

/** The present value of what society gets, over what was invested. */
export function ratioOf(
  definition: MetricDefinitionType,
  value: number,
  investment: number,
  asOf: string,
): FigureAnswer {
  if (investment <= 0) return { definition, asOf };
  return {
    value: value / investment,
    numerator: value,
    denominator: investment,
    unit: 'RATIO',
    interval: null,
    notYetObservable: null,
    unknown: null,
    asked: null,
    asOf,
    isEarlier: false,
    parameters: null,
    definition,
  };
}
