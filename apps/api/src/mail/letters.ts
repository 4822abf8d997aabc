import type { Locale } from '../graphql/locale.ts';

/** Everything that the platform writes by e-mail. Days and minutes are how long a link holds. */
export type Letter =
  | {
      readonly kind: 'INVITATION';
      readonly from: string;
      readonly to: string;
      readonly link: string;
      readonly days: number;
    }
  | {
      readonly kind: 'RESET' | 'SIGN_IN' | 'VERIFY';
      readonly to: string;
      readonly link: string;
      readonly minutes: number;
    }
  | { readonly kind: 'CREDENTIALS_CHANGED'; readonly to: string };

interface Words {
  readonly subject: string;
  readonly body: readonly string[];
  /** What the link is called. */
  readonly action?: string;
}

export interface WrittenLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const GREETING: Readonly<Record<Locale, (name: string) => string>> = {
  en: (name) => `Dear ${name},`,
  fr: (name) => `Bonjour ${name},`,
  nl: (name) => `Beste ${name},`,
};
const NOT_YOU: Readonly<Record<Locale, string>> = {
  en: 'If you did not expect this letter, you need not do anything.',
  fr: 'Si vous n’attendiez pas ce message, vous n’avez rien à faire.',
  nl: 'Verwachtte u dit bericht niet, dan hoeft u niets te doen.',
};
const WARNING: Readonly<Record<Locale, string>> = {
  en: 'If it was not you, set a new password at once and tell the programme.',
  fr: 'Si ce n’était pas vous, choisissez tout de suite un nouveau mot de passe et prévenez le programme.',
  nl: 'Was u het niet, stel dan meteen een nieuw wachtwoord in en verwittig het programma.',
};

function wordsOf(letter: Letter, locale: Locale): Words {
  switch (letter.kind) {
    case 'INVITATION': {
      const { from, days } = letter;
      return {
        en: {
          subject: 'Your account on Tandem',
          body: [
            `${from} has made you a place on Tandem, the platform of the mentoring programme.`,
            `The link holds for ${days} days, once.`,
          ],
          action: 'Open the account',
        },
        fr: {
          subject: 'Votre compte sur Tandem',
          body: [
            `${from} vous a ouvert un accès à Tandem, la plateforme du programme de mentorat.`,
            `Le lien est valable ${days} jours, une seule fois.`,
          ],
          action: 'Ouvrir le compte',
        },
        nl: {
          subject: 'Uw account op Tandem',
          body: [
            `${from} heeft voor u een plaats gemaakt op Tandem, het platform van het mentoringprogramma.`,
            `De link geldt ${days} dagen, één keer.`,
          ],
          action: 'Account openen',
        },
      }[locale];
    }
    case 'RESET': {
      const { minutes } = letter;
      return {
        en: {
          subject: 'A new password for Tandem',
          body: [`Choose a new password with this link. It holds for ${minutes} minutes, once.`],
          action: 'Choose a password',
        },
        fr: {
          subject: 'Un nouveau mot de passe pour Tandem',
          body: [
            `Choisissez un nouveau mot de passe avec ce lien, valable ${minutes} minutes, une seule fois.`,
          ],
          action: 'Choisir un mot de passe',
        },
        nl: {
          subject: 'Een nieuw wachtwoord voor Tandem',
          body: [`Kies met deze link een nieuw wachtwoord. Hij geldt ${minutes} minuten, één keer.`],
          action: 'Wachtwoord kiezen',
        },
      }[locale];
    }
    case 'SIGN_IN': {
      const { minutes } = letter;
      return {
        en: {
          subject: 'Sign in to Tandem',
          body: [`This link signs you in. It holds for ${minutes} minutes, once.`],
          action: 'Sign in',
        },
        fr: {
          subject: 'Se connecter à Tandem',
          body: [`Ce lien vous connecte. Il est valable ${minutes} minutes, une seule fois.`],
          action: 'Se connecter',
        },
        nl: {
          subject: 'Aanmelden bij Tandem',
          body: [`Met deze link meldt u zich aan. Hij geldt ${minutes} minuten, één keer.`],
          action: 'Aanmelden',
        },
      }[locale];
    }
    case 'VERIFY': {
      const { minutes } = letter;
      return {
        en: {
          subject: 'Your address for Tandem',
          body: [`Confirm that this address is yours. The link holds for ${minutes} minutes.`],
          action: 'Confirm the address',
        },
        fr: {
          subject: 'Votre adresse pour Tandem',
          body: [`Confirmez que cette adresse est la vôtre. Le lien est valable ${minutes} minutes.`],
          action: 'Confirmer l’adresse',
        },
        nl: {
          subject: 'Uw adres voor Tandem',
          body: [`Bevestig dat dit adres van u is. De link geldt ${minutes} minuten.`],
          action: 'Adres bevestigen',
        },
      }[locale];
    }
    case 'CREDENTIALS_CHANGED':
      return {
        en: {
          subject: 'How you sign in to Tandem has changed',
          body: ['Your password, address, second factor or passkey was changed just now.'],
        },
        fr: {
          subject: 'Votre façon de vous connecter à Tandem a changé',
          body: [
            'Votre mot de passe, votre adresse, votre second facteur ou votre clé d’accès vient d’être modifié.',
          ],
        },
        nl: {
          subject: 'Uw manier van aanmelden bij Tandem is gewijzigd',
          body: ['Uw wachtwoord, adres, tweede factor of toegangssleutel is zojuist gewijzigd.'],
        },
      }[locale];
  }
}

/** The letter in the reader's language, as text and as HTML. */
export function write(letter: Letter, locale: Locale): WrittenLetter {
  const { subject, body, action } = wordsOf(letter, locale);
  const link = 'link' in letter ? letter.link : undefined;
  const greeting = GREETING[locale](letter.to);
  const closing = letter.kind === 'CREDENTIALS_CHANGED' ? WARNING[locale] : NOT_YOU[locale];
  const paragraph = (words: string) => `<p style="margin:0 0 16px">${escaped(words)}</p>`;
  const button =
    link === undefined
      ? ''
      : `<p style="margin:24px 0"><a href="${escaped(link)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#b04208;color:#fff;text-decoration:none;font-weight:600">${escaped(action ?? '')}</a></p>`;
  return {
    subject,
    text: [greeting, ...body, ...(link === undefined ? [] : [`${action}: ${link}`]), closing, 'Tandem'].join(
      '\n\n',
    ),
    html: `<!doctype html><html lang="${locale}"><body style="margin:0;padding:32px 16px;background:#faf8f5;color:#1f1b16;font:16px/1.5 system-ui,sans-serif"><main style="max-width:32rem;margin:0 auto">${[
      greeting,
      ...body,
    ]
      .map(paragraph)
      .join('')}${button}<p style="margin:0;color:#574f45">${escaped(closing)}</p></main></body></html>`,
  };
}

export function escaped(text: string): string {
  return text.replaceAll(
    /[&<>"']/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? sign,
  );
}
