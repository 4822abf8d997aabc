import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { finance } from '../../../test/sroi.ts';
import { ask, openTestkit, type Testkit } from '../../../test/testkit.ts';

let kit: Testkit;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
});
afterAll(() => kit.close());

describe('the library of proxies', () => {
  const PROXY = 'id version name cents currency priceYear country unit source note';
  const list = async () => (await ask(kit, finance, `{ proxies { ${PROXY} } }`)).proxies;
  const write = async (field: string, variables: object): Promise<any> => {
    const { answer } = await ask(kit, finance, field, variables as Record<string, unknown>);
    return answer;
  };
  const SAVE = `mutation ($saved: RecordVersionInput, $input: ProxyInput!) { answer: saveProxy(saved: $saved, input: $input) { __typename ... on Proxy { ${PROXY} } ... on Refusal { code field } } }`;

  test('begins with what was published, in its own currency and prices', async () => {
    const proxies = await list();
    expect(proxies).toContainEqual(
      expect.objectContaining({ cents: 3_344_300, currency: 'EUR', priceYear: 2010, country: 'BE' }),
    );
    expect(proxies.every(({ source }: any) => source.length > 0)).toBe(true);
  });

  test('takes entries up with a source, changes them as they were seen, and gives them back', async () => {
    const input = {
      name: 'An hour of a volunteer',
      cents: 1500,
      currency: 'EUR',
      priceYear: 2017,
      country: 'BE',
      unit: 'hour',
      source: 'A study',
      note: null,
    };
    expect(await write(SAVE, { input: { ...input, source: '' } })).toMatchObject({
      code: 'REQUIRED',
      field: 'source',
    });
    const saved = await write(SAVE, { input });
    expect(saved).toMatchObject({ ...input, version: 1 });
    const seen = { id: saved.id, version: 1 };
    const changed = await write(SAVE, { saved: seen, input: { ...input, cents: 1600 } });
    expect(changed).toMatchObject({ id: saved.id, cents: 1600, version: 2 });
    expect(await write(SAVE, { saved: seen, input })).toMatchObject({ code: 'CHANGED_MEANWHILE' });
    const move = (operation: string, version: number) =>
      write(
        `mutation ($id: ID!, $version: Int!) { answer: ${operation}(id: $id, version: $version) { __typename ... on Refusal { code } } }`,
        { id: saved.id, version },
      );
    expect(await move('removeProxy', 2)).toEqual({ __typename: 'Proxy' });
    expect(await list()).not.toContainEqual(expect.objectContaining({ id: saved.id }));
    expect(await move('restoreProxy', 3)).toEqual({ __typename: 'Proxy' });
    expect(await list()).toContainEqual(expect.objectContaining({ id: saved.id, cents: 1600 }));
  });
});
