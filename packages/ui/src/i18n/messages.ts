import type { Language } from './locale.ts';

export type Messages = Readonly<Record<string, string>>;
/** Loads a package's messages of a language, when that language is first shown. */
export type MessageLoader = (language: Language) => Promise<Messages>;

/** The messages of the design system itself, of the domain's words and of refusals. */
export const ownMessages: MessageLoader = async (language) => {
  switch (language) {
    case 'fr':
      return (await import('../messages/fr.json')).default;
    case 'nl':
      return (await import('../messages/nl.json')).default;
    case 'en':
      return (await import('../messages/en.json')).default;
  }
};
