import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive, startOf } from './processes.ts';
import { StartupError } from './startup-error.ts';

/**
 * Takes the data folder for this process; a second one on the same folder gets a StartupError. A lock whose
 * process is gone (kill -9, power cut), even if its id is another's by now, is taken over.
 */
export async function lockInstance(directory: string): Promise<{ release(): Promise<void> }> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const file = join(directory, 'instance.lock');
  for (let tries = 0; tries < 3; tries += 1) {
    const handle = await open(file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return undefined;
      throw new StartupError(`The data folder ${directory} cannot be written: ${error.message}`);
    });
    if (handle !== undefined) {
      await handle.writeFile(JSON.stringify({ pid: process.pid, started: await startOf(process.pid) }));
      await handle.close();
      return { release: () => rm(file, { force: true }) };
    }
    const holder = await readHolder(file);
    if (holder !== undefined && isAlive(holder.pid) && (await startOf(holder.pid)) === holder.started) {
      throw new StartupError(`Tandem already runs on the data folder ${directory} (process ${holder.pid}).`);
    }
    await rm(file, { force: true });
  }
  throw new StartupError(`The data folder ${directory} is being taken by another process.`);
}

async function readHolder(file: string): Promise<{ pid: number; started: string } | undefined> {
  try {
    const holder: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (typeof holder === 'object' && holder !== null && 'pid' in holder && 'started' in holder) {
      return { pid: Number(holder.pid), started: String(holder.started) };
    }
  } catch {
    // Half written by a process that was killed: nobody holds it.
  }
  return undefined;
}
