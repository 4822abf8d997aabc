import { createHash } from 'node:crypto';
import { CATALOGUE } from '@tandem/metrics/catalogue';
import { versionOf } from '@tandem/metrics/definition';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importSample } from '../../../../test/sample.ts';
import {
  analyst,
  check,
  sealedByAnother,
  take,
  withContent,
  type Sealed,
} from '../../../../test/snapshots.ts';
import { ask, openTestkit, type Testkit } from '../../../../test/testkit.ts';

let kit: Testkit;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  await importSample(kit.db);
});
afterAll(() => kit.close());

describe('the words of sealed figures', () => {
  const WORDS =
    'figures { definition { name numerator version } words { name says numerator denominator } sameWords }';
  const wordsOf = async (id: string, locale: 'fr' | 'en' = 'en') =>
    (await ask({ ...kit, locale }, analyst, `query ($id: ID!) { snapshot(id: $id) { ${WORDS} } }`, { id }))
      .snapshot.figures;

  test('are sealed in three languages, by the version that was asked for, and told in that of the reader', async () => {
    const { id } = await take(kit, {
      name: 'Words',
      figures: [{ metric: 'COMPLETION_RATE', version: 1 }, { metric: 'SROI_NET' }],
    });
    const [{ content }] = await kit.db.query('select content from figure_snapshot where id = $1', [id]);
    const { words } = versionOf(CATALOGUE.COMPLETION_RATE, 1) ?? CATALOGUE.COMPLETION_RATE;
    expect(JSON.parse(content).figures[0]).toMatchObject({ version: 1, words });
    const [completed, sroi] = await wordsOf(id, 'fr');
    expect(completed.words).toEqual(words.fr);
    expect([completed.sameWords, sroi.sameWords]).toEqual([true, true]);
    expect(sroi.words.name).toBe(sroi.definition.name);
  });

  test('stay as they were sealed where a version is worded otherwise since, which is said', async () => {
    const { id } = await take(kit, {
      name: 'Improved',
      figures: [{ metric: 'DUOS_STARTED' }, { metric: 'DUOS_CLOSED' }],
    });
    const { name } = CATALOGUE.DUOS_STARTED.words.nl;
    await withContent(
      kit,
      id,
      (content) => content.replace(`"name":"${name}"`, '"name":"Zoals het toen heette"'),
      async () => {
        const figures = await wordsOf(id);
        expect(figures.map(({ sameWords }: Sealed) => sameWords)).toEqual([false, true]);
        expect(figures[0].words.name).toBe(figures[0].definition.name);
      },
    );
  });

  test('a snapshot of before they were sealed has none, counts by the version it names, and its seal holds', async () => {
    const { id: now } = await take(kit, {
      name: 'Template',
      figures: [{ metric: 'POSITIVE_EXIT_RATE', version: 1 }],
    });
    const [{ content }] = await kit.db.query('select content from figure_snapshot where id = $1', [now]);
    const sealed = JSON.parse(content);
    const [{ words: _words, sealed: value, ...figure }] = sealed.figures;
    const { spread: _spread, ...told } = value;
    const { id } = await sealedByAnother(kit, {
      ...sealed,
      format: 2,
      columns: {},
      figures: [{ ...figure, sealed: told }],
      dataDigest: createHash('sha256').update('').digest('hex'),
    });
    const [one] = await wordsOf(id);
    expect(one).toMatchObject({ words: null, sameWords: null, definition: { version: 1 } });
    expect(await check(kit, id)).toMatchObject({
      sealHolds: true,
      figures: [{ same: true, sameCalculation: true }],
    });
  });
});
