import { ENGAGEMENTS, type Engagement } from '@tandem/domain/vocabulary';

/** A line of a pasted list as it was understood; what it does not say is undefined. */
export interface PastedRow {
  /** Its line in what was pasted, from 1. */
  readonly line: number;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly engagement: Engagement | undefined;
  readonly branch: string | undefined;
  readonly plannedHours: number | undefined;
}

type Field = 'givenName' | 'familyName' | 'email' | 'engagement' | 'branch' | 'plannedHours';

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
  branch: ['antenne', 'vestiging', 'branch', 'site', 'ville', 'stad', 'city'],
  plannedHours: ['heures', 'heures prevues', 'uren', 'geplande uren', 'hours', 'planned hours'],
};
/** The order of columns where the list has no header. */
const USUAL_ORDER: readonly Field[] = [
  'givenName',
  'familyName',
  'email',
  'engagement',
  'branch',
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

/** A word without accents, capitals and outer spaces. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
}

/**
 * Reads rows copied from a spreadsheet (tabs), or typed with semicolons or commas, with or without a header. Where
 * there is none, the column with addresses is found by its @.
 */
export function readPasted(text: string): PastedRow[] {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((content, index) => ({ content, line: index + 1 }))
    .filter(({ content }) => content.trim() !== '');
  const [first] = lines;
  if (first === undefined) return [];
  const delimiter = ['\t', ';', ','].find((candidate) => first.content.includes(candidate)) ?? '\t';
  const rows = lines.map(({ content, line }) => ({ line, cells: content.split(delimiter).map(unquote) }));
  const header = rows[0]?.cells.map(fieldOf) ?? [];
  const hasHeader = header.filter((field) => field !== undefined).length >= 2;
  const body = hasHeader ? rows.slice(1) : rows;
  const columns = hasHeader ? header : orderOf(body[0]?.cells ?? []);
  return body.map(({ line, cells }) => {
    const cell = (field: Field) => {
      const at = columns.indexOf(field);
      return at === -1 ? '' : (cells[at] ?? '');
    };
    const engagement = fold(cell('engagement'));
    const hours = Number(cell('plannedHours').replace(',', '.'));
    return {
      line,
      givenName: cell('givenName'),
      familyName: cell('familyName'),
      email: cell('email'),
      engagement:
        ENGAGEMENT_WORDS[engagement] ?? ENGAGEMENTS.find((value) => value === engagement.toUpperCase()),
      branch: cell('branch') === '' ? undefined : cell('branch'),
      plannedHours: cell('plannedHours') === '' || Number.isNaN(hours) ? undefined : hours,
    };
  });
}

function unquote(cell: string): string {
  const trimmed = cell.trim();
  return trimmed.length > 1 && trimmed.startsWith('"') && trimmed.endsWith('"')
    ? trimmed.slice(1, -1).replaceAll('""', '"').trim()
    : trimmed;
}

function fieldOf(header: string): Field | undefined {
  const folded = fold(header);
  return (Object.keys(HEADERS) as Field[]).find((field) => HEADERS[field].includes(folded));
}

/** Without a header: the usual order, with the address where it is. */
function orderOf(cells: readonly string[]): readonly (Field | undefined)[] {
  const at = cells.findIndex((cell) => cell.includes('@'));
  if (at === -1) return USUAL_ORDER;
  const others = USUAL_ORDER.filter((field) => field !== 'email');
  return cells.map((_, index) => (index === at ? 'email' : others[index < at ? index : index - 1]));
}

/** The branch of a name as somebody wrote it. */
export function branchOf(
  name: string,
  branches: readonly { readonly value: string; readonly label: string }[],
): string | undefined {
  return branches.find(({ label }) => fold(label) === fold(name))?.value;
}
