import type { RequestHandler } from 'express';
import { localeOf, type Locale } from '../graphql/locale.ts';

interface Words {
  readonly claim: string;
  readonly staff: readonly [title: string, about: string];
  readonly partners: readonly [title: string, about: string];
  readonly developers: readonly [title: string, about: string];
  readonly impact: readonly [title: string, about: string];
  readonly sample: string;
  /** Said where an address leads nowhere. */
  readonly nothing: string;
  /** Said to nobody who opens the explorer. */
  readonly signInFirst: string;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    claim: 'Intergenerational job mentoring, run and measured. Every figure can be defended.',
    staff: ['Programme', 'For coordinators, finance and analysts: duos, indicators, money.'],
    partners: ['Partners', 'For funders and companies: what your support does, your people and their hours.'],
    developers: ['GraphQL', 'For developers: the same figures and records, with a key.'],
    impact: ['Impact', 'For everybody: what the programme achieves, with how it is counted.'],
    nothing: 'There is nothing at this address. This is what there is:',
    signInFirst: 'The explorer asks as you do: sign in to a portal first, then come back.',
    sample: 'This is the sample programme: the sign-in pages offer its accounts.',
  },
  fr: {
    claim: 'Le mentorat intergénérationnel vers l’emploi, géré et mesuré. Chaque chiffre peut être défendu.',
    staff: ['Programme', 'Pour la coordination, les finances et l’analyse : duos, indicateurs, finances.'],
    partners: [
      'Partenaires',
      'Pour les bailleurs et les entreprises : ce que fait votre soutien, vos collaborateurs et leurs heures.',
    ],
    developers: ['GraphQL', 'Pour les développeurs : les mêmes chiffres et données, avec une clé.'],
    impact: ['Impact', 'Pour tout le monde : ce que le programme obtient, et comment c’est compté.'],
    nothing: 'Il n’y a rien à cette adresse. Voici ce qu’il y a :',
    signInFirst: 'L’explorateur interroge en votre nom : connectez-vous d’abord à un portail, puis revenez.',
    sample: 'Ceci est le programme d’exemple : les pages de connexion proposent ses comptes.',
  },
  nl: {
    claim: 'Intergenerationele mentoring naar werk, beheerd en gemeten. Elk cijfer is te verdedigen.',
    staff: ['Programma', 'Voor coördinatie, financiën en analyse: duo’s, indicatoren, financiën.'],
    partners: ['Partners', 'Voor financiers en bedrijven: wat uw steun doet, uw mensen en hun uren.'],
    developers: ['GraphQL', 'Voor ontwikkelaars: dezelfde cijfers en gegevens, met een sleutel.'],
    impact: ['Impact', 'Voor iedereen: wat het programma bereikt, en hoe dat geteld is.'],
    nothing: 'Op dit adres is er niets. Dit is er wel:',
    signInFirst: 'De verkenner vraagt namens u: meld u eerst aan bij een portaal en kom dan terug.',
    sample: 'Dit is het voorbeeldprogramma: de aanmeldpagina’s bieden zijn accounts aan.',
  },
};

const STYLE = `
:root { color-scheme: light dark; --bg: #faf8f5; --ink: #1f1b16; --quiet: #574f45; --line: #d5ccbf; --accent: #b04208 }
@media (prefers-color-scheme: dark) { :root { --bg: #171512; --ink: #f3eee7; --quiet: #c6bdb1; --line: #4a433a; --accent: #ff9f66 } }
* { box-sizing: border-box }
body { margin: 0; min-height: 100vh; display: grid; align-content: center; justify-items: center; padding: 24px;
  background: var(--bg); color: var(--ink); font: 17px/1.5 system-ui, sans-serif }
main { width: 100%; max-width: 46rem }
h1 { margin: 0 0 8px; font-size: 20px; font-weight: 650; display: flex; gap: 8px; align-items: center }
p.claim { margin: 0 0 48px; font-size: clamp(26px, 5vw, 40px); line-height: 1.18; letter-spacing: -0.02em; text-wrap: balance }
ul { margin: 0; padding: 0; list-style: none; border-top: 1px solid var(--line) }
a { display: grid; grid-template-columns: 9rem 1fr; gap: 4px 24px; padding: 16px 0; border-bottom: 1px solid var(--line); color: inherit; text-decoration: none }
a strong { color: var(--accent) } a span { color: var(--quiet) } a:hover strong { text-decoration: underline }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 4px }
small { display: block; margin-top: 24px; color: var(--quiet); font-size: 15px }
@media (max-width: 36em) { a { grid-template-columns: 1fr } p.claim { margin-bottom: 32px } }
`;

const STATUS = { welcome: 200, nothing: 404, signInFirst: 401 } as const;

/** The page at `/`, and wherever there is nothing to open: it leads to the portals and to the API. */
export function landingPage(sampleMode: boolean, says: keyof typeof STATUS = 'welcome'): RequestHandler {
  return (request, response) => {
    const locale = localeOf(request.headers['accept-language']);
    const words = WORDS[locale];
    const { claim, impact, staff, partners, developers, sample } = words;
    const link = (href: string, [title, about]: readonly [string, string]) =>
      `<li><a href="${href}"><strong>${title}</strong><span>${about}</span></a></li>`;
    response.status(STATUS[says]).set('cache-control', 'no-cache').vary('accept-language').type('html')
      .send(`<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="icon" type="image/svg+xml" href="/admin/icon.svg" />
    <title>Tandem</title>
    <style>${STYLE}</style>
  </head>
  <body>
    <main>
      <h1><svg width="28" height="20" viewBox="0 0 26 18" aria-hidden="true"><g fill="none" stroke-width="2.5"><circle cx="9" cy="9" r="7.5" stroke="currentColor" /><circle cx="17" cy="9" r="7.5" stroke="var(--accent)" /></g></svg>Tandem</h1>
      <p class="claim">${claim}</p>
      ${says === 'welcome' ? '' : `<p><strong>${words[says]}</strong></p>`}
      <ul>${link('/impact', impact)}${link('/admin/', staff)}${link('/partner/', partners)}${link('/graphql', developers)}</ul>
      ${sampleMode ? `<small>${sample}</small>` : ''}
    </main>
  </body>
</html>
`);
  };
}
