import type { Thresholds } from '@tandem/domain/thresholds';
import { isFew } from '@tandem/metrics/disclosure/primary';
import type { Context } from '../../graphql/context.ts';
import { thresholdsOf } from '../metrics/thresholds.loader.ts';
import { readVersionTold, type ReadVersion } from './value-map.loader.ts';

/** A social return that was told: of which version, as it then was, and what its linked indicators counted. */
interface ReturnTold {
  readonly counts: {
    readonly denominator: number | null;
    readonly map?: MapOfReturn;
  };
}
interface MapOfReturn {
  readonly versionId: string;
  readonly version: number;
  readonly quantities: Readonly<Record<string, number>>;
}

/** Whether a quantity of a value map is few: neither the map is told then, nor what follows from it. */
export function tellsOfFew(
  { quantities }: Pick<MapOfReturn, 'quantities'>,
  { SMALLEST_COUNT }: Thresholds,
): boolean {
  return Object.values(quantities).some((count) => isFew(count, SMALLEST_COUNT));
}

/**
 * The value map of which a social return was made that an outsider was told, with the counts of then; undefined where it is not
 * told: one of these is few by the limits of today, it was made of a version that the outsider does not meet, or of a draft that
 * changed since and is another map.
 */
export async function mapTold(context: Context, { counts }: ReturnTold): Promise<ReadVersion | undefined> {
  const { map, denominator } = counts;
  if (map === undefined || tellsOfFew(map, await thresholdsOf(context))) return undefined;
  const read = await readVersionTold(context, map.versionId, map.quantities, denominator ?? 0);
  return read?.version.version === map.version ? read : undefined;
}
