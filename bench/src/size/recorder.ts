import { readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openPage, type Page } from './pages.ts';
import type { Programme } from './programmes.ts';

/** A statement as the API asked it. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** `set local …` of its transaction: the role, and what that is narrowed to. */
  readonly settings: readonly string[];
}

export interface Recorder {
  /** What a page asks of the database: figures and records, without who asks and what is done by the way. */
  statementsOf(page: Page): Promise<readonly Statement[]>;
  stop(): Promise<void>;
}

/** What an API does by itself, whoever asks it what. */
const BY_THE_WAY =
  /identity\.|audit_entry|audit_seal|request_limit|rollup_stale\b.*(delete|insert)|pg_try_advisory/is;

/** How a transaction of a request begins; what keeps months up to date takes on no role. */
const AS_VIEWER = 'set local role';

/** A second API that writes its statements down; it is slower, and not measured. */
export async function openRecorder(programme: Programme): Promise<Recorder> {
  const file = join(programme.data, 'statements.jsonl');
  await writeFile(file, '');
  const api = await programme.beside({
    args: ['--import', './bench/src/servers/recording.ts'],
    env: { RECORD_TO: file },
  });
  return {
    statementsOf: async (page) => {
      // The first time fills what the API keeps.
      await openPage(programme, api, page);
      await truncate(file);
      await openPage(programme, api, page);
      const lines = (await readFile(file, 'utf8')).trim().split('\n');
      const all = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Statement);
      return all.filter(({ text, settings }) => settings[0]?.startsWith(AS_VIEWER) && !BY_THE_WAY.test(text));
    },
    stop: async () => {
      await api.stop();
      await rm(file, { force: true });
    },
  };
}
