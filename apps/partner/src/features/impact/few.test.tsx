import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'react-intl';
import { expect, test } from 'vitest';
import type { MetricId } from '../../gql/graphql.ts';
import { HeadlineSentence } from '../public/HeadlineSentence.tsx';
import type { Publication } from '../public/publication.queries.ts';
import { OF_GRANTS, type Impact } from './impact.queries.ts';
import { ImpactSentence } from './ImpactSentence.tsx';
import { useOutcomesFinding } from './outcomes-finding.ts';

type Result = Publication['figures'][number]['result'] & Impact['figures'][number];

/** A rate, or a count, with an interval and bounds that a sentence could tell. */
function resultOf(id: MetricId, numerator: number, denominator: number | null): Result {
  const isRate = denominator !== null;
  return {
    __typename: 'Figure',
    value: isRate ? numerator / denominator : numerator,
    numerator,
    denominator,
    unit: isRate ? 'RATE' : 'COUNT',
    interval: isRate ? { __typename: 'Interval', lower: 0.42, upper: 0.87 } : null,
    notYetObservable: 0,
    unknown: isRate ? 2 : null,
    bounds: isRate ? { __typename: 'FigureBounds', worst: 0.6, best: 0.83, caution: null } : null,
    spread: null,
    asked: null,
    asOf: '2017-12-31',
    isEarlier: false,
    parameters: {
      __typename: 'FigureParameters',
      anchor: 'START',
      windowMonths: 12,
      population: 'MATURE',
      evidence: 'ANY',
    },
    definition: {
      __typename: 'MetricDefinition',
      id,
      version: 1,
      name: id,
      says: '',
      numerator: '',
      denominator: null,
      records: null,
    },
    sroiVersion: null,
  };
}

function ChartTitle({ stable }: { readonly stable: Result }) {
  return <p>{useOutcomesFinding()(stable)}</p>;
}

/** The sentence of a funder, the title of its chart and the sentence of the public page, all over so many. */
function saidOf(numerator: number, denominator: number, language: string): string {
  const messages = ['../../messages', '../../../../../packages/ui/src/messages'].map(
    (folder): Record<string, string> =>
      JSON.parse(readFileSync(new URL(`${folder}/${language}.json`, import.meta.url), 'utf8')),
  );
  const figures = OF_GRANTS.map((metric) =>
    metric === 'DUOS_STARTED' ? resultOf(metric, 40, null) : resultOf(metric, numerator, denominator),
  );
  const told = (['POSITIVE_EXIT_RATE', 'STABLE_EMPLOYMENT_RATE', 'MENTOR_LOYALTY_RATE'] as const).map(
    (metric) => resultOf(metric, numerator, denominator),
  );
  const client = new ApolloClient({ cache: new InMemoryCache(), link: ApolloLink.empty() });
  const markup = renderToStaticMarkup(
    <ApolloProvider client={client}>
      <MantineProvider>
        <IntlProvider locale={`${language}-BE`} messages={Object.assign({}, ...messages)}>
          <ImpactSentence
            impact={{ figures }}
            money={{ granted: 120_000_00, received: 60_000_00 }}
            grant={undefined}
          />
          <ChartTitle stable={resultOf('STABLE_EMPLOYMENT_RATE', numerator, denominator)} />
          <HeadlineSentence
            publication={{
              figures: told.map((result) => ({
                __typename: 'PublishedFigure' as const,
                result,
                breakdowns: [],
              })),
            }}
          />
        </IntlProvider>
      </MantineProvider>
    </ApolloProvider>,
  );
  return markup.replaceAll(/<style.*?<\/style>|<[^>]+>/g, '').replaceAll(/\s+/g, ' ');
}

test.each([
  [
    'en',
    'Of the 19 whose 12 months are over, 14 found work',
    '14 of 19 found a stable job within 12 months',
    'Of the 19 young people whose 12 months are over, 14 found work, an internship or training in that time.',
    'Of the 19 mentors who ended a first duo, 14 went on',
  ],
  [
    'fr',
    'Parmi les 19 dont les 12 mois sont passés, 14 ont trouvé un emploi',
    '14 sur 19 ont trouvé un emploi durable dans les 12 mois',
    'Parmi les 19 jeunes dont les 12 mois sont passés, 14 ont trouvé un emploi, un stage ou une formation dans ce délai.',
    'Parmi les 19 mentors qui ont terminé un premier duo, 14 en ont commencé',
  ],
  [
    'nl',
    'Van de 19 waarvan de 12 maanden voorbij zijn, vonden er 14 in die tijd werk',
    '14 van de 19 vonden binnen 12 maanden duurzaam werk',
    'Van de 19 jongeren van wie de 12 maanden voorbij zijn, vonden er 14 in die tijd werk, een stage of een opleiding.',
    'Van de 19 mentoren die een eerste duo afrondden, begonnen er 14',
  ],
])('a rate out of fewer than 20 is a count in what is said in %s, and has no share', (language, ...parts) => {
  const said = saidOf(14, 19, language);
  for (const part of parts) expect(said).toContain(part);
  expect(said).not.toContain('%');
});

test('a rate out of 20 is a share, with its interval and its bounds', () => {
  const said = saidOf(15, 20, 'en');
  expect(said).toContain('Of the 20 whose 12 months are over, 75% found work');
  for (const part of ['(42–87%)', '60% at worst and 83% at best', '75% found a stable job within 12 months'])
    expect(said).toContain(part);
  expect(said).toContain('Of the 20 young people whose 12 months are over, 75% found work');
});
