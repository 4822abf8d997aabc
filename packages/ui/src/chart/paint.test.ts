import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FILE_PAINT, SCREEN_PAINT, type Paint } from './paint.ts';

test('files have the colours of the light scheme', () => {
  const css = readFileSync(new URL('../theme/tokens.css', import.meta.url), 'utf8');
  const light = css.slice(0, css.indexOf('[data-mantine-color-scheme'));
  const tokens = new Map(
    [...light.matchAll(/(--t-[\w-]+): (#\w{6});/g)].map(([, name, value]) => [name, value]),
  );
  const resolved = (paint: Paint) =>
    Object.values({ ...paint, paper: undefined })
      .flat()
      .map((colour) => tokens.get(/var\((.+)\)/.exec(colour ?? '')?.[1]) ?? colour);
  expect(resolved(SCREEN_PAINT)).toEqual(resolved(FILE_PAINT));
  expect(resolved(SCREEN_PAINT).filter((colour) => colour?.startsWith('#'))).toHaveLength(11);
});
