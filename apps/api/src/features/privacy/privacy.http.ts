import { Router, type Request, type Response } from 'express';
import { viewerCan, type Context } from '../../graphql/context.ts';
import { localeOf } from '../../graphql/locale.ts';
import { recordChange } from '../audit/record-change.ts';
import { readPersonFile } from './person-file.ts';
import type { PersonFile } from './person-file.type.ts';
import { personPage } from './person-page.ts';
import { listPurposes } from './privacy.queries.ts';

const REFUSALS = {
  401: 'Sign in first.',
  403: 'You may not export people.',
  404: 'There is nobody of this id.',
} as const;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * `GET /privacy/people/ID/export.json` and `export.html`: everything that is held about a person, for a program and for
 * people. Each is written into the trail before it leaves.
 */
export function privacyRoutes(contextOf: (request: Request) => Promise<Context>): Router {
  const router = Router();
  const exporting =
    (send: (response: Response, file: PersonFile, context: Context, request: Request) => Promise<void>) =>
    async (request: Request, response: Response) => {
      const context = await contextOf(request);
      response.once('close', () => void context.db.close());
      const status = refusalStatus(request, context);
      const file = status === undefined ? await takeOut(context, String(request.params['id'])) : null;
      if (file !== null) await send(response, file, context, request);
      else response.status(status ?? 404).json({ errors: [{ message: REFUSALS[status ?? 404] }] });
    };
  router.get(
    '/people/:id/export.json',
    exporting(async (response, file) => {
      response.attachment(`tandem-${file.person.id}.json`).json(file);
    }),
  );
  router.get(
    '/people/:id/export.html',
    exporting(async (response, file, context, request) => {
      const { language } = request.query;
      const locale = typeof language === 'string' ? localeOf(language) : context.locale;
      const purposes = await listPurposes(context.db);
      const names = new Map(purposes.map(({ key, name }) => [key, name[locale]]));
      response.type('html').send(personPage(file, names, locale));
    }),
  );
  return router;
}

/** What another site links to is not opened in the name of who is signed in here. */
function refusalStatus(request: Request, context: Context): 401 | 403 | undefined {
  if (context.viewer === null) return 401;
  const foreign = request.headers['sec-fetch-site'] === 'cross-site';
  return foreign || !viewerCan(context, 'MANAGE_PRIVACY') ? 403 : undefined;
}

function takeOut(context: Context, personId: string): Promise<PersonFile | null> {
  if (!UUID.test(personId)) return Promise.resolve(null);
  return context.db.transaction(async (tx) => {
    const file = await readPersonFile(tx, personId, context.now);
    if (file !== null)
      await recordChange(tx, context, {
        action: 'exportPerson',
        recordKind: 'person',
        recordId: personId,
        subjectId: personId,
      });
    return file;
  });
}
