import type { RequestHandler } from 'express';

/**
 * What may be asked below /auth: what the portals and letters use, and nothing else of what the library offers. Accounts
 * and keys are managed through GraphQL, where what one may is checked.
 */
const OPEN: readonly RegExp[] = [
  /^\/(get-session|sign-out|list-sessions|revoke-session|revoke-other-sessions|update-user|error)$/,
  /^\/sign-in\/(email|social|magic-link)$/,
  /^\/magic-link\/verify$/,
  /^\/callback\/[a-z]+$/,
  /^\/(invitation|accept-invitation)$/,
  /^\/(request-password-reset|reset-password|reset-password\/[\w-]+|change-password|change-email|verify-email)$/,
  /^\/two-factor\/(enable|disable|generate-backup-codes|verify-totp|verify-backup-code)$/,
  /^\/passkey\/(generate-register-options|verify-registration|generate-authenticate-options|verify-authentication|list-user-passkeys|delete-passkey)$/,
];

export const opensPaths: RequestHandler = (request, _response, next) => {
  next(OPEN.some((path) => path.test(request.path)) ? undefined : { status: 404 });
};
