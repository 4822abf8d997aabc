import { describe, expect, test } from 'vitest';
import { analyst, branch, kit, staff } from '../../../test/comparison-kit.ts';
import { newId } from '../../database/new-id.ts';
import { ask, askRaw, viewerWith } from '../../../test/testkit.ts';

interface Series {
  readonly key: string;
  readonly label: string;
  readonly country: string | null;
  readonly misfit: string | null;
  readonly rates: readonly { readonly year: number }[];
}

describe('a published rate', () => {
  const SAVE = `mutation ($input: PublishedRateInput!, $id: ID, $version: Int) { savePublishedRate(input: $input, id: $id, version: $version) {
    ... on PublishedRate { id version rate people link label population region windowMonths } ... on Refusal { code field params } } }`;
  const input = {
    metric: 'POSITIVE_EXIT_RATE',
    labelEn: 'Job seekers under 30',
    rate: 0.38,
    people: 1200,
    populationEn: 'All registered job seekers under 30, also those looking for less than six months.',
    sourceEn: 'Employment service, yearly report 2016',
    link: 'https://example.org/report',
    country: 'BE',
    year: 2016,
  };
  const save = async (own: object, seen: object = {}, viewer = analyst) =>
    (await ask(kit, viewer, SAVE, { input: { ...input, ...own }, ...seen })).savePublishedRate;

  test('is held against the figure, with what its source allows to say', async () => {
    const saved = await save({});
    await save({ labelEn: 'Without people', people: null, year: 2015, rate: 0.53, link: '' });
    const { comparePublished } = await ask(
      kit,
      staff,
      `{ comparePublished(metric: POSITIVE_EXIT_RATE) { wording result { ... on Figure { numerator denominator } } rates {
        published { label year } difference { difference interval { lower upper } adjustedProbability probability verdict } } } }`,
    );
    expect(comparePublished).toMatchObject({
      wording: 'SHARE',
      result: { numerator: 70, denominator: 130 },
      rates: [
        { published: { label: input.labelEn }, difference: { verdict: 'HIGHER' } },
        { published: { label: 'Without people' }, difference: { verdict: 'NOT_CLEAR' } },
      ],
    });
    const [withPeople, without] = comparePublished.rates;
    // Newcombe's method 10 and Wilson's limits, worked by hand from 70 of 130 and 456 of 1,200.
    expect(withPeople.difference.interval.lower).toBeCloseTo(0.0685, 4);
    expect(withPeople.difference.interval.upper).toBeCloseTo(0.2461, 4);
    expect(without.difference.interval.lower).toBeCloseTo(0.4529 - 0.53, 4);
    expect(without.difference.interval.upper).toBeCloseTo(0.6218 - 0.53, 4);
    const changed = await save({ rate: 0.4 }, { id: saved.id, version: saved.version });
    expect(changed).toMatchObject({ id: saved.id, version: 2, rate: 0.4 });
    expect(await save({}, { id: saved.id, version: 1 })).toMatchObject({ code: 'CHANGED_MEANWHILE' });
  });

  const SERIES = `query ($filter: FigureFilterInput, $parameters: FigureParametersInput, $metric: MetricId = POSITIVE_EXIT_RATE, $version: Int) {
    publishedSeries(metric: $metric, filter: $filter, parameters: $parameters, version: $version) { key label country misfit rates { year } } }`;
  const seriesFor = async (variables: Record<string, unknown>): Promise<Series[]> =>
    (await ask(kit, staff, SERIES, variables)).publishedSeries;

  test('stands beside figures of its country that are counted as usual, its years in one line', async () => {
    const own = { metric: 'EMPLOYMENT_RATE', labelEn: 'Employment rate' };
    await save({ ...own, country: 'BE', year: 2016 });
    await save({ ...own, country: 'BE', year: 2015 });
    await save({ ...own, country: 'NL', year: 2016 });
    await save({ ...own, labelEn: 'Everywhere', country: null });
    const misfits = async (variables: Record<string, unknown>) =>
      Object.fromEntries(
        (await seriesFor({ metric: 'EMPLOYMENT_RATE', ...variables })).map(({ key, misfit }) => [
          key,
          misfit,
        ]),
      );
    expect(await seriesFor({ metric: 'EMPLOYMENT_RATE' })).toContainEqual({
      key: 'BE:Employment rate',
      label: 'Employment rate',
      country: 'BE',
      misfit: null,
      rates: [{ year: 2015 }, { year: 2016 }],
    });
    const all = { ':Everywhere': null, 'BE:Employment rate': null, 'NL:Employment rate': 'COUNTRY' };
    expect(await misfits({})).toEqual(all);
    expect(await misfits({ filter: { branch: [branch] } })).toEqual(all);
    expect(await misfits({ filter: { country: ['NL'] } })).toEqual({
      ...all,
      'BE:Employment rate': 'COUNTRY',
    });
    for (const variables of [{ parameters: { windowMonths: 6 } }, { parameters: { evidence: 'DOCUMENTED' } }])
      expect(Object.values(await misfits(variables))).toEqual(['COUNTING', 'COUNTING', 'COUNTING']);
    expect(await misfits({ parameters: { windowMonths: 12 } })).toEqual(all);
    const { comparePublished } = await ask(
      kit,
      staff,
      `{ comparePublished(metric: EMPLOYMENT_RATE, asOf: "2016-12-31") { rates { published { country year } } } }`,
    );
    expect(comparePublished.rates).toEqual([
      { published: { country: 'BE', year: 2016 } },
      { published: { country: null, year: 2016 } },
    ]);
  });

  test('is told in the reader’s language, else in one in which it is said', async () => {
    const words = {
      metric: 'COMPLETION_RATE',
      labelFr: 'Parrainage ailleurs',
      labelNl: 'Peterschap elders',
      labelEn: null,
      populationNl: 'Duo’s van een ander programma.',
      populationEn: 'Pairs of another programme.',
      regionFr: 'Flandre',
      regionNl: 'Vlaanderen',
    };
    await save(words);
    const told = async (locale: 'fr' | 'nl' | 'en') => {
      const { publishedSeries, publishedRates } = await ask(
        { ...kit, locale },
        staff,
        `{ publishedSeries(metric: COMPLETION_RATE) { key label region rates { label population } }
           publishedRates(metric: COMPLETION_RATE) { label labelEn population region } }`,
      );
      return { line: publishedSeries[0], rate: publishedRates[0] };
    };
    const key = 'BE/Flandre:Parrainage ailleurs';
    expect(await told('fr')).toMatchObject({
      line: { key, label: 'Parrainage ailleurs', region: 'Flandre' },
      rate: { label: 'Parrainage ailleurs', population: words.populationNl, region: 'Flandre' },
    });
    expect(await told('nl')).toMatchObject({
      line: {
        key,
        label: 'Peterschap elders',
        region: 'Vlaanderen',
        rates: [{ label: 'Peterschap elders' }],
      },
      rate: { population: words.populationNl },
    });
    expect(await told('en')).toMatchObject({
      line: { key, label: 'Parrainage ailleurs', region: 'Flandre' },
      rate: { labelEn: null, population: words.populationEn },
    });
  });

  test('with a window of its own stands beside figures of another, without a difference to it', async () => {
    await save({ labelEn: 'Within a year', windowMonths: 12 });
    const { comparePublished } = await ask(
      kit,
      staff,
      `{ comparePublished(metric: POSITIVE_EXIT_RATE, parameters: { windowMonths: 6, population: CLOSED }) { rates {
        published { label windowMonths } differs { windowHere populationHere } difference { difference } } } }`,
    );
    expect(comparePublished.rates).toEqual([
      {
        published: { label: 'Within a year', windowMonths: 12 },
        differs: { windowHere: 6, populationHere: 'CLOSED' },
        difference: null,
      },
    ]);
    const usual = await ask(
      kit,
      staff,
      '{ comparePublished(metric: POSITIVE_EXIT_RATE) { rates { published { label } differs { windowHere } difference { verdict } } } }',
    );
    expect(usual.comparePublished.rates).toContainEqual({
      published: { label: 'Within a year' },
      differs: { windowHere: null },
      difference: { verdict: 'HIGHER' },
    });
  });

  test('is of a rate, between 0 and 1, with source and page', async () => {
    for (const [own, field, code] of [
      [{ metric: 'DUOS_STARTED' }, 'metric', 'CHOICE_INVALID'],
      [{ rate: 38 }, 'rate', 'TOO_LARGE'],
      [{ sourceEn: ' ' }, 'sourceFr', 'LANGUAGE_NEEDED'],
      [{ labelEn: ' ' }, 'labelFr', 'LANGUAGE_NEEDED'],
      [{ populationEn: null }, 'populationFr', 'LANGUAGE_NEEDED'],
      [{ windowMonths: 0 }, 'windowMonths', 'TOO_SMALL'],
      [{ regionNl: 'x'.repeat(121) }, 'regionNl', 'TOO_LONG'],
      [{ link: 'javascript:alert(1)' }, 'link', 'LINK_INVALID'],
      [{ year: 1890 }, 'year', 'TOO_SMALL'],
    ] as const)
      expect(await save(own)).toMatchObject({ code, field });
    const { errors } = await askRaw(kit, viewerWith('COORDINATOR'), SAVE, { input });
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  test('keeps a citation in the language that it is written in, and says which that is', async () => {
    const { id } = await save({
      labelEn: 'Cited',
      sourceEn: null,
      sourceNl: 'Arbeidsvoorziening, jaarverslag 2016',
    });
    for (const locale of ['fr', 'nl', 'en'] as const) {
      const { publishedRates } = await ask(
        { ...kit, locale },
        staff,
        '{ publishedRates { id source sourceLanguage } }',
      );
      expect(publishedRates).toContainEqual({
        id,
        source: 'Arbeidsvoorziening, jaarverslag 2016',
        sourceLanguage: 'nl',
      });
    }
  });

  test('is removed and put back', async () => {
    const list = async () =>
      (await ask(kit, staff, '{ publishedRates { id version metric } }')).publishedRates;
    const before = await list();
    const [{ id, version, metric }] = before;
    const run = async (name: string, seen: number) =>
      (
        await ask(
          kit,
          analyst,
          `mutation ($id: ID!, $version: Int!) { ${name}(id: $id, version: $version) { ... on PublishedRate { removed } ... on Refusal { code } } }`,
          { id, version: seen },
        )
      )[name];
    const told = async (viewer = staff) =>
      (await ask(kit, viewer, `{ publishedSeries(metric: ${metric}) { rates { id } } }`)).publishedSeries;
    // What others published is no secret: a funder reads its own figures beside it.
    const funder = viewerWith('PARTNER_MEMBER', { partnerId: newId() });
    expect(JSON.stringify(await told(funder))).toContain(id);
    expect(await run('removePublishedRate', version)).toEqual({ removed: true });
    expect(await list()).toHaveLength(before.length - 1);
    expect(await told(funder)).toEqual(await told());
    expect(JSON.stringify(await told(funder))).not.toContain(id);
    expect(await run('removePublishedRate', version + 1)).toEqual({ code: 'NOT_FOUND' });
    expect(await run('restorePublishedRate', version + 1)).toEqual({ removed: false });
    expect(await list()).toHaveLength(before.length);
  });
});
