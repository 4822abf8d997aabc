import { folded } from '@tandem/domain/folded';
import { ENGAGEMENTS, type Engagement } from '@tandem/domain/vocabulary';
import { CsvError, parse } from 'csv-parse/browser/esm/sync';

/** A branch that one can choose. */
export interface BranchOption {
  readonly value: string;
  readonly label: string;
}

/** A line of a pasted list as it was understood; what it does not say is undefined. */
export interface PastedRow {
  /** Its line in what was pasted, from 1; of a row of several lines the last one. */
  readonly line: number;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly engagement: Engagement | undefined;
  readonly branchId: string | undefined;
  readonly plannedHours: number | undefined;
  /** What it says and nobody can make sense of. */
  readonly notUnderstood: readonly { readonly field: Field; readonly value: string }[];
}

type Field = 'givenName' | 'familyName' | 'email' | 'engagement' | 'branchId' | 'plannedHours';

/** Headers by which a column is recognised, in French, Dutch and English. */
const HEADERS: Readonly<Record<Field, readonly string[]>> = {
  givenName: ['prenom', 'voornaam', 'first name', 'given name'],
  familyName: [
    'nom',
    'nom de famille',
    'naam',
    'familienaam',
    'achternaam',
    'last name',
    'family name',
    'surname',
  ],
  email: ['e-mail', 'email', 'mail', 'courriel', 'adresse e-mail', 'e-mailadres', 'email address'],
  engagement: ['engagement', 'role', 'rol', 'inzet'],
  branchId: ['antenne', 'vestiging', 'branch', 'site', 'ville', 'stad', 'city'],
  plannedHours: ['heures', 'heures prevues', 'uren', 'geplande uren', 'hours', 'planned hours'],
};
/** The order of columns where the list has no header. */
const USUAL_ORDER: readonly Field[] = [
  'givenName',
  'familyName',
  'email',
  'engagement',
  'branchId',
  'plannedHours',
];

const ENGAGEMENT_WORDS: Readonly<Record<string, Engagement>> = {
  mentor: 'MENTOR',
  mentore: 'MENTOR',
  volunteer: 'VOLUNTEER',
  benevole: 'VOLUNTEER',
  volontaire: 'VOLUNTEER',
  vrijwilliger: 'VOLUNTEER',
  mission: 'MISSION',
  opdracht: 'MISSION',
};

/**
 * Reads rows copied from a spreadsheet (tabs), or typed with semicolons or commas, with or without a header. Where
 * there is none, the column with addresses is found by its @.
 */
export function readPasted(text: string, branches: readonly BranchOption[]): PastedRow[] {
  const rows = rowsOf(text);
  const header = rows[0]?.cells.map(fieldOf) ?? [];
  const hasHeader = header.filter((field) => field !== undefined).length >= 2;
  const body = hasHeader ? rows.slice(1) : rows;
  const columns = hasHeader ? header : orderOf(body[0]?.cells ?? []);
  return body.map(({ line, cells }) => {
    const cell = (field: Field) => {
      const at = columns.indexOf(field);
      return at === -1 ? '' : (cells[at] ?? '');
    };
    const optional = {
      engagement: engagementOf(cell('engagement')),
      branchId: branchOf(cell('branchId'), branches),
      plannedHours: hoursOf(cell('plannedHours')),
    };
    const fields = Object.keys(optional) as (keyof typeof optional)[];
    return {
      line,
      givenName: cell('givenName'),
      familyName: cell('familyName'),
      email: cell('email'),
      ...optional,
      notUnderstood: fields
        .filter((field) => cell(field) !== '' && optional[field] === undefined)
        .map((field) => ({ field, value: cell(field) })),
    };
  });
}

interface Cells {
  readonly line: number;
  readonly cells: readonly string[];
}

function rowsOf(text: string): Cells[] {
  const first = text.split(/\r\n|\r|\n/).find((line) => line.trim() !== '') ?? '';
  const delimiter = ['\t', ';', ','].find((candidate) => first.includes(candidate)) ?? '\t';
  const read = (quote: '"' | false) => {
    const rows: Cells[] = [];
    parse(text, {
      delimiter,
      quote,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (cells: string[], { lines }) => {
        if (cells.some((cell) => cell !== '')) rows.push({ line: lines, cells });
        return null;
      },
    });
    return rows;
  };
  try {
    return read('"');
  } catch (error) {
    // A quotation mark that nothing closes is one of the text.
    if (error instanceof CsvError) return read(false);
    throw error;
  }
}

function engagementOf(text: string): Engagement | undefined {
  const word = folded(text);
  return ENGAGEMENT_WORDS[word] ?? ENGAGEMENTS.find((value) => value === word.toUpperCase());
}

/** Whole hours: what is planned is no time statement. */
function hoursOf(text: string): number | undefined {
  const hours = Number(text.replace(',', '.'));
  return text !== '' && Number.isInteger(hours) ? hours : undefined;
}

function branchOf(name: string, branches: readonly BranchOption[]): string | undefined {
  return branches.find(({ label }) => folded(label) === folded(name))?.value;
}

function fieldOf(header: string): Field | undefined {
  const words = folded(header);
  return (Object.keys(HEADERS) as Field[]).find((field) => HEADERS[field].includes(words));
}

/** Without a header: the usual order, with the address where it is. */
function orderOf(cells: readonly string[]): readonly (Field | undefined)[] {
  const at = cells.findIndex((cell) => cell.includes('@'));
  if (at === -1) return USUAL_ORDER;
  const others = USUAL_ORDER.filter((field) => field !== 'email');
  return cells.map((_, index) => (index === at ? 'email' : others[index < at ? index : index - 1]));
}
