import { CATALOGUE } from '@tandem/metrics/catalogue';
import { compileFigure } from '@tandem/metrics/compile';
import { wilsonInterval } from '@tandem/metrics/statistics/wilson';
import type { DataSource, EntityManager } from 'typeorm';
import { newId } from '../../database/new-id.ts';
import { insertRows, type RowOfVersion } from './contents.loader.ts';
import { countForPublication, freezeVersion } from './freeze-version.sql.ts';
import { SroiModelEntity } from './sroi-model.entity.ts';
import { SroiRowEntity, type StoredRange } from './sroi-row.entity.ts';
import { SroiScenarioEntity } from './sroi-scenario.entity.ts';
import { SroiVersionEntity } from './sroi-version.entity.ts';

const NAME = 'Brussels 2015-2017';
/** The key of its row, from which its draws follow: the same in every copy of the sample. */
const ROW = '01600000-0000-7000-8000-000000000001';

/** The yearly public cost of a person out of work in Belgium: in 2010 by IDEA Consult, in 2002 by the Federal Planning Bureau. */
const [COST, COST_BEFORE] = [33_443_00, 25_682_00];
/** The share that finds work anyway, over the 55.4 % of mentees that did. */
const WITHOUT = 0.28;
const DEADWEIGHT = 0.5054;
/** The same share where 40 % instead of 28 % would have found work, of the 55.4 % that did. */
const DEADWEIGHT_OF_MORE = 0.722;
const [DROP_OFF, DURATION] = [0.1, 3];
/** What the HM Treasury Additionality Guide (4th edition) takes for employment programmes. */
const [USUAL_DEADWEIGHT, USUAL_DISPLACEMENT] = [0.4, 0.15];

const GUIDE = 'HM Treasury, Additionality Guide, 4th edition';
/** On what its numbers stand. Where nothing was published, it says so. */
const ASSUMPTIONS: RowOfVersion['assumptions'] = [
  {
    number: 'deadweight',
    value: DEADWEIGHT,
    grade: 'ASSUMED',
    source: `28 % would have found work without the programme, of the 55.4 % that did: the programme's own assumption, for which no published rate is known. For employment programmes the ${GUIDE}, takes 40 %, which gives a higher net ratio. From 52 % on that would have found work anyway, less comes back than was put in.`,
  },
  {
    number: 'displacement',
    value: 0,
    grade: 'ASSUMED',
    source: `Nothing is taken off. The ${GUIDE}, takes 15 % for employment programmes: in the range and in the scenario.`,
  },
  {
    number: 'attribution',
    value: 0,
    grade: 'ASSUMED',
    source:
      'Nothing is taken off: what others did for the same people (public employment service, training) is not known.',
  },
  {
    number: 'leakage',
    value: 0,
    grade: 'ASSUMED',
    source: `Nothing is taken off. The ${GUIDE}, takes 10 % for employment programmes: in the scenario.`,
  },
  {
    number: 'substitution',
    value: 0,
    grade: 'ASSUMED',
    source: `Nothing is taken off. The ${GUIDE}, takes 5 % for employment programmes: in the scenario.`,
  },
  {
    number: 'dropOff',
    value: DROP_OFF,
    grade: 'PUBLISHED',
    source: `${GUIDE}: 10 % a year for employment programmes.`,
  },
  {
    number: 'durationYears',
    value: DURATION,
    grade: 'ASSUMED',
    source: `A job counts for three years whatever its contract: how long people stayed at work was not followed. A scenario says what comes of it where a job counts for one year.`,
  },
];

/**
 * The value of a job to public authorities, from which the programme's headline of 18 euros follows, as a published version. Its numbers
 * are uncertain by what there is to know: the quantity by its 95 % interval, the proxy down to the older source, deadweight and
 * displacement by the published guide.
 */
export async function loadSampleModel(db: DataSource, day: string): Promise<void> {
  await db.transaction(async (tx) => {
    if (await tx.existsBy(SroiModelEntity, { name: NAME })) return;
    const [modelId, id] = [newId(), newId()];
    await tx.insert(SroiModelEntity, { id: modelId, name: NAME });
    await tx.insert(SroiVersionEntity, {
      id,
      modelId,
      name: NAME,
      status: 'DRAFT',
      discountSchedule: [{ fromYear: 1, rate: 0.035 }],
      discountConvention: 'END_OF_YEAR',
      horizonYears: 3,
      seed: 1,
      draws: 100_000,
      version: 1,
      startedAt: new Date(),
    });
    const row = {
      id: newId(),
      versionId: id,
      key: ROW,
      position: 0,
      stakeholder: 'PUBLIC_AUTHORITIES',
      outcome: 'Mentees in work',
      quantityMetric: 'EMPLOYMENT_RATE',
      proxyCents: COST,
      proxyYear: 2010,
      proxyCountry: 'BE',
      proxyUnit: 'person, year',
      proxySourceCents: COST,
      proxySource: 'IDEA Consult for EFSI, December 2012: Socio-economic cost of a person out of work',
      deadweight: DEADWEIGHT,
      displacement: 0,
      attribution: 0,
      leakage: 0,
      substitution: 0,
      dropOff: DROP_OFF,
      durationYears: DURATION,
      firstYear: 1,
      evidenceGrade: 'PUBLISHED',
      ranges: await rangesOf(tx, day),
      priceIndexName: null,
      priceIndexFrom: null,
      priceIndexTo: null,
      priceIndexYear: null,
      quantity: null,
      note: `Ranges: jobs, 95 % interval of the rate among closed duos; cost, down to 25 682 € (Federal Planning Bureau, 2002); deadweight, from what the HM Treasury Additionality Guide takes for employment programmes to 28 % over the lower end of the rate; displacement, up to what the same guide takes. Jobs and deadweight hang on the same rate, where fewer found work more of them would have anyway, and are drawn independently all the same.`,
    } as const;
    await insertRows(tx, [{ ...row, ranges: [...row.ranges], assumptions: ASSUMPTIONS }]);
    await tx.insert(SroiScenarioEntity, {
      id: newId(),
      versionId: id,
      position: 0,
      name: 'HM Treasury, employment programme',
      changes: [
        { row: ROW, parameter: 'deadweight', value: USUAL_DEADWEIGHT },
        { row: ROW, parameter: 'displacement', value: USUAL_DISPLACEMENT },
        { row: ROW, parameter: 'leakage', value: 0.1 },
        { row: ROW, parameter: 'substitution', value: 0.05 },
      ],
    });
    await tx.insert(SroiScenarioEntity, {
      id: newId(),
      versionId: id,
      position: 1,
      name: 'A job counts for one year',
      changes: [{ row: ROW, parameter: 'durationYears', value: 1 }],
    });
    await tx.insert(SroiScenarioEntity, {
      id: newId(),
      versionId: id,
      position: 2,
      name: '40 % would have found work anyway',
      changes: [{ row: ROW, parameter: 'deadweight', value: DEADWEIGHT_OF_MORE }],
    });
    await tx.insert(SroiScenarioEntity, {
      id: newId(),
      versionId: id,
      position: 3,
      name: 'Stable jobs alone count',
      changes: [{ row: ROW, parameter: 'quantity', value: await stableJobsBy(tx, day) }],
    });
    const rows = await tx.findBy(SroiRowEntity, { versionId: id });
    await freezeVersion(tx, { id, modelId }, rows, await countForPublication(tx, rows, day), {
      at: new Date(),
      day,
      by: 'Sample programme',
    });
  });
}

/** Closed duos that led to a stable job by the day. */
async function stableJobsBy(tx: EntityManager, day: string): Promise<number> {
  const { quantities } = await countForPublication(
    tx,
    [{ quantityMetric: 'STABLE_EMPLOYMENT_RATE', quantity: null }],
    day,
  );
  return quantities[0] ?? 0;
}

/** Ranges by what there is to know of the records on the day. */
async function rangesOf(tx: EntityManager, day: string): Promise<StoredRange[]> {
  const { text, values } = compileFigure(CATALOGUE.EMPLOYMENT_RATE, {
    asOf: day,
    parameters: { population: 'CLOSED' },
  });
  const [{ numerator, denominator }]: [{ numerator: number; denominator: number }] = await tx.query(text, [
    ...values,
  ]);
  const { lower, upper } = wilsonInterval(numerator, denominator);
  return [
    {
      parameter: 'quantity',
      distribution: 'NORMAL',
      low: Math.floor(lower * denominator),
      high: Math.ceil(upper * denominator),
    },
    { parameter: 'proxy', distribution: 'TRIANGULAR', low: COST_BEFORE, high: COST },
    {
      parameter: 'deadweight',
      distribution: 'TRIANGULAR',
      low: USUAL_DEADWEIGHT,
      high: Math.ceil((1000 * WITHOUT) / lower) / 1000,
    },
    { parameter: 'displacement', distribution: 'TRIANGULAR', low: 0, high: USUAL_DISPLACEMENT },
  ];
}
