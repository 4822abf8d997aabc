import { unitsOf } from '@tandem/domain/figure-units';
import { snapshotInput } from '@tandem/domain/inputs';
import { isCounted } from '@tandem/metrics/any-metric';
import { compileFigure } from '@tandem/metrics/compile';
import type { Parameters } from '@tandem/metrics/definition';
import type { EntityManager } from 'typeorm';
import { newId } from '../../../database/new-id.ts';
import { viewerOf, type Context } from '../../../graphql/context.ts';
import { given } from '../../../graphql/given.ts';
import { parseInput, Refused } from '../../../graphql/refusal.type.ts';
import { recordChange } from '../../audit/record-change.ts';
import { findModel } from '../../sroi/value-map.loader.ts';
import { definedAs, queryOf, wordsDefined } from '../compute-figures.ts';
import type { FigureAnswer } from '../figure.type.ts';
import type { FigureRequest } from '../figure-request.type.ts';
import { runFigure } from '../run-figures.ts';
import { columnsOfFacts, keepMonths, monthsOfFacts, type FactMonth } from './fingerprint.ts';
import {
  digestOf,
  FORMAT,
  sealOf,
  type SealedContent,
  type SealedFigure,
  type SealedMap,
} from './sealed-content.ts';
import { SnapshotEntity } from './snapshot.entity.ts';
import type { SnapshotInput, SnapshotItemType } from './snapshot.type.ts';

const MOST_FIGURES = 60;
/** One snapshot is taken after the other, so that each has the seal before it. */
const LOCK = 7263514906;

/** Seals a set of figures with their definitions and digests of the data beneath. Returns its id. */
export async function takeSnapshot(context: Context, input: SnapshotInput): Promise<string> {
  const { name } = parseInput(snapshotInput, input);
  if (input.figures.length === 0) throw new Refused({ code: 'REQUIRED', field: 'figures' });
  if (input.figures.length > MOST_FIGURES) throw new Refused({ code: 'TOO_LARGE', field: 'figures' });
  for (let attempt = 1; ; attempt++)
    try {
      return await sealOnce(context, name, input);
    } catch (error) {
      if (!(error instanceof DataChanged) || attempt === MOST_ATTEMPTS) throw error;
    }
}

/** Somebody wrote while the figures were counted, so that they are of other data than the digests. */
class DataChanged extends Error {}
const MOST_ATTEMPTS = 5;

async function sealOnce(context: Context, name: string, input: SnapshotInput): Promise<string> {
  const asOf = input.asOf ?? context.today;
  // All reads are of one moment; what is written then is looked at once more.
  const columns = await columnsOfFacts(context.db);
  const read = dataDigestOf(await monthsOfFacts(context.db, columns));
  const figures: SealedFigure[] = [];
  for (const figure of input.figures) figures.push(await sealFigure(context, { ...figure, asOf }));
  const id = newId();
  const taker = viewerOf(context);
  await context.db.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [LOCK]);
    if (await tx.existsBy(SnapshotEntity, { name })) throw new Refused({ code: 'NAME_TAKEN', field: 'name' });
    const [last] = await tx.find(SnapshotEntity, { order: { number: 'DESC' }, take: 1 });
    const content: Omit<SealedContent, 'dataDigest'> = {
      format: FORMAT,
      number: (last?.number ?? 0) + 1,
      name,
      takenAt: context.now.toISOString(),
      takenBy: { id: taker.userId, name: taker.name },
      asOf,
      figures,
      columns,
    };
    await save(tx, id, content, read, last?.seal);
    await recordChange(tx, context, {
      action: 'takeSnapshot',
      recordKind: 'snapshot',
      recordId: id,
      subjectId: id,
      after: { name, asOf, figures: figures.length },
    });
  });
  return id;
}

async function save(
  tx: EntityManager,
  id: string,
  content: Omit<SealedContent, 'dataDigest'>,
  read: string,
  before: Buffer | undefined,
): Promise<void> {
  const { number, name, takenAt, asOf, columns } = content;
  // The months refer to the snapshot, and the snapshot holds their digest: the reference is looked at in the end.
  await tx.query('set constraints all deferred');
  const dataDigest = dataDigestOf(await keepMonths(tx, id, columns));
  if (dataDigest !== read) throw new DataChanged('data changed while a snapshot was taken');
  const text = JSON.stringify({ ...content, dataDigest } satisfies SealedContent);
  await tx.insert(SnapshotEntity, {
    id,
    number,
    name,
    takenAt,
    asOf,
    content: text,
    seal: sealOf(text, before),
  });
}

/** One digest of all data. */
export function dataDigestOf(months: readonly FactMonth[]): string {
  return digestOf(
    months
      .map(({ fact, month, rowCount, digest }) => `${fact} ${month} ${rowCount} ${digest}`)
      .toSorted()
      .join('\n'),
  );
}

async function sealFigure(context: Context, request: FigureRequest): Promise<SealedFigure> {
  const answer = await runFigure(context, request);
  const { parameters, unit } = answer.definition;
  const sealed = await sealedValue(answer);
  const valueMap = await sealedMap(context, answer);
  return {
    metric: request.metric,
    version: answer.definition.version,
    words: wordsDefined(request.metric, answer.definition.version),
    period: given(request.period) ? { from: request.period.from, to: request.period.to } : null,
    parameters: parameters && { ...parameters, ...chosen(request.parameters) },
    filter: request.filter ?? null,
    sealed,
    ...(sealed && { units: unitsOf(unit, sealed.denominator !== null) }),
    ...(valueMap && { valueMap }),
    statementDigest: await statementDigest(context, request),
  };
}

/** Of the plain statement over the facts: what is kept of months gives the same, and differs from moment to moment. */
export async function statementDigest(context: Context, request: FigureRequest): Promise<string> {
  if (!isCounted(request.metric)) return digestOf(request.metric);
  return digestOf(
    compileFigure(definedAs(request.metric, request.version), await queryOf(context, request)).text,
  );
}

export async function sealedValue(answer: FigureAnswer): Promise<SnapshotItemType['sealed']> {
  if (!('value' in answer)) return null;
  const { value, numerator, denominator, interval, notYetObservable, unknown, asked } = answer;
  const spread = (await answer.spread) ?? null;
  return { value, numerator, denominator, interval, notYetObservable, unknown, asked, spread };
}

/** Of which value map a social return is made; undefined of every other figure. */
export async function sealedMap(context: Context, answer: FigureAnswer): Promise<SealedMap | undefined> {
  const version = 'value' in answer ? answer.sroiVersion : undefined;
  const model = version && (await findModel(context));
  if (!version || !model) return undefined;
  const { id: versionId, name, version: revision, status, publishedAt } = version;
  return {
    map: model.name,
    versionId,
    name,
    version: revision,
    status,
    publishedAt: publishedAt?.toISOString() ?? null,
    scenario: null,
  };
}

/** The parameters that a request gives. */
function chosen(parameters: FigureRequest['parameters']): Partial<Parameters> {
  return Object.fromEntries(Object.entries(parameters ?? {}).filter(([, value]) => given(value)));
}
