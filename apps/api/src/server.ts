import 'reflect-metadata';
import { expressMiddleware } from '@as-integrations/express5';
import { toNodeHandler } from 'better-auth/node';
import compression from 'compression';
import express, { type Request } from 'express';
import { createServer, type Server } from 'node:http';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Clock } from './clock.ts';
import type { Context } from './graphql/context.ts';
import { makeIdempotency } from './http/idempotency.ts';
import { makeLimiter, noLimiter } from './http/limits.ts';
import { spendsOf } from './http/operation-limits.ts';
import { limitsRequests } from './http/request-limits.ts';
import { signInLimits } from './http/sign-in-limits.ts';
import type { Mailbox } from './mail/mailer.ts';
import { mailboxPage } from './site/mailbox-page.ts';
import { makePseudonyms } from './graphql/pseudonyms.ts';
import { importRoutes } from './features/imports/import.http.ts';
import { privacyRoutes } from './features/privacy/privacy.http.ts';
import { researchRoutes } from './features/research/research.http.ts';
import { makeGraphQLServer } from './graphql/graphql-server.ts';
import { openContext } from './graphql/open-context.ts';
import { answerErrors } from './http/answer-errors.ts';
import { currentRequestId, namesRequest } from './http/request-id.ts';
import { sameOrigin } from './http/same-origin.ts';
import { notStored, securityHeaders } from './http/security-headers.ts';
import { localeOf } from './graphql/locale.ts';
import { ADDRESS_HEADER } from './identity/address-header.ts';
import type { Identity } from './identity/auth.ts';
import { opensPaths } from './identity/open-paths.ts';
import { makeViewerLookup } from './identity/viewer.ts';
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
  /** Where people reach the platform. */
  readonly publicUrl: string;
  /** Of which the names of pseudonymised records and the keys of what is sealed are made. */
  readonly secret: string;
  /** Keeps the letters of the sample programme, for its page. */
  readonly mailbox?: Mailbox | undefined;
  /** What the button of the single sign-on says; undefined where there is none. */
  readonly singleSignOn?: string | undefined;
  /** Whether it is limited how often may be asked. */
  readonly limited: boolean;
  /** Whether administrators and finance may do nothing before they have set up a second factor. */
  readonly secondFactor: boolean;
  /** Whether who comes without a key may ask for the portals' own operations only. */
  readonly persistedOnly?: boolean;
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
  publicUrl,
  secret,
  mailbox,
  singleSignOn,
  limited,
  secondFactor,
  persistedOnly = false,
}: ServerOptions): Promise<Server> {
  const app = express();
  const idempotency = makeIdempotency(db, secret, log);
  const graphql = await makeGraphQLServer(log, idempotency, persistedOnly);
  const limiter = limited ? makeLimiter(db) : noLimiter;
  const viewerOf = limitsRequests(limiter, makeViewerLookup(identity, db, { secondFactor }));
  const pseudonyms = makePseudonyms(secret);
  const contextOf = async (request: Request): Promise<Context> => {
    const viewer = await viewerOf(request);
    return openContext({
      source: db,
      viewer,
      spend: spendsOf(limiter, request, viewer),
      limiter,
      isAbandoned: () => request.socket.destroyed,
      publicUrl,
      sendLetter: (...letter) => identity.mailer.send(...letter),
      keyGiven: Boolean(request.headers['x-api-key']),
      address: request.ip ?? null,
      today: clock.today(),
      now: clock.now(),
      sampleMode: sampleAccounts !== undefined,
      locale: localeOf(request.headers['accept-language']),
      requestId: currentRequestId(),
      pseudonyms,
    });
  };

  const landing = (says?: Parameters<typeof landingPage>[1]) =>
    landingPage(sampleAccounts !== undefined, says);

  app.disable('x-powered-by');
  if (trustedProxies !== undefined) app.set('trust proxy', trustedProxies);
  app.use(securityHeaders(publicUrl));
  app.use(namesRequest);
  app.use(compression());
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
  app.get('/sign-in-options', (_request, response) => {
    response.json({ singleSignOn: singleSignOn ?? null });
  });
  if (mailbox !== undefined) app.get('/mailbox', mailboxPage(mailbox));
  app.use(
    '/auth',
    signInLimits(limiter),
    notStored,
    opensPaths,
    express.json({ limit: '32kb', type: () => true }),
  );
  app.all('/auth/{*path}', (request, response) => {
    request.headers[ADDRESS_HEADER] = request.ip;
    // The library would take the path of the request from them.
    delete request.headers['x-forwarded-proto'];
    delete request.headers['x-forwarded-host'];
    return answerIdentity(request, response);
  });
  app.get('/', landing());
  app.get('/impact', (_request, response) => response.redirect('/partner/impact'));
  app.use(explorerFiles());
  app.use(
    '/graphql',
    explorerPage(viewerOf, landing('signInFirst')),
    notStored,
    sameOrigin,
    express.json({ limit: MAXIMUM_BODY }),
    // Before Apollo Server, to which everything that fails here would be a fault of ours.
    async (request, response, next) => {
      response.locals['context'] = await contextOf(request);
      next();
    },
    expressMiddleware(graphql, { context: async ({ res }) => res.locals['context'] as Context }),
  );
  app.use('/imports', notStored, sameOrigin, importRoutes(contextOf, idempotency));
  app.use('/privacy', notStored, sameOrigin, privacyRoutes(contextOf));
  app.use('/research', notStored, sameOrigin, researchRoutes(contextOf));
  app.use(portalRoutes());
  app.get('/{*path}', landing('nothing'));
  app.use((_request, _response, next) => next({ status: 404 }));
  app.use(answerErrors(log));
  return createServer(app);
}
