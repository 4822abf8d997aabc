import { parseArgs } from 'node:util';
import { openDatabase, type OpenDatabase } from './database/open-database.ts';
import { StartupError } from './database/startup-error.ts';
import { readEnvironment } from './env.ts';
import { commandActor } from './features/audit/record-change.ts';
import { applyRetention } from './features/privacy/apply-retention.ts';
import { listDue, listRules } from './features/privacy/retention.queries.ts';
import { clockOf } from './sample-mode.ts';

const USAGE = `npm run retention -- --preview | --apply
Says what the retention rules would erase today, or erases it now. The platform applies them by itself once a day.`;

let database: OpenDatabase | undefined;
try {
  const apply = wantsToApply();
  const environment = readEnvironment();
  database = await openDatabase(environment);
  const { db } = database;
  const clock = clockOf(environment);
  const today = clock.today();
  const rules = await listRules(db);
  const due = await listDue(db, rules, today);
  for (const { id, kind, country, months } of rules) {
    const items = due.filter(({ rule }) => rule.id === id);
    const held = items.filter(({ onHold }) => onHold).length;
    process.stdout.write(
      `${kind} ${country ?? 'all countries'}, ${months} months: ${items.length - held} due, ${held} kept by a legal hold\n`,
    );
  }
  if (apply) {
    const actor = commandActor('npm run retention');
    const { people, notes, failures } = await applyRetention(db, actor, () => clock.now(), today);
    process.stdout.write(`Erased: ${people} people, and the notes of ${notes} duos.\n`);
    if (failures.length > 0) throw new StartupError(`${failures.length} could not be erased, and are kept.`);
  } else process.stdout.write('Nothing was changed.\n');
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  await database?.close();
}

function wantsToApply(): boolean {
  let values: { preview?: boolean; apply?: boolean };
  try {
    ({ values } = parseArgs({ options: { preview: { type: 'boolean' }, apply: { type: 'boolean' } } }));
  } catch {
    throw new StartupError(USAGE);
  }
  if ((values.preview === true) === (values.apply === true)) throw new StartupError(USAGE);
  return values.apply === true;
}
