import type { CalendarDay } from '@tandem/domain/calendar-day';
import { CATALOGUE, type MetricId } from '@tandem/metrics/catalogue';
import { compileFigure } from '@tandem/metrics/compile';
import { gross, presentValueOf, type ValueRow } from '@tandem/metrics/sroi';
import type { DataSource } from 'typeorm';
import type { Context } from '../../graphql/context.ts';
import { SroiModelEntity } from '../sroi/sroi-model.entity.ts';
import { SroiRowEntity } from '../sroi/sroi-row.entity.ts';
import type { FigureAnswer } from './metric.type.ts';

/** The social return of the programme's model: present value of the value map over all cost, both as of the day. */
export async function sroiFigure(
  { db }: Context,
  id: 'SROI_GROSS' | 'SROI_NET',
  asOf: CalendarDay,
): Promise<FigureAnswer> {
  const definition = {
    id,
    version: 1,
    group: 'ECONOMY',
    unit: 'RATIO',
    parameters: null,
    dimensions: [],
  } as const satisfies object;
  const answer = { ...definition, dimensions: [...definition.dimensions] };
  const [model] = await db.getRepository(SroiModelEntity).find({ order: { name: 'ASC' }, take: 1 });
  const investment = await numeratorOf(db, 'TOTAL_COST', asOf);
  if (model === undefined || investment <= 0) return { definition: answer };
  const rows = await db
    .getRepository(SroiRowEntity)
    .find({ where: { modelId: model.id }, order: { position: 'ASC' } });
  const map = await Promise.all(rows.map((row) => valueRowOf(db, row, asOf)));
  const value = presentValueOf(id === 'SROI_GROSS' ? map.map(gross) : map, {
    rate: model.discountRate,
    convention: model.discountConvention,
  });
  return {
    value: value / investment,
    numerator: value,
    denominator: investment,
    unit: 'RATIO',
    interval: null,
    notYetObservable: null,
    unknown: null,
    asOf,
    parameters: null,
    definition: answer,
  };
}

/** A row with its quantity: typed, or what its metric counts among closed duos on that day. */
async function valueRowOf(db: DataSource, row: SroiRowEntity, asOf: CalendarDay): Promise<ValueRow> {
  const linked = row.quantityMetric;
  const quantity =
    linked !== null && linked in CATALOGUE
      ? await numeratorOf(db, linked as MetricId, asOf)
      : (row.quantity ?? 0);
  const { proxyCents: proxy, deadweight, displacement, attribution, dropOff, durationYears, firstYear } = row;
  return { quantity, proxy, deadweight, displacement, attribution, dropOff, durationYears, firstYear };
}

async function numeratorOf(db: DataSource, id: MetricId, asOf: CalendarDay): Promise<number> {
  const { text, values } = compileFigure(CATALOGUE[id], { asOf, parameters: { population: 'CLOSED' } });
  const [row]: { numerator: number | null }[] = await db.query(text, [...values]);
  return row?.numerator ?? 0;
}
