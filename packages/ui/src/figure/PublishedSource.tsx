interface Props {
  readonly published: {
    readonly source: string;
    readonly sourceLanguage?: string | null | undefined;
    readonly link?: string | null | undefined;
  };
}

/** Where a rate was published, marked with the language that it is in, and leading to its page where there is one. */
export function PublishedSource({ published: { source, sourceLanguage, link } }: Props) {
  const lang = sourceLanguage ?? undefined;
  return link == null ? (
    <span lang={lang}>{source}</span>
  ) : (
    <a href={link} rel="noreferrer" lang={lang}>
      {source}
    </a>
  );
}
