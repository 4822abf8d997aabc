import { promisify } from 'node:util';
import { dayOfInstant } from '@tandem/domain/calendar-day';
import { Router, raw, type Request } from 'express';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { viewerOf, type Context } from '../../graphql/context.ts';
import { KEY_HEADER, type Idempotency } from '../../http/idempotency.ts';
import { actorOf } from '../audit/record-change.ts';
import { importFiles, type ImportReport } from './import-files.ts';
import type { ImportedFile } from './read-file.ts';
import { IMPORT_KINDS, kindsFor } from './kinds.ts';
import { MAXIMUM_FILE_BYTES } from './read-table.ts';
import { recordRun } from './record-run.ts';
import { problemInWords, refusalInWords } from './refusal-words.ts';
import { countsInWords } from './report-words.ts';

/**
 * Parts of a form: files under `file`, under `mappings` what was mapped by hand, by name of the file, and under `branches`
 * the names of new branches that whoever sends them agreed to.
 */
const mappingsPart = z.record(
  z.string(),
  z.object({
    kind: z.enum(IMPORT_KINDS),
    mapping: z.record(z.string(), z.string()),
    words: z.array(z.object({ field: z.string(), word: z.string(), means: z.string() })).default([]),
  }),
);
const branchesPart = z.array(z.string());
const MAXIMUM_FILES = 20;

/** Refused rows of a file that an answer holds; the counts are of all. */
const MAXIMUM_REFUSALS = 500;

/**
 * `POST /imports` takes files in, `POST /imports/check` says what would happen. Both are given the same form: the
 * browser keeps the files between the two, so that nothing of a check stays on the server.
 */
export function importRoutes(
  contextOf: (request: Request) => Promise<Context>,
  idempotency: Idempotency,
): Router {
  const router = Router();
  const readBody = promisify(raw({ type: 'multipart/form-data', limit: 3 * MAXIMUM_FILE_BYTES }));
  for (const [path, dryRun] of [
    ['/', false],
    ['/check', true],
  ] as const) {
    router.post(path, async (request, response) => {
      const context = await contextOf(request);
      response.once('close', () => void context.db.close());
      const status = refusalStatus(request, context);
      if (status !== undefined) {
        response.status(status).json({ errors: [{ message: REFUSALS[status] }] });
        return;
      }
      // Large, and held in memory: only for who may import.
      await readBody(request, response);
      const sent = await readForm(request).catch(() => undefined);
      if (sent === undefined || sent.files.length === 0 || sent.files.length > MAXIMUM_FILES) {
        response.status(400).json({ errors: [{ message: `Send 1 to ${MAXIMUM_FILES} files as a form.` }] });
        return;
      }
      const header = dryRun ? undefined : request.get(KEY_HEADER);
      if (header !== undefined) {
        const claimed = await idempotency.claim(header, viewerOf(context), ['imports', digestOf(sent)]);
        if ('answer' in claimed) {
          const { status: first, headers, body } = claimed.answer;
          response.status(first).set(headers).json(body);
          return;
        }
        context.db.claim = claimed.claim;
      }
      response.json(await takeIn(context, sent, dryRun));
    });
  }
  return router;
}

/** The answer to files that are taken in or checked; kept for repeats where the request came with a key. */
async function takeIn(context: Context, { files, newBranches }: Sent, dryRun: boolean) {
  const { claim } = context.db;
  try {
    const report = await importFiles(context.db, files, {
      dryRun,
      today: dayOfInstant(context.now),
      programmeDay: context.today,
      kinds: kindsOf(context),
      newBranches: new Set(newBranches),
      by: actorOf(context).name,
      beforeCommit: (tx, done) => recordRun(tx, actorOf(context), done),
    });
    const body = answerOf(report, context);
    // A request that waited for a second connection could wait for itself.
    await context.db.close();
    await claim?.settle({ status: 200, body });
    return body;
  } catch (error) {
    await context.db.close();
    await claim?.release();
    throw error;
  }
}

/** What a form says, whatever the boundary is between its parts. */
function digestOf({ files, newBranches }: Sent): unknown {
  const contents = files.map(({ name, content, chosen }) => [
    name,
    createHash('sha256').update(content).digest('hex'),
    chosen ?? null,
  ]);
  return [contents, newBranches];
}

function kindsOf({ viewer }: Context) {
  return kindsFor(viewer?.capabilities ?? new Set());
}

const REFUSALS = {
  401: 'Sign in first.',
  403: 'You may not import files.',
  415: 'Send the files as multipart/form-data.',
} as const;

/** Another site must not post a form in the name of who is signed in here. */
function refusalStatus(request: Request, context: Context): keyof typeof REFUSALS | undefined {
  if (context.viewer === null) return 401;
  if (kindsOf(context).size === 0 || request.headers['sec-fetch-site'] === 'cross-site') return 403;
  return request.is('multipart/form-data') ? undefined : 415;
}

/** What a form says. */
interface Sent {
  readonly files: readonly ImportedFile[];
  readonly newBranches: readonly string[];
}

async function readForm(request: Request): Promise<Sent> {
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const form = await new Response(request.body as Buffer<ArrayBuffer>, { headers }).formData();
  const json = (name: string): unknown => {
    const part = form.get(name);
    return typeof part === 'string' ? JSON.parse(part) : undefined;
  };
  const chosen = mappingsPart.parse(json('mappings') ?? {});
  const newBranches = branchesPart.parse(json('branches') ?? []);
  const parts = form.getAll('file').filter((part) => typeof part !== 'string');
  const files = await Promise.all(
    parts.map(async (file) => {
      const byHand = chosen[file.name];
      return {
        name: file.name,
        content: Buffer.from(await file.arrayBuffer()),
        ...(byHand && { chosen: byHand }),
      };
    }),
  );
  return { files, newBranches };
}

/** The report with every reason in the reader's words. */
function answerOf({ files, ...report }: ImportReport, { locale }: Context) {
  const { added, unchanged, corrected } = report;
  return {
    ...report,
    words: {
      added: countsInWords(added, locale),
      unchanged: countsInWords(unchanged, locale),
      corrected: countsInWords(corrected, locale),
    },
    files: files.map(({ problem, refusals, ...file }) => ({
      ...file,
      problem: problem && { ...problem, words: problemInWords(problem, locale) },
      refusals: refusals.slice(0, MAXIMUM_REFUSALS).map((refusal) => ({
        ...refusal,
        words: refusalInWords(file.kind, refusal, locale),
      })),
    })),
  };
}
