import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type Served } from '../test/serve.ts';
import { openTestkit, type Testkit } from '../test/testkit.ts';
import { makeAccount } from './identity/accounts.ts';

const EMAIL = 'ada@example.org';
const PASSWORD = 'correct horse battery';
const JSON_TYPE = { 'content-type': 'application/json' };

let kit: Testkit;
let served: Served;
let credentials: Record<'nobody' | 'cookie' | 'key', Record<string, string>>;
beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  served = await serve(kit);
  const account = {
    name: 'Ada',
    email: EMAIL,
    password: PASSWORD,
    role: 'ADMINISTRATOR',
    partnerId: null,
  } as const;
  const userId = await makeAccount(served.identity, kit.db, account);
  const { key } = await served.identity.auth.api.createApiKey({ body: { userId, name: 'attacks' } });
  const { headers } = await served.identity.auth.api.signInEmail({
    body: { email: EMAIL, password: PASSWORD },
    returnHeaders: true,
  });
  credentials = {
    nobody: {},
    cookie: { cookie: String(headers.get('set-cookie')).split(';')[0] ?? '' },
    key: { 'x-api-key': key },
  };
});
afterAll(async () => {
  await served.close();
  await kit.close();
});

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');
const nested = (levels: number) =>
  `${'{ duos { edges { node '.repeat(levels)}{ id }${' } } }'.repeat(levels)}`;

/** Documents that would cost much, by what is wrong with them. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  '100 aliases': `{ ${times(100, (index) => `a${index}: duos { totalCount }`)} }`,
  '100 aliases of __typename': `{ ${times(100, (index) => `a${index}: __typename`)} }`,
  '100 aliases in fragments': `{ ${times(100, (index) => `...F${index}`)} } ${times(100, (index) => `fragment F${index} on Query { a${index}: __typename }`)}`,
  '500 directives': `{ __typename ${'@skip(if: false) '.repeat(500)} }`,
  '500 directives of other names': `{ __typename ${times(500, (index) => `@a${index}`)} }`,
  'depth 40': nested(13),
  '5,000 fields': `{ duos { edges { node { ${'id '.repeat(5000)} } } } }`,
  '5,000 fields of unknown names': `{ ${times(5000, (index) => `unknown${index}`)} }`,
  'circular fragments':
    '{ duos { edges { node { ...A } } } } fragment A on Duo { ...B } fragment B on Duo { ...A }',
  'fragments that grow by powers': `{ ...F0 } ${times(30, (index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`)} fragment F30 on Query { __typename }`,
  'a page of 10,000': '{ duos(first: 10000) { edges { node { id } } } }',
  'lists in lists': `{ ${times(10, (index) => `a${index}: duos(first: 200) { edges { node { ${'id '.repeat(30)} } } }`)} }`,
  'a page of a size that a variable has by default': `query ($size: Int = 200) { ${times(10, (index) => `a${index}: duos(first: $size) { edges { node { ${'id '.repeat(30)} } } }`)} }`,
  'a name that is unknown': '{ dous { totalCount } }',
};

/** Requests that are none, by what is wrong with them. */
const REQUESTS: Readonly<Record<string, (query: string) => [path: string, request: RequestInit]>> = {
  'a batch': (query) => [
    '',
    { method: 'POST', headers: JSON_TYPE, body: JSON.stringify([{ query }, { query }]) },
  ],
  'a body of 1 MB': (query) => [
    '',
    {
      method: 'POST',
      headers: JSON_TYPE,
      body: JSON.stringify({ query, variables: { x: 'x'.repeat(1_000_000) } }),
    },
  ],
  'broken JSON': () => ['', { method: 'POST', headers: JSON_TYPE, body: '{"query": "{ __typename }' }],
  'a form': (query) => [
    '',
    {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ query }).toString(),
    },
  ],
  'a form with files': (query) => {
    const body = new FormData();
    body.set('operations', JSON.stringify({ query }));
    return ['', { method: 'POST', body }];
  },
  'plain text': (query) => [
    '',
    { method: 'POST', headers: { 'content-type': 'text/plain' }, body: JSON.stringify({ query }) },
  ],
  'a mutation by GET': () => [
    `?query=${encodeURIComponent('mutation { closeDuo(id: "x", input: { closedOn: "2017-01-01", reason: COMPLETED }, version: 1) { __typename } }')}`,
    { headers: JSON_TYPE },
  ],
  'a query by a GET that any page can send': (query) => [`?query=${encodeURIComponent(query)}`, {}],
  'a document to be kept under a wrong hash': (query) => [
    '',
    {
      method: 'POST',
      headers: JSON_TYPE,
      body: JSON.stringify({
        query,
        extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } },
      }),
    },
  ],
};

describe('refused before any work', () => {
  let slowest = { what: '', milliseconds: 0 };
  let tried = 0;
  afterAll(() => {
    process.stdout.write(
      `Attack list: ${tried} requests refused; the slowest (${slowest.what}) after ${slowest.milliseconds.toFixed(0)} ms.\n`,
    );
  });

  const attacks = [
    ...Object.entries(DOCUMENTS).map(
      ([what, query]) =>
        [what, '', { method: 'POST', headers: JSON_TYPE, body: JSON.stringify({ query }) }] as const,
    ),
    ...Object.entries(REQUESTS).map(([what, make]) => [what, ...make('{ duos { totalCount } }')] as const),
  ];
  test.each(attacks)('%s', async (what, path, request) => {
    for (const [who, credential] of Object.entries(credentials)) {
      await ask(path, {
        ...request,
        headers: { ...JSON_TYPE, ...credential },
        method: 'POST',
        body: '{"query": "{ __typename }"}',
      });
      const before = kit.statements();
      const startedAt = performance.now();
      const response = await ask(path, { ...request, headers: { ...request.headers, ...credential } });
      const milliseconds = performance.now() - startedAt;
      const body = await response.text();
      tried += 1;
      if (milliseconds > slowest.milliseconds) slowest = { what, milliseconds };
      expect([who, response.status >= 400 && response.status < 500, body]).toEqual([who, true, body]);
      expect(response.headers.get('content-type')).toContain('json');
      // The viewer is remembered from the request before: nothing else is asked of the database.
      expect([who, kit.statements() - before]).toEqual([who, 0]);
      const { errors } = JSON.parse(body) as {
        errors: { extensions: { code: string; requestId: string } }[];
      };
      expect(errors.length).toBeLessThanOrEqual(101);
      expect(errors[0]?.extensions.code).not.toBe('INTERNAL_SERVER_ERROR');
      expect(errors[0]?.extensions.requestId).toBe(response.headers.get('x-request-id'));
      expect([who, body]).not.toEqual(['nobody', expect.stringContaining('Did you mean')]);
    }
  });

  function ask(path: string, request: RequestInit): Promise<Response> {
    return fetch(`${served.origin}/graphql${path}`, request);
  }
});

async function post(origin: string, query: string, headers: Record<string, string>): Promise<Response> {
  return fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { ...JSON_TYPE, ...headers },
    body: JSON.stringify({ query }),
  });
}

async function codesOf(response: Response): Promise<unknown[]> {
  const { errors = [] } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return errors.map(({ extensions: { code } }) => code);
}

describe('the schema', () => {
  test.each([
    '{ __schema { types { name } } }',
    '{ ...on Query { __type(name: "Duo") { name } } }',
    'query A { ...F } fragment F on Query { __schema { types { name } } }',
  ])('tells about itself to who is signed in only: %s', async (query) => {
    const stranger = await post(served.origin, query, {});
    expect(stranger.status).toBe(401);
    expect(await codesOf(stranger)).toEqual(['UNAUTHENTICATED']);
    expect((await post(served.origin, query, credentials.key)).status).toBe(200);
    expect((await post(served.origin, query, credentials.cookie)).status).toBe(200);
  });

  test('suggests names to who is signed in only', async () => {
    const asked = '{ dous { totalCount } }';
    expect(await (await post(served.origin, asked, {})).text()).not.toContain('duos');
    expect(await (await post(served.origin, asked, credentials.key)).text()).toContain('Did you mean');
    const value = '{ figure(metric: ACTIVE_DUO) { __typename } }';
    expect(await (await post(served.origin, value, {})).text()).not.toContain('ACTIVE_DUOS');
  });
});

describe('another site that has a browser send our cookie', () => {
  test.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('is refused: %o', async (headers) => {
    const response = await post(served.origin, '{ __typename }', {
      ...credentials.cookie,
      ...headers,
    });
    expect([response.status, await codesOf(response)]).toEqual([403, ['CROSS_ORIGIN']]);
    const upload = await fetch(`${served.origin}/imports`, {
      method: 'POST',
      headers: { ...credentials.cookie, ...headers } as Record<string, string>,
      body: new FormData(),
    });
    expect(upload.status).toBe(403);
  });

  test('our own pages, and programs with a key, are answered', async () => {
    const own = { ...credentials.cookie, origin: served.origin };
    expect((await post(served.origin, '{ __typename }', own)).status).toBe(200);
    const program = { ...credentials.key, origin: 'https://dashboard.example' };
    expect((await post(served.origin, '{ __typename }', program)).status).toBe(200);
  });
});

describe('answers', () => {
  test('name what a page may do: no inline script, no frame, nothing of others', async () => {
    for (const path of ['/', '/admin/', '/partner/', '/graphql', '/auth/get-session', '/nothing']) {
      const { headers } = await fetch(`${served.origin}${path}`, { headers: { accept: 'text/html' } });
      const policy = headers.get('content-security-policy') ?? '';
      expect([path, policy.split(';').find((part) => part.startsWith('script-src'))]).toEqual([
        path,
        "script-src 'self'",
      ]);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('permissions-policy')).toContain('camera=()');
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  test('about people and figures are stored nowhere', async () => {
    const answer = await post(served.origin, '{ duos { totalCount } }', credentials.key);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect((await fetch(`${served.origin}/auth/get-session`)).headers.get('cache-control')).toBe('no-store');
  });
});

describe('over https', () => {
  let secure: Served;
  beforeAll(async () => {
    secure = await serve(kit, { publicUrl: 'https://tandem.example' });
  });
  afterAll(() => secure.close());

  test('the cookie belongs to this host alone, and browsers come back encrypted', async () => {
    const { headers } = await fetch(`${secure.origin}/auth/sign-in/email`, {
      method: 'POST',
      headers: { ...JSON_TYPE, origin: 'https://tandem.example' },
      body: JSON.stringify({ email: EMAIL, password: PASSWORD }),
    });
    const cookie = headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-tandem\.session_token=/);
    for (const attribute of ['Secure', 'HttpOnly', 'Path=/', 'SameSite=Lax'])
      expect(cookie).toContain(attribute);
    expect(cookie).not.toContain('Domain');
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}; includeSubDomains/);
    const session = { cookie: cookie.split(';')[0] ?? '' };
    expect((await post(secure.origin, '{ duos { totalCount } }', session)).status).toBe(200);
  });
});

describe('with only the operations of the portals', () => {
  let strict: Served;
  let manifest: [hash: string, text: string][];
  beforeAll(async () => {
    strict = await serve(kit, { persistedOnly: true });
    const file = new URL('../../admin/src/gql/persisted-documents.json', import.meta.url);
    manifest = Object.entries(JSON.parse(await readFile(file, 'utf8')) as Record<string, string>);
  });
  afterAll(() => strict.close());

  function ask(hash: string, headers: Record<string, string>): Promise<Response> {
    const extensions = { persistedQuery: { version: 1, sha256Hash: hash } };
    return fetch(`${strict.origin}/graphql`, {
      method: 'POST',
      headers: { ...JSON_TYPE, ...headers },
      body: JSON.stringify({ extensions }),
    });
  }

  test('their hashes are answered; what a cookie or nobody asks in words is not; a key may', async () => {
    expect(manifest.length).toBeGreaterThan(20);
    for (const [hash, text] of manifest) expect(createHash('sha256').update(text).digest('hex')).toBe(hash);
    const [hash = ''] = manifest.find(([, text]) => text.includes('query Catalogue ')) ?? [];
    expect((await ask(hash, credentials.cookie)).status).toBe(200);
    const inWords = await post(strict.origin, '{ duos { totalCount } }', credentials.cookie);
    expect([inWords.status, await codesOf(inWords)]).toEqual([403, ['PERSISTED_ONLY']]);
    expect((await post(strict.origin, '{ __typename }', {})).status).toBe(403);
    expect((await post(strict.origin, '{ duos { totalCount } }', credentials.key)).status).toBe(200);
    // A key that is none does not open the words to a cookie.
    const both = { ...credentials.cookie, 'x-api-key': 'tandem_none' };
    expect((await post(strict.origin, '{ duos { totalCount } }', both)).status).toBe(401);
  });
});
