import { BlockList, isIP } from 'node:net';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { StartupError } from './database/startup-error.ts';
import type { OidcOptions } from './identity/auth.ts';

const flag = z
  .enum(['0', '1', 'true', 'false', 'yes', 'no'])
  .transform((word) => ['1', 'true', 'yes'].includes(word));

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(4000),
  HOST: z.string().default('127.0.0.1'),
  /** A PostgreSQL of one's own, 15 or later; without it the embedded one runs in TANDEM_DATA. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  TANDEM_DATA: z.string().optional(),
  /** Load the sample programme and offer its accounts. By default only with the embedded database. */
  TANDEM_SAMPLE: flag.optional(),
  /** The address under which people reach the platform, for cookies and links. */
  PUBLIC_URL: z.url().optional(),
  /** Addresses or networks of the proxies before the platform, separated by commas. */
  TRUSTED_PROXIES: z.string().optional(),
  /** Accept from browsers only the operations that the portals were built with. */
  PERSISTED_ONLY: flag.default(false),
  AUTH_SECRET: z.string().min(32).optional(),
  /** Where letters are handed over. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .optional(),
  /** From whom letters are. */
  MAIL_FROM: z.string().default('Tandem <no-reply@localhost>'),
  /** Single sign-on with OpenID Connect. */
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default('OpenID Connect'),
  /** How often may be asked is limited, unless a load test needs otherwise. */
  RATE_LIMITS: flag.default(true),
  LC_ALL: z.string().optional(),
  LANG: z.string().optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export interface Environment {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string | undefined;
  readonly dataDirectory: string;
  readonly sample: boolean;
  readonly publicUrl: string;
  readonly trustedProxies: string | undefined;
  readonly persistedOnly: boolean;
  readonly authSecret: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly oidc: OidcOptions | undefined;
  readonly rateLimits: boolean;
  readonly logLevel: string;
  /** The language of the terminal, for commands that report in words. */
  readonly language: string | undefined;
}

/** The only reader of the environment. Throws a StartupError that names each variable that is wrong. */
export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const parsed = schema.safeParse(variables);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new StartupError(`The environment is not right: ${problems.join('; ')}.`);
  }
  const {
    PORT,
    HOST,
    DATABASE_URL,
    TANDEM_DATA,
    TANDEM_SAMPLE,
    PUBLIC_URL,
    TRUSTED_PROXIES,
    PERSISTED_ONLY,
    AUTH_SECRET,
    SMTP_URL,
    MAIL_FROM,
    RATE_LIMITS,
    LOG_LEVEL,
    LC_ALL,
    LANG,
  } = parsed.data;
  // By its name: browsers keep passkeys for names only.
  const publicUrl = PUBLIC_URL ?? `http://${HOST === '127.0.0.1' ? 'localhost' : HOST}:${PORT}`;
  const sample = TANDEM_SAMPLE ?? DATABASE_URL === undefined;
  if (
    sample &&
    TANDEM_SAMPLE === undefined &&
    !(isLoopback(HOST) && (PUBLIC_URL === undefined || isLoopback(new URL(PUBLIC_URL).hostname)))
  )
    throw new StartupError(
      'Others could reach the platform (HOST or PUBLIC_URL), and everybody may use the accounts of the sample programme: set TANDEM_SAMPLE=no for a programme of your own, or TANDEM_SAMPLE=yes if that is meant.',
    );
  return {
    port: PORT,
    host: HOST,
    databaseUrl: DATABASE_URL,
    dataDirectory: resolve(TANDEM_DATA ?? fileURLToPath(new URL('../../../.data', import.meta.url))),
    sample,
    publicUrl,
    trustedProxies: TRUSTED_PROXIES,
    persistedOnly: PERSISTED_ONLY,
    authSecret: AUTH_SECRET,
    smtpUrl: SMTP_URL,
    mailFrom: MAIL_FROM,
    oidc: oidcOf(parsed.data),
    rateLimits: RATE_LIMITS,
    logLevel: LOG_LEVEL,
    language: LC_ALL ?? LANG,
  };
}

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** Whether nobody but this machine is meant by it. */
function isLoopback(host: string): boolean {
  const name = host.replace(/^\[(.*)\]$/, '$1');
  const family = isIP(name);
  if (family === 0) return name === 'localhost' || name.endsWith('.localhost');
  return LOOPBACK.check(name, family === 6 ? 'ipv6' : 'ipv4');
}

/** All of it or nothing: half a single sign-on is a mistake. */
function oidcOf({
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: clientId,
  OIDC_CLIENT_SECRET: clientSecret,
  OIDC_NAME: name,
}: z.output<typeof schema>): OidcOptions | undefined {
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return undefined;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined)
    throw new StartupError(
      'The environment is not right: OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together.',
    );
  return { issuer, clientId, clientSecret, name };
}
