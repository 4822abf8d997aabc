import { isCalendarDay } from '@tandem/domain/calendar-day';
import { parseArgs } from 'node:util';
import { systemClock } from './clock.ts';
import { openDatabase, type OpenDatabase } from './database/open-database.ts';
import { StartupError } from './database/startup-error.ts';
import { readEnvironment } from './env.ts';
import { generateProgramme } from './generate/generate-programme.ts';
import type { Order } from './generate/make-programme.ts';

const MOST_DUOS = 10_000_000;
const USAGE = `npm run generate -- --duos N [--seed S] [--until YYYY-MM-DD]
Fills an empty database with an invented programme of N duos that has the sample's proportions. The same N, seed (1
unless named) and last day (today unless named) give the same records, down to their ids.`;

let database: OpenDatabase | undefined;
try {
  const order = readArguments();
  database = await openDatabase(readEnvironment());
  const start = performance.now();
  await generateProgramme(database.url, order, (line) => {
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    process.stdout.write(`${seconds.padStart(5)} s  ${line}\n`);
  });
  const { duos, seed, until } = order;
  process.stdout.write(
    `Done. The same again: npm run generate -- --duos ${duos} --seed ${seed} --until ${until}\nTo open it, start the platform with TANDEM_SAMPLE=no; npm run account makes an account.\n`,
  );
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  await database?.close();
}

function readArguments(): Order {
  const { duos, seed = '1', until = systemClock.today() } = parse();
  if (duos === undefined) throw new StartupError(`Say how many duos.\n${USAGE}`);
  if (!isCalendarDay(until)) throw new StartupError(`--until takes a day of the form YYYY-MM-DD.\n${USAGE}`);
  return {
    duos: wholeNumber('duos', duos, 1, MOST_DUOS),
    seed: wholeNumber('seed', seed, 0, 2 ** 31 - 1),
    until,
  };
}

function parse() {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({ options: { duos: text, seed: text, until: text } }).values;
  } catch (error) {
    if (error instanceof TypeError) throw new StartupError(`${error.message}\n${USAGE}`);
    throw error;
  }
}

function wholeNumber(name: string, word: string, least: number, most: number): number {
  const number = Number(word);
  if (!/^\d+$/.test(word) || number < least || number > most)
    throw new StartupError(`--${name} takes a whole number from ${least} to ${most}.\n${USAGE}`);
  return number;
}
