import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'react-intl';
import { expect, test } from 'vitest';
import { LOCALES, languageOf } from '../i18n/locale.ts';
import { ChangedValues } from './ChangedValues.tsx';

const messagesOf = (locale: (typeof LOCALES)[number]): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`../messages/${languageOf(locale)}.json`, import.meta.url), 'utf8'));

function said(locale: (typeof LOCALES)[number], before: object | null, after: object): string {
  return renderToStaticMarkup(
    <IntlProvider locale={locale} messages={messagesOf(locale)}>
      <ChangedValues before={before} after={after} />
    </IntlProvider>,
  );
}

const EVENT = { kind: 'INTERVISION', audience: 'MENTORS' };

test.each([
  ['an event', EVENT],
  ['a grant', { kind: 'FINANCIAL_SPONSORSHIP', status: 'AWARDED' }],
  ['a partner', { kind: 'FOUNDATION', country: 'BE' }],
  ['a cost', { category: 'SALARIES', nature: 'SHARED' }],
  ['hours', { status: 'APPROVED' }],
  ['a volunteer', { engagement: 'MENTOR', status: 'WITHDRAWN' }],
  ['a value map', { stakeholder: 'PUBLIC_AUTHORITIES', evidenceGrade: 'ASSUMED', status: 'DRAFT' }],
])('the history of %s says words, in every language, and no code', (_, values) => {
  for (const locale of LOCALES) {
    const html = said(locale, null, values);
    expect(html.match(/<dd>/g)).toHaveLength(Object.keys(values).length);
    for (const code of Object.values(values)) expect(html).not.toContain(`>${code}<`);
  }
});

test('an amount is money, and what has no words is left out', () => {
  const id = '01900000-0000-7000-8000-000000000000';
  const html = said(
    'en-GB',
    { amountCents: 1_00, branchId: id },
    { amountCents: 1_234_50, branchId: id.replace('9', '8') },
  );
  expect(html).toContain('€1,234.50');
  expect(html).not.toContain('…');
});
