import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');

/** The project's Node and tools first on the path, then those of the package that it runs in. */
function environment(cwd) {
  const path = [bin, join(cwd, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
  return { ...process.env, PATH: path, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };
}

/** Runs a program with the project's own Node first on the path, and answers with its exit code. */
export function run(program, args, { cwd = root, quiet = false, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...environment(cwd), ...env },
      stdio: ['inherit', quiet ? 'pipe' : 'inherit', 'inherit'],
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    // Ctrl-C and a supervisor's signal reach the child, whose exit is then ours.
    const forward = (signal) => child.kill(signal);
    process.on('SIGINT', forward).on('SIGTERM', forward);
    child.once('error', (error) => reject(new Error(`${program} does not start: ${error.message}`)));
    child.once('close', (code, signal) => {
      process.off('SIGINT', forward).off('SIGTERM', forward);
      if (quiet && code !== 0) process.stderr.write(output);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}

export function runNode(args, options) {
  return run(join(bin, 'node'), args, options);
}
