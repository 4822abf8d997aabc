import { researchUseInput } from '@tandem/domain/research-inputs';
import { NO_CONSENT, WITHHELD, type ResearchVariable } from '@tandem/metrics/research/variable';
import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { newId } from '../../database/new-id.ts';
import type { Context } from '../../graphql/context.ts';
import type { Locale } from '../../graphql/locale.ts';
import { namesUnder } from '../../graphql/pseudonyms.ts';
import { parseInput, Refused } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import { consentAsked, dataSetChosen, purposeInForce } from './choose-data-set.ts';
import { codebookLines, type ColumnCounts } from './codebook.ts';
import { csvLine } from './csv-line.ts';
import { batchesOf, openDataSet, type DataSetRow, type DataSetRows } from './read-data-set.ts';
import { readmeLines } from './readme.ts';
import type { ResearchChoiceInput } from './research.type.ts';
import { ZipFile } from './zip-file.ts';

/** A data set that is ready to leave: whoever gets it closes the file. */
interface DataSet {
  readonly file: ZipFile;
  readonly bytes: number;
  /** SHA-256 of the whole file, in hexadecimal. */
  readonly sha256: string;
}

/** Rows of a million duos take longer than a page may. */
const STATEMENT_MINUTES = 10;

/**
 * Makes a data set for research as one ZIP (`duos.csv`, `codebook.csv`, `README.txt`) and writes into the trail who took what
 * out, for whom and why, before it leaves. Refused: a purpose that is not in force, texts that are missing or too long, and
 * sets of fewer people than the smallest group.
 */
export async function takeOutDataSet(
  context: Context,
  raw: ResearchChoiceInput & { purpose?: unknown; recipient?: unknown; use?: unknown },
  locale: Locale,
): Promise<DataSet> {
  const choice = dataSetChosen(context, raw);
  const input = parseInput(researchUseInput, raw);
  const { variables, scope, smallestGroup } = choice;
  const purpose = await purposeInForce(context.db, input.purpose, context.today);
  if (purpose === undefined) throw new Refused({ code: 'REFERENCE_UNKNOWN', field: 'purpose' });
  const file = await ZipFile.open(context.now);
  try {
    return await context.db.transaction(async (tx) => {
      await tx.query(`set local statement_timeout = '${STATEMENT_MINUTES}min'`);
      const consentTo = consentAsked(purpose);
      const rows = await openDataSet(tx, variables, { ...scope, consentTo }, smallestGroup);
      if (rows.withheld === null)
        throw new Refused({ code: 'TOO_FEW_PEOPLE', params: { limit: smallestGroup } });
      const counts = new Map(variables.map(({ name }) => [name, noneCounted()]));
      const digest = await file.add('duos.csv', dataLines(tx, variables, rows, counts));
      await file.add(
        'codebook.csv',
        codebookLines(variables, rows.places, (name) => counts.get(name) ?? noneCounted()),
      );
      const { recipient, use } = input;
      const madeOn = context.today;
      const branches = await branchNames(tx, scope.branches ?? []);
      await file.add(
        'README.txt',
        readmeLines({ choice, rows, purpose, recipient, use, madeOn, branches, digest }, locale),
      );
      const { bytes, sha256 } = await file.end();
      const id = newId();
      await recordChange(tx, context, {
        action: 'exportResearchData',
        recordKind: 'researchData',
        recordId: id,
        subjectId: id,
        after: {
          purpose: purpose.key,
          purposeVersion: purpose.version,
          recipient,
          use,
          rows: rows.rows,
          columns: variables.map(({ name }) => name),
          asOf: scope.asOf,
          from: scope.period?.from ?? null,
          to: scope.period?.to ?? null,
          branch: scope.branches ?? null,
          smallestGroup,
          sha256,
          sha256OfDuos: digest,
        },
      });
      return { file, bytes, sha256 };
    });
  } catch (error) {
    await file.close();
    throw error;
  }
}

const noneCounted = (): ColumnCounts => ({ values: 0, empty: 0, withheld: 0, withoutConsent: 0 });

/** The lines of the file of rows. Pseudonyms are made under a key that is drawn here and goes with the call. */
async function* dataLines(
  tx: EntityManager,
  variables: readonly ResearchVariable[],
  { places, withheld }: DataSetRows,
  counts: ReadonlyMap<string, ColumnCounts>,
): AsyncGenerator<string> {
  const pseudonymOf = namesUnder(randomBytes(32));
  const placeOf = new Map(places.map(({ name, place }) => [name, place]));
  yield csvLine(variables.map(({ name }) => name));
  let row = 0;
  const lineOf = (values: DataSetRow): string => {
    const depth = withheld?.[row] ?? 0;
    row += 1;
    return csvLine(
      variables.map(({ name, role }) => {
        const value = (placeOf.get(name) ?? Infinity) < depth ? WITHHELD : (values[name] ?? null);
        count(counts.get(name), value);
        const isId = role === 'PSEUDONYM' && value !== null && value !== NO_CONSENT && value !== WITHHELD;
        return isId ? pseudonymOf(value) : value;
      }),
    );
  };
  for await (const batch of batchesOf(tx)) yield batch.map(lineOf).join('');
}

function count(counts: ColumnCounts | undefined, value: string | null): void {
  if (counts === undefined) return;
  if (value === null) counts.empty += 1;
  else if (value === WITHHELD) counts.withheld += 1;
  else if (value === NO_CONSENT) counts.withoutConsent += 1;
  else counts.values += 1;
}

async function branchNames(tx: EntityManager, ids: readonly string[]): Promise<string[]> {
  const rows: { name: string }[] = await tx.query(
    'select name from branch where id = any ($1::uuid[]) order by name',
    [ids],
  );
  return rows.map(({ name }) => name);
}
