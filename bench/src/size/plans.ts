import { dashboards, lists, openPage, type Page } from './pages.ts';
import { withClient, type Programme, type Programmes } from './programmes.ts';
import type { Recorder, Statement } from './recorder.ts';

/** So many plans are shown, of the slowest statements, unless they take less than this. */
const SHOWN = 10;
const FAST_MILLISECONDS = 25;
/** A page that takes longer than this is opened once. */
const SLOW_MILLISECONDS = 3000;
const TIMES = 3;
const LONGEST_LINE = 180;
const MOST_LINES = 45;

export interface PageCost {
  readonly page: Page;
  readonly statements: number;
  /** The statements alone, one after the other. */
  readonly sqlMilliseconds: number;
  readonly large: string;
  readonly small: string;
}

/** A statement as it is run by itself. */
interface Plan {
  readonly milliseconds: number;
  readonly lines: readonly string[];
}

export interface SlowPlan {
  readonly page: Page;
  readonly statement: Statement;
  readonly plan: Plan;
}

/** What each page costs the database, and how the slowest statements are run there. */
export async function explainPages(
  { small, large }: Programmes,
  recorder: Recorder,
): Promise<{ costs: PageCost[]; plans: SlowPlan[] }> {
  const costs: PageCost[] = [];
  const slowest = new Map<string, SlowPlan>();
  for (const page of [...(await dashboards(large)), ...lists()]) {
    const statements = await recorder.statementsOf(page).catch(() => []);
    let sqlMilliseconds = 0;
    for (const statement of statements) {
      const plan = await explain(large, statement);
      sqlMilliseconds += plan.milliseconds;
      // The same statement asks differently as another role.
      const key = `${statement.text} ${statement.settings[0]}`;
      if (plan.milliseconds > (slowest.get(key)?.plan.milliseconds ?? FAST_MILLISECONDS))
        slowest.set(key, { page, statement, plan });
    }
    costs.push({
      page,
      statements: statements.length,
      sqlMilliseconds,
      large: await timeOf(large, page),
      small: await timeOf(small, page),
    });
    console.log(`  ${page.name} (${page.who}): ${costs.at(-1)?.large}, ${costs.at(-1)?.small} with few duos`);
  }
  const plans = [...slowest.values()]
    .toSorted((a, b) => b.plan.milliseconds - a.plan.milliseconds)
    .slice(0, SHOWN);
  return { costs, plans };
}

/** The median of a few openings, or why it does not open. */
async function timeOf(programme: Programme, page: Page): Promise<string> {
  const times: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const start = performance.now();
    try {
      await openPage(programme, programme.api, page);
    } catch (error) {
      if (!String(error).includes('UNAVAILABLE')) throw error;
      return 'not within the time that a statement is given';
    }
    times.push(performance.now() - start);
    if ((times.at(-1) ?? 0) > SLOW_MILLISECONDS) break;
  }
  const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  return `${median.toFixed(0)} ms`;
}

/** As the role that asked it, with the values that it had; the second time, when what it reads is in memory, and the plan of a third time. */
function explain({ databaseUrl }: Programme, { text, values, settings }: Statement): Promise<Plan> {
  return withClient(databaseUrl, async (client) => {
    await client.query(`begin read only; ${settings.join('; ')}`);
    const ask = async (options: string) => {
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (${options}) ${text}`, [
        ...values,
      ]);
      return rows.map((row) => row['QUERY PLAN']);
    };
    await ask('analyze, timing off');
    const timed = await ask('analyze, timing off');
    const lines = await ask('analyze, buffers');
    const times = timed.flatMap((line) => /^(?:Planning|Execution) Time: ([\d.]+) ms/.exec(line)?.[1] ?? []);
    return { milliseconds: times.reduce((sum, time) => sum + Number(time), 0), lines };
  });
}

function trimmed(lines: readonly string[]): string {
  const shown = lines
    .filter((line) => !/^\s*(Planning:|Worker \d)/.test(line))
    .map((line) => (line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line));
  const rest = shown.length - MOST_LINES;
  return [...shown.slice(0, MOST_LINES), ...(rest > 0 ? [`… and ${rest} lines more`] : [])].join('\n');
}

/** docs/QUERY-PLANS.md. */
export function planReport(
  { costs, plans }: Awaited<ReturnType<typeof explainPages>>,
  { duos, few, machine }: { readonly duos: number; readonly few: number; readonly machine: string },
): string {
  const number = (value: number) => value.toLocaleString('en');
  const rows = costs.map(
    ({ page, statements, sqlMilliseconds, large, small }) =>
      `| ${page.name} | ${page.who.toLowerCase()} | ${statements} | ${sqlMilliseconds.toFixed(0)} ms | ${large} | ${small} |`,
  );
  const sections = plans.map(
    ({
      page,
      statement,
      plan,
    }) => `### ${page.name} (${page.who.toLowerCase()}): ${plan.milliseconds.toFixed(0)} ms

\`\`\`sql
${shortened(statement.text)}
\`\`\`

\`\`\`
${trimmed(plan.lines)}
\`\`\`
`,
  );
  return `# Query plans

What pages cost the database with ${number(duos)} duos, and how the slowest statements are run. \`npm run bench -- size\` generates the programmes, measures, and writes this page; the ratios stand in [BENCHMARKS-SIZE.md](BENCHMARKS-SIZE.md).

Measured on ${new Date().toISOString().slice(0, 10)}: ${machine}. PostgreSQL runs as it ships, with 128 MB of its own memory.

## Pages

Statements are those that read figures and records; who asks is looked up besides, once a second. The time of statements is that of planning and running each of them by itself, for the values that it had and with what it reads in memory, one after the other; pages were opened before anything was written.

| page | who | statements | their time | page with ${number(duos)} | page with ${number(few)} |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

## The slowest statements

Each is shown with the page that it was slowest on, under the role and with the values that it had there.

${sections.join('\n')}`;
}

function shortened(text: string): string {
  const lines = text.split('\n').map((line) => (line.length > 700 ? `${line.slice(0, 700)}…` : line));
  return [...lines.slice(0, 12), ...(lines.length > 12 ? ['…'] : [])].join('\n');
}
