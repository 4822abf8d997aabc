import type { RequestHandler } from 'express';

/**
 * Refuses what another site has a browser send with our cookie. A browser names the origin of everything but plain
 * reads; a program that sends its key names none, and brings no cookie along by itself.
 */
export const sameOrigin: RequestHandler = (request, _response, next) => {
  const { origin, host, cookie, 'sec-fetch-site': site } = request.headers;
  const foreign =
    origin === undefined
      ? site !== undefined && site !== 'same-origin' && site !== 'none'
      : !URL.canParse(origin) || new URL(origin).host !== host;
  if (foreign && cookie !== undefined && request.method !== 'GET') next({ status: 403 });
  else next();
};
