import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { VOCABULARY } from './vocabulary-words.ts';

test.each(['fr', 'nl', 'en'] as const)(
  'words that the server writes are those of the portals in %s',
  async (locale) => {
    const file = new URL(`../../../../packages/ui/src/messages/${locale}.json`, import.meta.url);
    const messages: Record<string, string> = JSON.parse(await readFile(file, 'utf8'));
    const words = Object.entries(VOCABULARY[locale]).flatMap(([name, values]) =>
      Object.entries(values).map(([value, word]) => [`vocabulary.${name}.${value}`, word] as const),
    );
    expect(words.length).toBeGreaterThan(50);
    for (const [key, word] of words) expect([key, messages[key]]).toEqual([key, word]);
  },
);
