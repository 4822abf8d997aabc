import { readFileSync } from 'node:fs';
import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'react-intl';
import { expect, test } from 'vitest';
import type { SroiModel, Version } from './sroi.queries.ts';
import { WhichVersion } from './WhichVersion.tsx';

const PUBLISHED: Version = {
  __typename: 'SroiVersion',
  id: 'current',
  name: 'Former',
  status: 'PUBLISHED',
  publishedAt: null,
  publishedBy: 'Fien',
  note: null,
  version: 1,
  publishedAsOf: null,
  publishedInvestment: null,
  publishedResult: null,
  asOf: '2017-12-31',
  investment: { __typename: 'Money', cents: 1000 },
  discountSchedule: [],
  discountConvention: 'END_OF_YEAR',
  horizonYears: 3,
  seed: 1,
  draws: 1000,
  viewerCanEdit: false,
  scenarios: [],
  rows: [],
};

/** What the page of a draft says of the version that figures come from. */
function saidBeside(publishedAt: string | null, language: string): string {
  const messages: Record<string, string> = JSON.parse(
    readFileSync(new URL(`../../messages/${language}.json`, import.meta.url), 'utf8'),
  );
  const current = { ...PUBLISHED, publishedAt };
  const draft: Version = { ...PUBLISHED, id: 'draft', name: 'Next', status: 'DRAFT', publishedBy: null };
  const model: SroiModel = {
    __typename: 'SroiModel',
    id: 'model',
    name: 'Brussels',
    viewerCanEdit: true,
    current,
    draft,
    versions: [],
  };
  const markup = renderToStaticMarkup(
    <MantineProvider>
      <IntlProvider locale={`${language}-BE`} messages={messages} timeZone="Europe/Brussels">
        <WhichVersion model={model} version={draft} onOpen={() => undefined} />
      </IntlProvider>
    </MantineProvider>,
  );
  return markup.replaceAll(/<style.*?<\/style>|<[^>]+>/g, '').replaceAll(/\s+/g, ' ');
}

test.each([
  ['fr', 'ils viennent de « Former ». Ouvrir', 'ils viennent de « Former », publiée le 3 janv. 2018'],
  ['nl', 'maar uit “Former”. “Former” openen', 'maar uit “Former”, gepubliceerd op 3 jan 2018'],
  ['en', 'but from “Former”. Open', 'but from “Former”, published on 03 Jan 2018'],
])(
  'says in %s on which day it was published, and of none where that is not known',
  (language, without, dated) => {
    expect(saidBeside(null, language)).toContain(without);
    expect(saidBeside('2018-01-03T12:00:00Z', language)).toContain(dated);
  },
);
