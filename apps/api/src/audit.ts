import { parseArgs } from 'node:util';
import { openDatabase, type OpenDatabase } from './database/open-database.ts';
import { StartupError } from './database/startup-error.ts';
import { readEnvironment } from './env.ts';
import { sealEntries, verifyChain, type FindingKind, type Head } from './features/audit/chain.ts';

const USAGE = `npm run audit:verify -- [--anchor SEQUENCE:HASH]
Walks the sealed trail and says which entries were changed, removed or put in. The head that it prints can be kept
somewhere else; given back with --anchor, a chain that was made anew since then is found, too.`;

const SAYS: Readonly<Record<FindingKind, string>> = {
  CHANGED: 'was changed after it was sealed',
  REMOVED: 'was removed',
  INSERTED: 'was put in later, under an earlier time',
  ANCHOR_MISSING: 'is not the head that was kept: the chain was made anew',
};

let database: OpenDatabase | undefined;
try {
  const anchor = readAnchor();
  database = await openDatabase(readEnvironment());
  await sealEntries(database.db);
  const { sealed, erased, head, findings } = await verifyChain(database.db, anchor);
  for (const { kind, sequence, entryId } of findings)
    process.stdout.write(
      `${sequence === null ? 'an entry' : `entry ${sequence}`} ${SAYS[kind]}${entryId === null ? '' : ` (${entryId})`}\n`,
    );
  process.stdout.write(
    `${sealed} entries sealed, ${erased} of them emptied by an erasure, ${findings.length} findings.\n`,
  );
  if (head !== undefined) process.stdout.write(`Head: ${head.sequence}:${head.hash}\n`);
  if (findings.length > 0) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  await database?.close();
}

function readAnchor(): Head | undefined {
  const { values } = parse();
  if (values.anchor === undefined) return undefined;
  const [, sequence, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(values.anchor) ?? [];
  if (sequence === undefined || hash === undefined) throw new StartupError(USAGE);
  return { sequence: Number(sequence), hash };
}

function parse() {
  try {
    return parseArgs({ options: { anchor: { type: 'string' } } });
  } catch {
    throw new StartupError(USAGE);
  }
}
