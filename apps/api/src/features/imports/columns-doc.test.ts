import { synonyms } from '@tandem/domain/said';
import { expect, test } from 'vitest';
import { asCents, asDay, asEmail, asMinutes, asMonth, asPseudonym, asText } from './cells.ts';
import { FIELDS, type ImportField } from './fields.ts';
import { IMPORT_KINDS } from './kinds.ts';
import { COUNTRY_WORDS } from './words-of-files.ts';

test('the columns that files may have are written down (update them with vitest -u)', async () => {
  const sections = IMPORT_KINDS.map((kind) =>
    [
      `## ${kind}`,
      '| field | needed | headers | a cell holds |\n| --- | --- | --- | --- |\n' +
        FIELDS[kind].map(describeField).join('\n'),
    ].join('\n\n'),
  );
  const text = [
    '# Columns of imported files',
    'Written by `columns-doc.test.ts` from the fields in `fields.ts`. Headers are compared without accents, capitals, spaces and signs; words of a closed list too, and its code may stand for them.',
    ...sections,
  ];
  await expect(`${text.join('\n\n')}\n`).toMatchFileSnapshot('../../../../../docs/IMPORT-COLUMNS.md');
});

function describeField(field: ImportField): string {
  const headers = synonyms(field.headers).map((header) => `\`${header}\``);
  return `| ${field.name} | ${field.required ? 'yes' : ''} | ${headers.join(', ')} | ${describeCell(field)} |`;
}

function describeCell({ parse, words, ahead, type }: ImportField): string {
  if (words === COUNTRY_WORDS) return 'a country of ISO 3166-1: its two letters or its name';
  if (words !== undefined)
    return Object.entries(words)
      .map(([code, said]) => `${code}: ${synonyms(said).join(', ')}`)
      .join('<br>');
  if (parse === asDay) return ahead ? 'a day' : 'a day, not after today';
  if (parse === asMonth) return 'a month (01/2018, 2018-01), or any day of it';
  if (parse === asCents) return 'an amount of money';
  if (parse === asMinutes) return 'hours, more than none and at most 24';
  if (parse === asEmail) return 'an e-mail address';
  if (parse === asPseudonym)
    return 'letters, digits, points, dashes and underscores, with at least one digit: no name';
  if (parse === asText) return 'text, at most 300 characters';
  expect(['integer', 'smallint']).toContain(type);
  return 'a whole number';
}
