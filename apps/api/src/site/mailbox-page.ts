import type { RequestHandler } from 'express';
import { localeOf, type Locale } from '../graphql/locale.ts';
import { escaped } from '../mail/letters.ts';
import type { KeptLetter, Mailbox } from '../mail/mailer.ts';

const WORDS: Readonly<Record<Locale, { title: string; about: string; empty: string; to: string }>> = {
  en: {
    title: 'Mailbox of the sample programme',
    about: 'No letter leaves this machine. Here is what would have been sent, the latest first.',
    empty: 'Nothing has been sent yet.',
    to: 'To',
  },
  fr: {
    title: 'Boîte aux lettres du programme d’exemple',
    about: 'Aucun message ne quitte cette machine. Voici ce qui aurait été envoyé, le plus récent d’abord.',
    empty: 'Rien n’a encore été envoyé.',
    to: 'À',
  },
  nl: {
    title: 'Postbus van het voorbeeldprogramma',
    about: 'Geen bericht verlaat deze machine. Dit zou verstuurd zijn, het laatste eerst.',
    empty: 'Er is nog niets verstuurd.',
    to: 'Aan',
  },
};

const STYLE = `
:root { color-scheme: light dark; --bg: #faf8f5; --card: #fff; --ink: #1f1b16; --quiet: #574f45; --line: #d5ccbf; --accent: #b04208 }
@media (prefers-color-scheme: dark) { :root { --bg: #171512; --card: #1f1c18; --ink: #f3eee7; --quiet: #c6bdb1; --line: #4a433a; --accent: #ff9f66 } }
* { box-sizing: border-box }
body { margin: 0; padding: 32px 16px; background: var(--bg); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
main { max-width: 44rem; margin: 0 auto }
h1 { font-size: 26px; line-height: 1.2; margin: 0 0 8px } h2 { font-size: 18px; margin: 0 }
p { margin: 0 0 12px } .quiet { color: var(--quiet) }
article { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 20px; margin-top: 16px }
header { margin-bottom: 16px } a { color: var(--accent); overflow-wrap: anywhere }
`;

/** What would have been sent, in the sample programme. */
export function mailboxPage(mailbox: Mailbox): RequestHandler {
  return (request, response) => {
    const locale = localeOf(request.headers['accept-language']);
    const { title, about, empty, to } = WORDS[locale];
    const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
    const article = ({ subject, address, at, text }: KeptLetter) =>
      `<article><header><h2>${escaped(subject)}</h2><span class="quiet">${to} ${escaped(address)} · <time datetime="${at.toISOString()}">${time.format(at)}</time></span></header>${text
        .split('\n\n')
        .map((paragraph) => `<p>${linked(paragraph)}</p>`)
        .join('')}</article>`;
    response.set('cache-control', 'no-store').vary('accept-language').type('html').send(`<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="icon" type="image/svg+xml" href="/admin/icon.svg" />
    <title>${title} · Tandem</title>
    <style>${STYLE}</style>
  </head>
  <body>
    <main>
      <h1>${title}</h1>
      <p class="quiet">${about}</p>
      ${mailbox.letters.map(article).join('') || `<p>${empty}</p>`}
    </main>
  </body>
</html>
`);
  };
}

function linked(paragraph: string): string {
  return escaped(paragraph).replace(/https?:\/\/\S+/, (link) => `<a href="${link}">${link}</a>`);
}
