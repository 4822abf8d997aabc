import { setTimeout as sleep } from 'node:timers/promises';
import type { Result } from '../measure.ts';
import { memoryOf } from '../processes.ts';
import { funderDashboard, openPage } from './pages.ts';
import type { Programme } from './programmes.ts';

const PEOPLE = 32;
const PAUSE_MILLISECONDS = 1000;
const MOST = 4;
const ALONE = 30;
/** Each of the crowd asks so often; memory is looked at after a third, when everything has been used, and at the end. */
const TIMES = 30;
/** Memory is flat where it grows by less than this from the first third to the end. */
const GROWTH = 1.15;

const DASHBOARD = funderDashboard();

/** A crowd on the funder dashboard against one person there, and what it does to the memory of the API. */
export async function measureCrowd(programme: Programme): Promise<Result[]> {
  const { api } = programme;
  const open = async () => {
    const start = performance.now();
    await openPage(programme, api, DASHBOARD);
    return performance.now() - start;
  };
  for (let time = 0; time < 3; time += 1) await open();
  const alone: number[] = [];
  for (let time = 0; time < ALONE; time += 1) {
    alone.push(await open());
    await sleep(PAUSE_MILLISECONDS / 10);
  }
  const memory: number[] = [];
  const together: number[] = [];
  const person = async (index: number) => {
    // They do not all come in the same moment.
    await sleep((index / PEOPLE) * PAUSE_MILLISECONDS);
    for (let time = 0; time < TIMES; time += 1) {
      together.push(await open());
      if (index === 0) memory.push(await memoryOf(api.pid));
      await sleep(PAUSE_MILLISECONDS);
    }
  };
  await Promise.all(Array.from({ length: PEOPLE }, (_, index) => person(index)));
  const [single, slow] = [quantile(alone, 0.5), quantile(together, 0.95)];
  const settled = memory.slice(TIMES / 3, (2 * TIMES) / 3);
  const last = memory.slice((2 * TIMES) / 3);
  const [early, late] = [Math.max(...settled), Math.max(...last)];
  return [
    {
      what: `(5) ${PEOPLE} people on the funder dashboard, a second between requests: 95th percentile against the median of one alone`,
      measured: `${(slow / single).toFixed(2)} times (${slow.toFixed(0)} ms against ${single.toFixed(0)} ms; their median ${quantile(together, 0.5).toFixed(0)} ms)`,
      target: `at most ${MOST} times`,
      met: slow / single <= MOST,
    },
    {
      what: '(6) memory of the API under that load, last third against the second third',
      measured: `${(late / early).toFixed(2)} times (${late.toFixed(0)} MiB against ${early.toFixed(0)} MiB; ${(memory[0] ?? 0).toFixed(0)} MiB at the beginning)`,
      target: `at most ${GROWTH} times`,
      met: late / early <= GROWTH,
    },
  ];
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}
