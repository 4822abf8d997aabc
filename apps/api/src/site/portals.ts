import express, { Router } from 'express';
import { fileURLToPath } from 'node:url';

const PORTALS = ['admin', 'partner'] as const;
const A_YEAR = 365 * 24 * 60 * 60 * 1000;

/** The built portals. Every address below one is its page, except for files, which are there or are not. */
export function portalRoutes(): Router {
  const router = Router();
  for (const portal of PORTALS) {
    const folder = fileURLToPath(new URL(`../../../${portal}/dist/`, import.meta.url));
    // The names of assets change with their content; the page itself is asked for every time.
    router.use(
      `/${portal}/assets`,
      express.static(`${folder}assets`, { immutable: true, maxAge: A_YEAR, fallthrough: false }),
    );
    router.use(`/${portal}`, express.static(folder, { index: false, redirect: false }));
    router.get([`/${portal}`, `/${portal}/{*path}`], (_request, response) => {
      response.set('cache-control', 'no-cache');
      response.sendFile('index.html', { root: folder });
    });
  }
  return router;
}
