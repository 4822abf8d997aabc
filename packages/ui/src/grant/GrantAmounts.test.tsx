import { readFileSync } from 'node:fs';
import type { GrantStatus } from '@tandem/domain/vocabulary';
import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'react-intl';
import { expect, test } from 'vitest';
import { ViewerContext, type Viewer } from '../session/viewer.ts';
import { GrantAmounts } from './GrantAmounts.tsx';

const messages: Record<string, string> = JSON.parse(
  readFileSync(new URL('../messages/en.json', import.meta.url), 'utf8'),
);
const VIEWER: Viewer = {
  __typename: 'Viewer',
  name: 'Anne Lambert',
  email: 'anne@tandem.example',
  role: 'PARTNER_MEMBER',
  capabilities: [],
  sampleMode: true,
  secondFactorDue: false,
  today: '2017-12-31',
  partner: null,
  branches: [],
  coordinator: null,
};

/** What is said of a grant, of which some came in. */
function saidOf(status: GrantStatus, amount: number, received: number): string {
  const grant = {
    status,
    counts: status === 'AWARDED' || status === 'SETTLED',
    startsOn: '2017-01-01',
    endsOn: '2017-12-31',
    amount: { cents: amount },
    received: { cents: received },
    instalments: [{}],
  };
  const markup = renderToStaticMarkup(
    <IntlProvider locale="en-GB" messages={messages}>
      <ViewerContext.Provider value={VIEWER}>
        <GrantAmounts grant={grant} reader="funder" funder="Horizon" />
      </ViewerContext.Provider>
    </IntlProvider>,
  );
  return markup.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
}

test('says what was granted, and what of it is still to come or stays out', () => {
  expect(saidOf('AWARDED', 1000_00, 400_00)).toContain(
    'You granted €1,000; €400 of it came in and €600 is still to come.',
  );
  expect(saidOf('SETTLED', 1000_00, 400_00)).toContain('and it is settled without the other €600');
});

test.each(['REQUESTED', 'DECLINED'] as const)(
  'says of what is %s neither that it was granted nor that it is to be paid',
  (status) => {
    const said = saidOf(status, 1000_00, 0);
    expect(said).toContain('€1,000');
    expect(said).toContain('Asked for');
    expect(said).not.toMatch(/You granted|Granted|still to/);
  },
);

test('has cents where there are any, so that the parts come to the whole', () => {
  expect(saidOf('AWARDED', 100_00, 33_33)).toContain(
    'You granted €100.00; €33.33 of it came in and €66.67 is still to come.',
  );
});
