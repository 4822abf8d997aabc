import { createTransport } from 'nodemailer';
import type { Logger } from 'pino';
import type { Locale } from '../graphql/locale.ts';
import { write, type Letter, type WrittenLetter } from './letters.ts';

/** Sends letters. Rejects where a letter could not be handed over. */
export interface Mailer {
  send(address: string, locale: Locale, letter: Letter): Promise<void>;
  close(): Promise<void>;
}

export interface KeptLetter extends WrittenLetter {
  readonly address: string;
  readonly at: Date;
}

const KEPT = 100;

/** Keeps what would have been sent, the latest first: for the sample programme, whose people get no letters. */
export interface Mailbox extends Mailer {
  readonly letters: readonly KeptLetter[];
}

export function makeMailbox(): Mailbox {
  const letters: KeptLetter[] = [];
  return {
    letters,
    send: async (address, locale, letter) => {
      letters.unshift({ ...write(letter, locale), address, at: new Date() });
      letters.splice(KEPT);
    },
    close: async () => undefined,
  };
}

/** @param url of an SMTP server: `smtp://user:password@host:587`, or `smtps://` for TLS from the first byte. */
export function makeSmtpMailer(url: string, from: string): Mailer {
  const transport = createTransport(url, { from });
  return {
    send: async (address, locale, letter) => {
      await transport.sendMail({ to: address, ...write(letter, locale) });
    },
    close: async () => transport.close(),
  };
}

/** A mailer whose failures stand in the log; who sends decides what else follows from them. */
export function logged(mailer: Mailer, log: Logger): Mailer {
  return {
    ...mailer,
    send: async (address, locale, letter) => {
      try {
        await mailer.send(address, locale, letter);
      } catch (error) {
        log.error({ err: error, letter: letter.kind }, 'a letter could not be sent');
        throw error;
      }
    },
  };
}

/** Where nothing is set up to send with. */
export const noMailer: Mailer = {
  send: async () => {
    throw new Error('no letters are sent: SMTP_URL is not set');
  },
  close: async () => undefined,
};
