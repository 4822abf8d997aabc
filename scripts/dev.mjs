// API and both portals with reload: `npm run dev`.
import { join } from 'node:path';
import { root, run, runNode } from './run.mjs';

const PORTALS = ['admin', 'partner'];

/** Everything runs until it is interrupted, or until one part ends. Answers with the exit code of that part. */
export function dev() {
  console.log(
    `The portals with reload: http://127.0.0.1:5173/admin/ and http://127.0.0.1:5174/partner/; the API on port ${process.env.PORT ?? 4000}. Ctrl-C ends it.`,
  );
  return Promise.race([
    // Rebuilds the packages and the API, and the types of the portals' queries, when their sources change.
    run('turbo', ['watch', '@tandem/api#build', ...PORTALS.map((portal) => `@tandem/${portal}#codegen`)]),
    runNode(['--watch', '--watch-preserve-output', 'apps/api/dist/main.js']),
    ...PORTALS.map((portal) => run('vite', [], { cwd: join(root, 'apps', portal) })),
  ]);
}
