import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * Every answer says what its page may do: load its own scripts, styles and pictures and talk to its own server, nothing
 * else. No inline script and no evaluation; styles may be inline, since the components of the portals and the editor of
 * the explorer write style elements; the editor's stylesheet also carries its fonts.
 */
const POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  workerSrc: ["'self'"],
  manifestSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
  objectSrc: ["'none'"],
};

/** What a browser could do that no page of ours needs. */
const PERMISSIONS =
  'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()';

const TWO_YEARS = 2 * 365 * 24 * 60 * 60;

/** @param publicUrl with `https:`, browsers are told to come back by nothing else. */
export function securityHeaders(publicUrl: string): RequestHandler[] {
  const secure = publicUrl.startsWith('https:');
  return [
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: POLICY },
      strictTransportSecurity: secure && { maxAge: TWO_YEARS, includeSubDomains: true },
      xFrameOptions: { action: 'deny' },
    }),
    (_request, response, next) => {
      response.setHeader('permissions-policy', PERMISSIONS);
      next();
    },
  ];
}

/** Answers about people and figures stay in no cache. */
export const notStored: RequestHandler = (_request, response, next) => {
  response.setHeader('cache-control', 'no-store');
  next();
};
