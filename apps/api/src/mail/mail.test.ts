import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { write, type Letter } from './letters.ts';
import { makeSmtpMailer } from './mailer.ts';

const LETTERS: readonly Letter[] = [
  {
    kind: 'INVITATION',
    from: 'Anne <b>Lambert</b>',
    to: 'Zoë',
    link: 'https://tandem.example/admin/?invitation=abc',
    days: 7,
  },
  { kind: 'RESET', to: 'Zoë', link: 'https://tandem.example/reset', minutes: 60 },
  { kind: 'SIGN_IN', to: 'Zoë', link: 'https://tandem.example/in', minutes: 15 },
  { kind: 'VERIFY', to: 'Zoë', link: 'https://tandem.example/verify', minutes: 1440 },
  { kind: 'CREDENTIALS_CHANGED', to: 'Zoë' },
];

let smtp: SMTPServer;
let port: number;
const received: { to: string[]; source: string }[] = [];

beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        received.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          source: Buffer.concat(chunks).toString(),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  ({ port } = smtp.server.address() as AddressInfo);
});
afterAll(() => new Promise<void>((resolve) => smtp.close(resolve)));

describe('a letter', () => {
  test('arrives through SMTP as text and as HTML, from whom it is', async () => {
    const mailer = makeSmtpMailer(`smtp://127.0.0.1:${port}`, 'Tandem <no-reply@tandem.example>');
    await mailer.send('zoe@example.org', 'nl', LETTERS[0] as Letter);
    await mailer.close();
    const [letter] = received;
    expect(letter?.to).toEqual(['zoe@example.org']);
    expect(letter?.source).toContain('From: Tandem <no-reply@tandem.example>');
    expect(letter?.source).toContain('Subject: Uw account op Tandem');
    expect(letter?.source).toContain('Content-Type: text/plain');
    expect(letter?.source).toContain('Content-Type: text/html');
  });

  test('that cannot be handed over says so', async () => {
    const mailer = makeSmtpMailer('smtp://127.0.0.1:1', 'Tandem <no-reply@tandem.example>');
    await expect(mailer.send('zoe@example.org', 'en', LETTERS[1] as Letter)).rejects.toThrow('ECONNREFUSED');
  });

  test.each(
    LETTERS.flatMap((letter) =>
      (['fr', 'nl', 'en'] as const).map((locale) => [letter.kind, locale, letter] as const),
    ),
  )('%s is written in %s, with its link whole and nobody’s markup', (_, locale, letter) => {
    const { subject, text, html } = write(letter, locale);
    expect(subject).not.toBe('');
    expect(text).toContain('Zoë');
    expect(text).toContain('link' in letter ? letter.link : 'Tandem');
    expect(html).toContain(`lang="${locale}"`);
    expect(html).not.toContain('<b>');
  });
});
