import type { CalendarDay } from '@tandem/domain/calendar-day';
import { sessionEnded } from '@tandem/ui/client';
import { answered, keyOf } from '@tandem/ui/submission-keys';
import { languageOf, storedLocale } from '@tandem/ui/locale';
import type { ImportKind } from '../../gql/graphql.ts';

/** Which column of a file fills a field, by the field's name. */
export type ColumnMapping = Readonly<Record<string, string>>;

/** What a word in the cells of a field means: a code of its closed list, or the name of a branch. */
export interface MappedWord {
  readonly field: string;
  readonly word: string;
  readonly means: string;
}

export interface RowRefusal {
  readonly line: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly code: string;
  /** The reason in the reader's language. */
  readonly words: string;
}

export interface FileReport {
  readonly name: string;
  readonly kind: ImportKind | null;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly headers: readonly string[];
  readonly mapping: ColumnMapping;
  readonly words: readonly MappedWord[];
  /** Words that are none of a closed list, and new branches: they may be mapped. */
  readonly unknownWords: readonly Pick<MappedWord, 'field' | 'word'>[];
  /** What its headers name of each kind: where mapping by hand begins. */
  readonly recognised: Readonly<Partial<Record<ImportKind, ColumnMapping>>>;
  /** Headers of columns that fill no field. */
  readonly unused: readonly string[];
  readonly problem: {
    readonly code: string;
    readonly words: string;
    /** The kind that it was taken for, where columns of that are missing. */
    readonly missing?: { readonly kind: ImportKind };
  } | null;
  readonly rows: number;
  readonly accepted: number;
  readonly refused: number;
  readonly refusals: readonly RowRefusal[];
  /** What accepted rows come to in cents; null where they are no amounts. */
  readonly amounts: {
    readonly accepted: number;
    readonly added: { readonly rows: number; readonly cents: number };
    readonly corrected: { readonly rows: number; readonly cents: number; readonly formerCents: number };
  } | null;
  /** Accepted rows of what was on a day after the programme's; null for none. */
  readonly ahead: { readonly rows: number; readonly day: CalendarDay } | null;
}

export interface ImportReport {
  readonly files: readonly FileReport[];
  /** How many of each kind came in (or would), were put right, and were there already, in the reader's language; empty for none. */
  readonly words: { readonly added: string; readonly unchanged: string; readonly corrected: string };
  /** What the rows name that was not there. */
  readonly named: Readonly<
    Record<'BRANCH' | 'COORDINATOR' | 'PARTNER' | 'COMPARISON_GROUP', readonly string[]>
  >;
  /** Branches that were there. */
  readonly branches: readonly string[];
  readonly taken: boolean;
}

/** What was mapped by hand, by name of the file. */
export type ChosenMappings = Readonly<
  Record<
    string,
    {
      readonly kind: ImportKind;
      readonly mapping: ColumnMapping;
      readonly words: readonly MappedWord[];
    }
  >
>;

/** What is sent: the same files and mappings are taken in that were checked. */
export interface Batch {
  readonly files: readonly File[];
  readonly mappings: ChosenMappings;
  /** New branches that were agreed to. */
  readonly branches: readonly string[];
}
/** Has the files checked, or taken in. Rejects where the server did not take the request as a whole. */
export async function sendFiles(
  { files, mappings, branches }: Batch,
  purpose: 'check' | 'import',
): Promise<ImportReport> {
  const form = new FormData();
  for (const file of files) form.append('file', file);
  form.append('mappings', JSON.stringify(mappings));
  form.append('branches', JSON.stringify(branches));
  const submission = JSON.stringify([
    mappings,
    branches,
    files.map(({ name, size, lastModified }) => [name, size, lastModified]),
  ]);
  const response = await fetch(purpose === 'check' ? '/imports/check' : '/imports', {
    method: 'POST',
    body: form,
    headers: {
      'accept-language': languageOf(storedLocale()),
      ...(purpose === 'import' && { 'idempotency-key': keyOf(submission) }),
    },
  });
  if (response.status === 401) sessionEnded.dispatchEvent(new Event('ended'));
  if (!response.ok) throw new ImportFailed(response.status, await codeOf(response));
  const report = (await response.json()) as ImportReport;
  // Only a report that has come is an answer: until then the same files are the same submission.
  if (purpose === 'import') answered(submission);
  return report;
}

class ImportFailed extends Error {
  constructor(
    readonly status: number,
    readonly code: string | undefined,
  ) {
    super(`the import was answered with ${status}`);
  }
}

/** The code of an answer that is no report; undefined where it has none, as one of a proxy. */
async function codeOf(response: Response): Promise<string | undefined> {
  const body = (await response.json().catch(() => undefined)) as
    | { readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[] }
    | undefined;
  return body?.errors?.[0]?.extensions?.code;
}

/**
 * What to tell of files of which no report came. Before they are taken in, and where the server refuses what is sent,
 * nothing has come in; after a broken connection or an error on the way, that is not known.
 */
export function problemOf(error: unknown, purpose: 'check' | 'import'): string {
  const { status, code } = error instanceof ImportFailed ? error : { status: 0, code: undefined };
  if (code === 'IDEMPOTENCY_IN_FLIGHT') return 'imports.inFlight';
  if (code === 'IDEMPOTENCY_ANSWER_LOST') return 'imports.answerLost';
  if (status === 403) return 'imports.forbidden';
  if (status === 413) return 'imports.tooLarge';
  if (status === 429) return 'imports.tooMany';
  const refused = status >= 400 && status < 500;
  return purpose === 'check' || refused ? 'imports.failed' : 'imports.unknown';
}
