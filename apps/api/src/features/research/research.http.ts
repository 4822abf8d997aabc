import express, { Router, type Request, type Response } from 'express';
import { GraphQLError } from 'graphql';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { viewerCan, type Context } from '../../graphql/context.ts';
import { waitOfAccount } from '../../graphql/limit-account.ts';
import { localeOf } from '../../graphql/locale.ts';
import { Refused } from '../../graphql/refusal.type.ts';
import { TooManyRequests } from '../../http/request-limits.ts';
import type { ResearchChoiceInput } from './research.type.ts';
import { takeOutDataSet } from './take-out-data-set.ts';

const REFUSALS = {
  401: 'Sign in first.',
  403: 'You may not take data out for research.',
} as const;

/**
 * `POST /research/data-set.zip`: a data set of duos under pseudonyms, with its codebook. The body is JSON: what
 * `researchPreview` takes as `choice`, with `purpose`, `recipient` and `use`, and `language` (en, fr or nl) of what it says of
 * itself. What is refused is told as the API tells it, with `code` and `field`.
 */
export function researchRoutes(contextOf: (request: Request) => Promise<Context>): Router {
  const router = Router();
  const readBody = promisify(express.json({ limit: '32kb' }));
  router.post('/data-set.zip', async (request, response) => {
    const context = await contextOf(request);
    response.once('close', () => void context.db.close());
    const status = refusalStatus(request, context);
    if (status !== undefined) {
      response.status(status).json({ errors: [{ message: REFUSALS[status] }] });
      return;
    }
    const wait = await waitOfAccount(context, 'dataSets');
    if (wait !== undefined) throw new TooManyRequests(wait);
    await readBody(request, response);
    await send(context, request.body as Body | undefined, response).catch((error: unknown) =>
      refuse(response, error),
    );
  });
  return router;
}

type Body = Parameters<typeof takeOutDataSet>[1] & { readonly language?: unknown };

async function send(context: Context, body: Body | undefined, response: Response): Promise<void> {
  const { language } = body ?? {};
  const locale = typeof language === 'string' ? localeOf(language, context.locale) : context.locale;
  const { file, bytes, sha256 } = await takeOutDataSet(context, body ?? ({} as ResearchChoiceInput), locale);
  try {
    // However slowly it is fetched, it takes no connection to the database.
    await context.db.close();
    response
      .attachment(`tandem-research-${context.today}.zip`)
      .type('application/zip')
      .set({
        'content-length': String(bytes),
        'repr-digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
      });
    await pipeline(file.read(), response);
  } finally {
    await file.close();
  }
}

/** What another site sends is not done in the name of who is signed in here. */
function refusalStatus(request: Request, context: Context): keyof typeof REFUSALS | undefined {
  if (context.viewer === null) return 401;
  const foreign = request.headers['sec-fetch-site'] === 'cross-site';
  return foreign || !viewerCan(context, 'EXPORT_RESEARCH_DATA') ? 403 : undefined;
}

/** Answers with what was refused; throws everything else. */
function refuse(response: Response, error: unknown): void {
  if (error instanceof Refused) {
    const { code, field, params } = error.refusal;
    response.status(422).json({ errors: [{ message: code, extensions: { code, field, params } }] });
  } else if (error instanceof GraphQLError) {
    const { message, extensions } = error;
    response
      .status(extensions['code'] === 'FORBIDDEN' ? 403 : 400)
      .json({ errors: [{ message, extensions: { code: extensions['code'] } }] });
  } else if (!isGone(error)) throw error;
}

/** Whoever asked went away before the file was there in whole. */
function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
