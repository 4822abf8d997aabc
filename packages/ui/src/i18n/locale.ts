export const LOCALES = ['fr-BE', 'nl-BE', 'en-GB'] as const;
/** The languages of the portals, each with the way of writing numbers and days that goes with it. */
export type Locale = (typeof LOCALES)[number];
export type Language = 'fr' | 'nl' | 'en';

/** Each language in its own name, for the switch. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = {
  'fr-BE': 'Français',
  'nl-BE': 'Nederlands',
  'en-GB': 'English',
};

/** The languages that letters and pages are written in, to choose from. */
export const LANGUAGE_OPTIONS = LOCALES.map((locale) => ({
  value: languageOf(locale),
  label: LOCALE_NAMES[locale],
}));

const STORAGE_KEY = 'tandem.locale';

export function languageOf(locale: Locale): Language {
  return locale.slice(0, 2) as Language;
}

/** The locale of the first language that there is; French, the programme's first language, where there is none. */
export function negotiateLocale(wanted: readonly string[]): Locale {
  for (const tag of wanted) {
    const found = LOCALES.find((locale) => languageOf(locale) === tag.slice(0, 2).toLowerCase());
    if (found !== undefined) return found;
  }
  return 'fr-BE';
}

/** What the reader chose before, else what the browser asks for. */
export function storedLocale(): Locale {
  const kept = localStorage.getItem(STORAGE_KEY);
  return LOCALES.find((locale) => locale === kept) ?? negotiateLocale(navigator.languages);
}

export function storeLocale(locale: Locale): void {
  localStorage.setItem(STORAGE_KEY, locale);
}
