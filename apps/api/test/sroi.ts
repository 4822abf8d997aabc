import type { SroiAssumption } from '@tandem/domain/vocabulary';
import { ask, viewerWith, type Testkit } from './testkit.ts';

export const finance = viewerWith('FINANCE', { name: 'Fien' });
const ROW = `id key stakeholder outcome quantityMetric quantity publishedQuantity proxy { cents } priceIndex { name from to year } countedProxy { cents }
  proxyYear proxyCountry proxyUnit proxySource proxySourceCents deadweight displacement attribution leakage substitution dropOff durationYears firstYear
  evidenceGrade note assumptions { number value grade source } ranges { parameter distribution low high }`;
export const VERSION = `id name note status version publishedAt publishedBy publishedAsOf publishedInvestment { cents } discountSchedule { fromYear rate }
  discountConvention horizonYears seed draws investment { cents } viewerCanEdit result { grossRatio netRatio paybackMonths netPresentValue { cents } }
  publishedResult { grossRatio netRatio } scenarios { name changes { row parameter value } } rows { ${ROW} }`;
const ANSWER = `__typename ... on SroiVersion { ${VERSION} } ... on Refusal { code field params }`;

/** What the input of a row says as the answer does, as far as it is looked at here; the rest goes from one to the other as it is. */
interface SameInBoth extends Readonly<Record<SroiAssumption, number | null>> {
  readonly quantityMetric: string | null;
  readonly proxySource: string | null;
  readonly assumptions: readonly { readonly number: SroiAssumption; readonly value: number }[];
}
interface ReadRow extends SameInBoth {
  readonly id: string;
  readonly publishedQuantity: number | null;
  readonly countedProxy: { readonly cents: number } | null;
  readonly proxy: { readonly cents: number };
}
interface RowInput extends SameInBoth {
  readonly proxyCents: number;
  readonly proxySourceCents?: number | null;
}

export async function readSroi(kit: Testkit, viewer = finance): Promise<any> {
  const model = `{ sroiModel { id viewerCanEdit versions { name status } current { ${VERSION} } draft { ${VERSION} } } }`;
  return (await ask(kit, viewer, model)).sroiModel;
}

/** The draft, begun where there is none. */
export async function openDraft(kit: Testkit, name = 'Next'): Promise<any> {
  const { current, draft } = await readSroi(kit);
  if (draft !== null) return draft;
  const { startSroiVersion } = await ask(
    kit,
    finance,
    `mutation ($from: ID!, $name: String!) { startSroiVersion(from: $from, name: $name) { ${ANSWER} } }`,
    { from: current.id, name },
  );
  return startSroiVersion;
}

/** A version as the API takes it, with another value in every row, and each source said of the value that stands. */
export function inputOf(version: any, change: object = {}): any {
  const { name, note, discountSchedule, discountConvention, horizonYears, seed, draws, scenarios, rows } =
    version;
  return {
    name,
    note,
    discountSchedule,
    discountConvention,
    horizonYears,
    seed,
    draws,
    scenarios,
    rows: rows.map((row: ReadRow) => confirmed({ ...rowInputOf(row), ...change })),
  };
}

function rowInputOf({
  id: _id,
  publishedQuantity: _published,
  countedProxy: _counted,
  proxy,
  quantity,
  ...row
}: ReadRow): RowInput {
  return { ...row, proxyCents: proxy.cents, quantity: row.quantityMetric === null ? quantity : null };
}

/** A row of an input of which all sources are said of the values that stand. */
function confirmed(row: RowInput): RowInput {
  return {
    ...row,
    proxySourceCents: row.proxySource === null ? null : row.proxyCents,
    assumptions: row.assumptions.map((told) => ({ ...told, value: row[told.number] ?? told.value })),
  };
}

export async function save(kit: Testkit, version: any, input: object, viewer = finance): Promise<any> {
  const { saveSroiVersion } = await ask(
    kit,
    viewer,
    `mutation ($id: ID!, $version: Int!, $input: SroiVersionInput!) { saveSroiVersion(id: $id, version: $version, input: $input) { ${ANSWER} } }`,
    { id: version.id, version: version.version, input },
  );
  return saveSroiVersion;
}

export async function act(
  kit: Testkit,
  operation: 'publish' | 'discard' | 'restore',
  version: any,
): Promise<any> {
  const field = `${operation}SroiVersion`;
  const answer = await ask(
    kit,
    finance,
    `mutation ($id: ID!, $version: Int!) { ${field}(id: $id, version: $version) { ${ANSWER} } }`,
    { id: version.id, version: version.version },
  );
  return answer[field];
}

/** The figures gross and net, and the version that they name. */
export async function sroiFigures(kit: Testkit, viewer = finance): Promise<any> {
  const { figures } = await ask(
    kit,
    viewer,
    '{ figures(requests: [{metric: SROI_GROSS}, {metric: SROI_NET}]) { ... on Figure { value sroiVersion { name status } } } }',
  );
  return { gross: figures[0].value, net: figures[1].value, version: figures[0].sroiVersion };
}
