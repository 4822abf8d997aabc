import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { accountOf, expect, test } from '../support/portal.ts';

/** What the first two examples answer with. */
interface Answer {
  readonly data: {
    readonly figure: { readonly value: number; readonly numerator: number; readonly denominator: number };
    readonly duos: {
      readonly totalCount: number;
      readonly edges: readonly {
        readonly node: { readonly mentee: { readonly person: { readonly name: string } } };
      }[];
    };
  };
}

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
const EXAMPLES = new URL('../../docs/examples/', import.meta.url);

/** Runs an example with curl; a machine without curl sends what it would have sent. */
async function runExample(name: string, origin: string, key: string): Promise<Answer> {
  const file = new URL(name, EXAMPLES);
  try {
    const { stdout } = await run('sh', [fileURLToPath(file)], {
      env: { ...process.env, ORIGIN: origin, KEY: key },
    });
    return JSON.parse(stdout) as Answer;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 127)) throw error;
    const body = /--data '([^']+)'/.exec(await readFile(file, 'utf8'))?.[1] ?? '';
    const headers = { 'x-api-key': key, 'content-type': 'application/json' };
    return (await (await fetch(`${origin}/graphql`, { method: 'POST', headers, body })).json()) as Answer;
  }
}

test.describe('the examples for developers', () => {
  let origin: string;
  let key: string;
  test.beforeEach(async ({ page, baseURL }) => {
    origin = baseURL ?? '';
    key = (await accountOf(page, 'administrator')).apiKey ?? '';
  });

  test('the first figure is the one that the page shows', async () => {
    const { data } = await runExample('first-figure.sh', origin, key);
    const { numerator, denominator } = data.figure;
    expect([numerator, denominator]).toEqual([276, 383]);
    const text = await readFile(new URL('../DEVELOPERS.md', EXAMPLES), 'utf8');
    expect(text).toContain(`"value":${data.figure.value},"numerator":276,"denominator":383`);
  });

  test('the first duos are silent ones', async () => {
    const { data } = await runExample('first-duos.sh', origin, key);
    expect(data.duos.totalCount).toBeGreaterThan(0);
    expect(data.duos.edges[0]?.node.mentee.person.name).toMatch(/\w/);
  });

  test('the typed client agrees with the schema, and runs', async () => {
    const tool = (name: string) => fileURLToPath(new URL(`../../node_modules/.bin/${name}`, import.meta.url));
    await run(tool('graphql-codegen'), ['--config', 'docs/examples/codegen.ts'], { cwd: root });
    const check = [
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2024',
      '--allowImportingTsExtensions',
      '--types',
      'node',
      '--typeRoots',
      'e2e/node_modules/@types',
      'docs/examples/client.ts',
    ];
    await run(tool('tsc'), check, { cwd: root });
    const { stdout } = await run(process.execPath, ['docs/examples/client.ts'], {
      cwd: root,
      env: { ...process.env, ORIGIN: origin, KEY: key },
    });
    expect(stdout).toMatch(
      /POSITIVE_EXIT_RATE: 0\.\d+ \(\d+ of \d+\)\nCOST_PER_DUO: \d+ .*\n\d+ active duos\n/,
    );
  });
});
