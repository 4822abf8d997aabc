import { isCalendarDay } from '@tandem/domain/calendar-day';
import { AUDIT_GROUPS, type AuditAction, type AuditGroup } from '@tandem/domain/audit';
import type { Locale } from '../../graphql/locale.ts';
import { escaped } from '../../mail/letters.ts';
import type { PersonFile } from './person-file.type.ts';
import { PAGE_WORDS } from './person-page-words.ts';
import { VOCABULARY } from '../../graphql/vocabulary-words.ts';

const STYLE = `
:root { color-scheme: light; --ink: #1f1b16; --quiet: #574f45; --line: #d5ccbf }
body { margin: 0 auto; max-width: 60rem; padding: 32px 16px; color: var(--ink); background: #fff; font: 16px/1.5 system-ui, sans-serif }
h1 { font-size: 28px; line-height: 1.2; margin: 0 0 8px } h2 { font-size: 20px; margin: 40px 0 8px } h3 { font-size: 16px; margin: 24px 0 4px }
p { margin: 0 0 8px } .quiet { color: var(--quiet) }
dl { display: grid; grid-template-columns: minmax(9rem, 16rem) 1fr; gap: 4px 16px; margin: 0 } dt { color: var(--quiet) } dd { margin: 0 }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; vertical-align: top; padding: 4px 12px 4px 0; border-bottom: 1px solid var(--line) }
th { font-weight: 600; color: var(--quiet) } td { white-space: pre-line; overflow-wrap: anywhere }
@media print { body { padding: 0; font-size: 12px } h2 { break-after: avoid } }
`;

/** Which words the values of a field have; a status is told by what it is of. */
const VOCABULARY_OF: Readonly<Record<string, string>> = {
  gender: 'Gender',
  educationLevel: 'EducationLevel',
  residenceGround: 'ResidenceGround',
  referral: 'Referral',
  sector: 'Sector',
  workStatus: 'WorkStatus',
  closureReason: 'ClosureReason',
  mode: 'MeetingMode',
  situation: 'Situation',
  contractType: 'ContractType',
  evidence: 'EvidenceSource',
  question: 'Question',
  engagement: 'Engagement',
  kind: 'EventKind',
};

/** How days are written in each language. */
const REGIONS: Readonly<Record<Locale, string>> = { fr: 'fr-BE', nl: 'nl-BE', en: 'en-GB' };

type Row = Readonly<Record<string, unknown>>;

/** The readable file about a person: one page without scripts, in the reader's language, that can be kept and printed. */
export function personPage(file: PersonFile, purposes: ReadonlyMap<string, string>, locale: Locale): string {
  const words = PAGE_WORDS[locale];
  const { sections, parts, labels } = words;
  const region = REGIONS[locale];
  const countries = new Intl.DisplayNames(region, { type: 'region' });
  const day = new Intl.DateTimeFormat(region, { dateStyle: 'long', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(region, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });

  const wordOf = (vocabulary: string | undefined, value: string) =>
    vocabulary === undefined ? value : (VOCABULARY[locale][vocabulary]?.[value] ?? value);
  const said = (field: string, value: unknown, vocabulary = VOCABULARY_OF[field]): string => {
    if (value === null || value === undefined || value === '') return '–';
    if (value instanceof Date) return `${moment.format(value)} UTC`;
    if (typeof value === 'number') return field === 'minutes' ? `${value} ${words.minutes}` : String(value);
    if (typeof value !== 'string') return '';
    if (field === 'nationality') return escaped(countries.of(value) ?? value);
    return isCalendarDay(value) ? day.format(new Date(value)) : escaped(wordOf(vocabulary, value));
  };
  const list = (row: Row | null, vocabularies: Readonly<Record<string, string>> = {}) =>
    row === null
      ? `<p>${words.nothing}</p>`
      : `<dl>${Object.entries(row)
          .filter(([field, value]) => labels[field] !== undefined && !Array.isArray(value))
          .map(
            ([field, value]) =>
              `<dt>${labels[field]}</dt><dd>${said(field, value, vocabularies[field])}</dd>`,
          )
          .join('')}</dl>`;
  const table = (rows: readonly Row[], vocabularies: Readonly<Record<string, string>> = {}) => {
    const [first] = rows;
    if (first === undefined) return `<p>${words.nothing}</p>`;
    const fields = Object.keys(first).filter((field) => labels[field] !== undefined);
    return `<table><thead><tr>${fields.map((field) => `<th scope="col">${labels[field]}</th>`).join('')}</tr></thead><tbody>${rows
      .map(
        (row) =>
          `<tr>${fields.map((field) => `<td>${said(field, row[field], vocabularies[field])}</td>`).join('')}</tr>`,
      )
      .join('')}</tbody></table>`;
  };
  const section = (name: keyof typeof sections, content: string) =>
    `<section><h2>${sections[name]}</h2>${content}</section>`;
  const part = (name: keyof typeof parts, content: string) => `<h3>${parts[name]}</h3>${content}`;

  const name = `${file.person.givenName} ${file.person.familyName}`;
  const steps = file.steps.map(({ journey, stage, reachedOn }) => ({
    stage: wordOf(journey === 'MENTEE' ? 'MenteeStage' : 'MentorStage', stage),
    reachedOn,
  }));
  const consents = file.consents.map((consent) => ({
    ...consent,
    purpose: purposes.get(consent.purpose) ?? consent.purpose,
  }));
  const events = file.events.map((event) => ({ ...event }));
  const trail = file.trail.map(({ at, action }) => ({ at, done: words.done[groupOf(action)] }));
  return `<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>${words.title} · ${escaped(name)}</title>
    <style>${STYLE}</style>
  </head>
  <body>
    <main>
      <h1>${words.title}</h1>
      <p>${words.about.replace('{day}', day.format(new Date(file.exportedAt)))}</p>
      <p class="quiet">${words.others}</p>
      ${section('person', list({ ...file.person }))}
      ${file.mentee === null ? '' : section('mentee', list({ ...file.mentee }))}
      ${file.mentor === null ? '' : section('mentor', list({ ...file.mentor }))}
      ${section('steps', table(steps))}
      ${section(
        'duos',
        file.duos
          .map(
            (duo) =>
              `${list({ ...duo })}${part('meetings', table(duo.meetings))}${duo.role === 'MENTEE' ? part('situations', table(duo.situations)) : ''}${part('answers', table(duo.answers))}`,
          )
          .join('') || `<p>${words.nothing}</p>`,
      )}
      ${section(
        'registrations',
        file.registrations
          .map(
            (registration) =>
              `${list({ ...registration }, { status: 'VolunteerStatus' })}${part('hours', table(registration.hours, { status: 'TimeEntryStatus' }))}`,
          )
          .join('') || `<p>${words.nothing}</p>`,
      )}
      ${section('events', table(events, { status: 'AttendanceStatus' }))}
      ${section('consents', table(consents, { status: 'ConsentStatus' }))}
      ${section('holds', table(file.holds))}
      ${section('trail', table(trail))}
    </main>
  </body>
</html>
`;
}

function groupOf(action: AuditAction): AuditGroup {
  const groups = Object.entries(AUDIT_GROUPS) as [AuditGroup, readonly AuditAction[]][];
  return groups.find(([, actions]) => actions.includes(action))?.[0] ?? 'RECORDS';
}
