import 'reflect-metadata';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import { toNodeHandler } from 'better-auth/node';
import compression from 'compression';
import express, { type ErrorRequestHandler, type Request, type Response } from 'express';
import helmet from 'helmet';
import { createServer, type Server } from 'node:http';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Clock } from './clock.ts';
import { newId } from './database/new-id.ts';
import type { Context } from './graphql/context.ts';
import { limitsCost } from './graphql/cost.ts';
import { importRoutes } from './features/imports/import.http.ts';
import { closesDatabase } from './graphql/closes-database.ts';
import { formatError, namesRequest } from './graphql/format-error.ts';
import { LIMITS, limitRule } from './graphql/limits.ts';
import { openContext } from './graphql/open-context.ts';
import { localeOf } from './graphql/locale.ts';
import { ADDRESS_HEADER, type Identity } from './identity/auth.ts';
import { makeViewerLookup } from './identity/viewer.ts';
import { makeSchema } from './schema.ts';
import { explorerFiles, explorerPage } from './site/explorer.ts';
import { landingPage } from './site/landing-page.ts';
import { portalRoutes } from './site/portals.ts';

export interface ServerOptions {
  readonly db: DataSource;
  readonly identity: Identity;
  readonly clock: Clock;
  readonly log: Logger;
  /** The accounts that the sign-in pages offer; undefined outside the sample programme. */
  readonly sampleAccounts: readonly SampleAccount[] | undefined;
  /** Addresses of proxies before the platform, whose word on who asks is believed; none by default. */
  readonly trustedProxies?: string | undefined;
}

export interface SampleAccount {
  readonly role: string;
  readonly email: string;
  readonly password: string;
  readonly apiKey: string | null;
}

const MAXIMUM_BODY = '256kb';

/** The whole platform behind one port, not yet listening: used by main and by tests. */
export async function makeServer({
  db,
  identity,
  clock,
  log,
  sampleAccounts,
  trustedProxies,
}: ServerOptions): Promise<Server> {
  const app = express();
  const graphql = new ApolloServer<Context>({
    schema: makeSchema(),
    validationRules: [limitRule],
    parseOptions: { maxTokens: LIMITS.characters },
    formatError: formatError(log),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [
      namesRequest,
      closesDatabase,
      limitsCost,
      ApolloServerPluginLandingPageDisabled(),
      // Nothing here is cached by others, and its hook on every field costs a fifth of a list.
      ApolloServerPluginCacheControlDisabled(),
    ],
  });
  await graphql.start();
  const viewerOf = makeViewerLookup(identity, db);
  const contextOf = async (request: Request): Promise<Context> =>
    openContext({
      source: db,
      viewer: await viewerOf(request.headers),
      keyGiven: Boolean(request.headers['x-api-key']),
      today: clock.today(),
      now: clock.now(),
      sampleMode: sampleAccounts !== undefined,
      locale: localeOf(request.headers['accept-language']),
      requestId: request.res === undefined ? '' : requestIdOf(request.res),
    });

  app.disable('x-powered-by');
  if (trustedProxies !== undefined) app.set('trust proxy', trustedProxies);
  app.use(
    helmet({
      contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } },
      strictTransportSecurity: false,
    }),
  );
  app.use(compression());
  app.use((_request, response, next) => {
    response.locals['requestId'] = newId();
    response.setHeader('x-request-id', requestIdOf(response));
    next();
  });
  app.get('/health/live', (_request, response) => void response.json({ status: 'live' }));
  app.get('/health/ready', async (_request, response) => {
    const ready = await db
      .query('select 1')
      .then(() => true)
      .catch(() => false);
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready' });
  });
  app.get('/sample-accounts', (_request, response) => {
    if (sampleAccounts === undefined) response.status(404).json({ status: 'none' });
    else response.json(sampleAccounts);
  });
  const answerIdentity = toNodeHandler(identity.auth);
  app.all('/auth/{*path}', (request, response) => {
    request.headers[ADDRESS_HEADER] = request.ip;
    return answerIdentity(request, response);
  });
  app.get('/', landingPage(sampleAccounts !== undefined));
  app.use(explorerFiles());
  app.use(
    '/graphql',
    explorerPage,
    express.json({ limit: MAXIMUM_BODY }),
    expressMiddleware(graphql, { context: ({ req }) => contextOf(req) }),
  );
  app.use('/imports', importRoutes(contextOf));
  app.use(portalRoutes());
  app.get('/{*path}', landingPage(sampleAccounts !== undefined, 404));
  app.use((_request, _response, next) => next({ status: 404 }));
  app.use(answerErrors(log));
  return createServer(app);
}

const CODES: Readonly<Record<number, string>> = {
  404: 'NOT_FOUND',
  413: 'BODY_TOO_LARGE',
  500: 'INTERNAL_SERVER_ERROR',
};

function requestIdOf(response: Response): string {
  return String(response.locals['requestId']);
}

/** Errors before GraphQL (a body that is no JSON, or too large) as JSON with a reason; everything else is masked. */
function answerErrors(log: Logger): ErrorRequestHandler {
  return (error: { status?: number; type?: string; limit?: number }, _request, response, _next) => {
    const requestId = requestIdOf(response);
    const status =
      error.status !== undefined && error.status >= 400 && error.status < 500 ? error.status : 500;
    if (status === 500) log.error({ requestId, err: error }, 'a request failed');
    else log.info({ requestId, status }, 'a request was refused');
    const reasons: Record<number, string> = {
      404: 'There is nothing at this address.',
      413: `The body is larger than ${(error.limit ?? 0) / 1024} kB.`,
      500: 'Something went wrong on our side.',
    };
    response.status(status).json({
      errors: [
        {
          message: reasons[status] ?? 'The body is not JSON.',
          extensions: { code: CODES[status] ?? 'BAD_REQUEST', requestId },
        },
      ],
    });
  };
}
