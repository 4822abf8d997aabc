import { TOTP } from 'otpauth';
import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeBrowser } from '../test/browser.ts';
import { makeBranch } from '../test/programme.ts';
import { serve, type Served } from '../test/serve.ts';
import { openTestkit, type Testkit } from '../test/testkit.ts';
import { newId } from './database/new-id.ts';
import { makeAccount } from './identity/accounts.ts';
import { makeLog } from './log.ts';
import { makeMailbox, makeSmtpMailer, type Mailbox } from './mail/mailer.ts';

/** Stands in everything that is secret or somebody's. */
const CANARY = 'canary-7f3';
const EMAIL = `${CANARY}@example.org`;
const PASSWORD = `${CANARY} correct horse`;

const lines: string[] = [];
const kept = makeMailbox();
let smtp: SMTPServer;
let kit: Testkit;
let served: Served;
beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  const log = makeLog('trace', { write: (line) => void lines.push(line) });
  // A mail server that takes no letter, and repeats for whom it was.
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) => done(new Error(`${address} is unknown`)),
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const { port } = smtp.server.address() as AddressInfo;
  const refused = makeSmtpMailer(`smtp://127.0.0.1:${port}`, 'Tandem <no-reply@example.org>');
  const mailbox: Mailbox = {
    ...kept,
    send: async (...letter) => {
      await kept.send(...letter);
      if (letter[0].startsWith('refused')) await refused.send(...letter);
    },
    close: () => refused.close(),
  };
  served = await serve(kit, { log, mailbox, secondFactor: true });
});
afterAll(async () => {
  await served.close();
  await new Promise<void>((resolve) => smtp.close(resolve));
  await kit.close();
});

test('no secret and nobody’s name, address or words stand in the log, whatever goes wrong', async () => {
  const secrets: string[] = [CANARY];
  const branchId = await makeBranch(kit.db);
  await makeAccount(served.identity, kit.db, {
    name: `Ada ${CANARY}`,
    email: EMAIL,
    password: PASSWORD,
    role: 'ADMINISTRATOR',
    partnerId: null,
  });
  const browser = makeBrowser(served.origin);

  // Signing in: wrong, right, with a second factor, by links.
  await browser.post('/auth/sign-in/email', { email: EMAIL, password: `${PASSWORD} wrong` });
  await browser.post('/auth/sign-in/email', { email: `nobody-${EMAIL}`, password: PASSWORD });
  await browser.post('/auth/sign-in/email', { email: EMAIL, password: PASSWORD });
  const enrolment = (await (
    await browser.post('/auth/two-factor/enable', { password: PASSWORD })
  ).json()) as {
    totpURI: string;
    backupCodes: string[];
  };
  const secret = new URL(enrolment.totpURI).searchParams.get('secret') ?? '';
  secrets.push(secret, ...enrolment.backupCodes);
  await browser.post('/auth/two-factor/verify-totp', { code: '000000' });
  await browser.post('/auth/two-factor/verify-totp', { code: new TOTP({ secret }).generate() });
  await browser.post('/auth/request-password-reset', { email: EMAIL, redirectTo: '/admin/?reset=1' });
  await browser.post('/auth/reset-password', { token: `${CANARY}-token`, newPassword: PASSWORD });
  await browser.post('/auth/sign-in/magic-link', { email: EMAIL, callbackURL: '/partner/' });
  await browser.post('/auth/accept-invitation', { token: CANARY, password: PASSWORD });
  await browser.get(`/auth/callback/sso?code=${CANARY}&state=${CANARY}`);

  // Keys: one that holds, one that does not.
  const made = await browser.ask(
    'mutation ($input: ApiKeyInput!) { createApiKey(input: $input) { ... on NewApiKey { key } } }',
    { input: { name: CANARY, scopes: ['SEE_DUOS'], days: 1 } },
  );
  const { key } = made.data.createApiKey as { key: string };
  secrets.push(key);
  await makeBrowser(served.origin).ask('{ duos { totalCount } }', {}, { 'x-api-key': key });
  await makeBrowser(served.origin).ask('{ duos { totalCount } }', {}, { 'x-api-key': `tandem_${CANARY}` });

  // Letters that cannot be handed over.
  const invite = (email: string) =>
    browser.ask('mutation ($input: InvitationInput!) { inviteAccount(input: $input) { __typename } }', {
      input: { email, name: CANARY, locale: 'fr', role: 'COORDINATOR', branchIds: [branchId] },
    });
  await invite(`refused-${EMAIL}`);
  await invite(`taken-${EMAIL}`);
  await invite(`taken-${EMAIL}`);

  // Words in places where GraphQL, the database or a parser complains of them.
  await browser.ask(`{ ${CANARY.replace('-', '_')} }`);
  await browser.ask(`{ duo(id: "${CANARY}") { id } }`);
  await browser.ask(`{ duos(after: "${CANARY}") { totalCount } }`);
  await browser.ask('query ($id: ID!) { duo(id: $id) { id } }', { id: CANARY });
  await browser.ask('query ($on: CalendarDay!) { figure(metric: DUOS_STARTED, asOf: $on) { __typename } }', {
    on: CANARY,
  });
  await browser.ask(
    'mutation ($id: ID!, $note: String!) { logMeeting(duoId: $id, input: {heldOn: "2017-10-01", minutes: 60, mode: IN_PERSON, note: $note}) { __typename } }',
    { id: newId(), note: CANARY },
  );
  await fetch(`${served.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"query": "${CANARY}`,
  });
  await kit.db.query('alter table cost rename to cost_away');
  const form = new FormData();
  form.append(
    'file',
    new File([`Date;Catégorie;Antenne;Montant\n05/01/2017;${CANARY};${CANARY};x\n`], `${CANARY}.csv`),
  );
  await fetch(`${served.origin}/imports`, { method: 'POST', body: form, headers: { 'x-api-key': key } });
  await browser.ask(`{ costs(search: "${CANARY}") { totalCount } }`);
  await browser.ask('{ costs { totalCount } }');
  await kit.db.query('alter table cost_away rename to cost');

  const links = kept.letters.flatMap(({ text }) =>
    [...text.matchAll(/https?:\/\/\S+/g)].map(([link]) => link),
  );
  expect(links.length).toBeGreaterThan(2);
  for (const link of links)
    for (const token of [...new URL(link).searchParams.values(), ...new URL(link).pathname.split('/')])
      if (token.length > 15) secrets.push(token);

  const log = lines.join('');
  expect(lines.length).toBeGreaterThan(10);
  expect(log).toContain('an operation failed');
  expect(log).toContain('a letter could not be sent');
  expect(secrets.filter((one) => log.includes(one))).toEqual([]);
  process.stdout.write(`Log: ${lines.length} lines hold none of ${secrets.length} secrets and canaries.\n`);
});
