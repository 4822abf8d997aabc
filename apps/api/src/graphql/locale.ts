const LOCALES = ['fr', 'nl', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** The first of the header's languages that there is; else French, the programme's first language, or what is said. */
export function localeOf(acceptLanguage: string | undefined, otherwise: Locale = 'fr'): Locale {
  const wanted = (acceptLanguage ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return (
    wanted.map((tag) => LOCALES.find((locale) => locale === tag)).find((locale) => locale !== undefined) ??
    otherwise
  );
}
