import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
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
    return (await (await sendBody(error, '/graphql', await bodyOf(name), origin, key)).json()) as Answer;
  }
}

/** What an example sends. */
async function bodyOf(name: string): Promise<string> {
  return /--data '([^']+)'/.exec(await readFile(new URL(name, EXAMPLES), 'utf8'))?.[1] ?? '';
}

/** Sends it without curl, where that is what the machine lacks. */
function sendBody(error: unknown, path: string, body: string, origin: string, key: string) {
  if (!(error instanceof Error && 'code' in error && error.code === 127)) throw error;
  const headers = { 'x-api-key': key, 'content-type': 'application/json' };
  return fetch(`${origin}${path}`, { method: 'POST', headers, body });
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

  test('the data set for research is what its example says', async () => {
    const output = test.info().outputPath('data-set.zip');
    const example = fileURLToPath(new URL('research-data.sh', EXAMPLES));
    const body = await bodyOf('research-data.sh');
    const env = { ...process.env, ORIGIN: origin, KEY: key, OUTPUT: output };
    const content = await run('sh', [example], { env }).then(
      () => readFile(output),
      async (error: unknown) =>
        Buffer.from(await (await sendBody(error, '/research/data-set.zip', body, origin, key)).arrayBuffer()),
    );
    const files = unzipSync(content);
    const [header, ...rows] = strFromU8(files['duos.csv'] ?? new Uint8Array())
      .trim()
      .split('\r\n');
    expect(header).toBe((JSON.parse(body) as { columns: string[] }).columns.join());
    expect(rows.length).toBeGreaterThan(100);
    expect(strFromU8(files['README.txt'] ?? new Uint8Array())).toContain('from 2016-01-01 to 2016-12-31');
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
