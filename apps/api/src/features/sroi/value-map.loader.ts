import type { Database } from '../../database/database.ts';
import { CATALOGUE, type MetricId } from '@tandem/metrics/catalogue';
import { compileFigure } from '@tandem/metrics/compile';
import type { FigureQuery } from '@tandem/metrics/figure-query';
import type { ValueMap as ValuedMap } from '@tandem/metrics/sroi/value-map';
import type { Context } from '../../graphql/context.ts';
import { defineLoader } from '../../graphql/loader.ts';
import { SroiModelEntity } from './sroi-model.entity.ts';
import { SroiRowEntity } from './sroi-row.entity.ts';

export interface ValueMap {
  readonly model: SroiModelEntity;
  /** Rows with their quantity: typed, or what the linked indicator counts among closed duos on the day. */
  readonly rows: readonly (SroiRowEntity & { readonly quantityOnDay: number })[];
  /** All cost of the programme by the day, in cents. */
  readonly investment: number;
}

type Scope = Pick<FigureQuery, 'asOf' | 'period'>;

/** The programme's value map as of a day, of all time or of a period; undefined where there is no model. */
export function valueMapOf(context: Context, scope: Scope): Promise<ValueMap | undefined> {
  return valueMapByScope(context, JSON.stringify(scope));
}

/** The value map as the formulas take it: money in cents. */
export function valuedMapOf({ model, rows, investment }: ValueMap): ValuedMap {
  return {
    rows: rows.map((row) => ({
      ...row,
      key: row.id,
      quantity: row.quantityOnDay,
      proxy: row.proxyCents,
      leakage: 0,
      substitution: 0,
    })),
    investment,
    discounting: {
      schedule: [{ fromYear: 1, rate: model.discountRate }],
      convention: model.discountConvention,
    },
    horizonYears: Math.max(0, ...rows.map(({ firstYear, durationYears }) => firstYear + durationYears - 1)),
  };
}

const valueMapByScope = defineLoader<ValueMap | undefined>(
  async (scopes, { db }) =>
    new Map(
      await Promise.all(
        scopes.map(async (scope) => [scope, await read(db, JSON.parse(scope) as Scope)] as const),
      ),
    ),
  undefined,
);

async function read(db: Database, scope: Scope): Promise<ValueMap | undefined> {
  const [model] = await db.getRepository(SroiModelEntity).find({ order: { id: 'ASC' }, take: 1 });
  if (model === undefined) return undefined;
  const rows = await db
    .getRepository(SroiRowEntity)
    .find({ where: { modelId: model.id }, order: { position: 'ASC' } });
  const linked = [
    ...new Set(rows.flatMap(({ quantityMetric }) => (isMetric(quantityMetric) ? [quantityMetric] : []))),
  ];
  const counted = new Map(
    await Promise.all(linked.map(async (id) => [id as string, await numeratorOf(db, id, scope)] as const)),
  );
  return {
    model,
    rows: rows.map((row) => ({
      ...row,
      quantityOnDay: counted.get(row.quantityMetric ?? '') ?? row.quantity ?? 0,
    })),
    investment: await numeratorOf(db, 'TOTAL_COST', scope),
  };
}

function isMetric(id: string | null): id is MetricId {
  return id !== null && Object.hasOwn(CATALOGUE, id);
}

async function numeratorOf(db: Database, id: MetricId, scope: Scope): Promise<number> {
  const { text, values } = compileFigure(CATALOGUE[id], { ...scope, parameters: { population: 'CLOSED' } });
  const [row] = await db.countProgramme<{ numerator: number | null }>(text, values);
  return row?.numerator ?? 0;
}
