import { publishedRateInput } from '@tandem/domain/comparison-inputs';
import { isCounted } from '@tandem/metrics/any-metric';
import { CATALOGUE } from '@tandem/metrics/catalogue';
import type { AuditAction } from '@tandem/domain/audit';
import type { EntityManager } from 'typeorm';
import { newId } from '../../database/new-id.ts';
import type { Context } from '../../graphql/context.ts';
import type { RecordVersionInput } from '../../graphql/inputs.type.ts';
import { parseInput, Refused, refuseStale } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import { findPublishedRate } from './comparison.queries.ts';
import type { PublishedRateInput, PublishedRateType } from './published-rate.type.ts';

/** Writes a published rate; with what was seen of one, another in its place. Returns its id. */
export function savePublishedRate(
  context: Context,
  seen: RecordVersionInput | null,
  raw: PublishedRateInput,
): Promise<string> {
  const input = parseInput(publishedRateInput, raw);
  if (!isCounted(raw.metric) || CATALOGUE[raw.metric].unit !== 'RATE')
    throw new Refused({ code: 'CHOICE_INVALID', field: 'metric' });
  return context.db.transaction(async (tx) => {
    const before = seen === null ? null : await lock(tx, context, seen);
    if (before?.removed === true) throw new Refused({ code: 'NOT_FOUND', field: 'id' });
    const id = before?.id ?? newId();
    await tx.query(
      `insert into published_rate (id, metric, label, rate, people, population, source, link, country, region, window_months, year, version)
       values ($1, $2, jsonb_strip_nulls($3), $4, $5, jsonb_strip_nulls($6), jsonb_strip_nulls($7), $8, $9, jsonb_strip_nulls($10), $11, $12, $13)
       on conflict (id) do update set metric = excluded.metric, label = excluded.label, rate = excluded.rate, people = excluded.people,
         population = excluded.population, source = excluded.source, link = excluded.link, country = excluded.country,
         region = excluded.region, window_months = excluded.window_months, year = excluded.year, version = excluded.version`,
      [
        id,
        input.metric,
        { fr: input.labelFr, nl: input.labelNl, en: input.labelEn },
        input.rate,
        input.people,
        { fr: input.populationFr, nl: input.populationNl, en: input.populationEn },
        { fr: input.sourceFr, nl: input.sourceNl, en: input.sourceEn },
        input.link,
        input.country,
        { fr: input.regionFr, nl: input.regionNl, en: input.regionEn },
        input.windowMonths,
        input.year,
        (before?.version ?? 0) + 1,
      ],
    );
    await record(tx, context, 'savePublishedRate', id, before, input);
    return id;
  });
}

/** Takes a published rate away (it can be put back). */
export function removePublishedRate(context: Context, seen: RecordVersionInput): Promise<string> {
  return setRemoved(context, seen, true);
}

/** Puts a published rate back that was removed. */
export function restorePublishedRate(context: Context, seen: RecordVersionInput): Promise<string> {
  return setRemoved(context, seen, false);
}

function setRemoved(context: Context, seen: RecordVersionInput, removed: boolean): Promise<string> {
  return context.db.transaction(async (tx) => {
    const before = await lock(tx, context, seen);
    if (before.removed === removed) throw new Refused({ code: 'NOT_FOUND', field: 'id' });
    await tx.query('update published_rate set removed_at = $2, version = version + 1 where id = $1', [
      before.id,
      removed ? context.now : null,
    ]);
    const action = removed ? 'removePublishedRate' : 'restorePublishedRate';
    await record(tx, context, action, before.id, before, { removed });
    return before.id;
  });
}

async function lock(
  tx: EntityManager,
  { locale }: Context,
  { id, version }: RecordVersionInput,
): Promise<PublishedRateType> {
  await tx.query('select 1 from published_rate where id = $1 for update', [id]);
  const found = await findPublishedRate(tx, id, locale);
  if (found === undefined) throw new Refused({ code: 'NOT_FOUND', field: 'id' });
  refuseStale('publishedRate', found, version);
  return found;
}

function record(
  tx: EntityManager,
  context: Context,
  action: AuditAction,
  id: string,
  before: object | null,
  after: object,
): Promise<string> {
  return recordChange(tx, context, {
    action,
    recordKind: 'publishedRate',
    recordId: id,
    subjectId: id,
    before,
    after,
  });
}
