import type { Refusal } from '@tandem/domain/refusal';
import type { ResearchChoiceInput } from '../../gql/graphql.ts';
import { sessionEnded } from '@tandem/ui/client';
import { download } from '@tandem/ui/download';
import { languageOf, storedLocale } from '@tandem/ui/locale';

interface Asked extends ResearchChoiceInput {
  readonly purpose: string;
  readonly recipient: string;
  readonly use: string;
}

/** Has the data set made and hands it to the reader; returns why not. Rejects where the server did not take the request as a whole. */
export async function takeOut(asked: Asked): Promise<Refusal | undefined> {
  const language = languageOf(storedLocale());
  const response = await fetch('/research/data-set.zip', {
    method: 'POST',
    body: JSON.stringify({ ...asked, language }),
    headers: { 'content-type': 'application/json' },
  });
  if (response.status === 401) sessionEnded.dispatchEvent(new Event('ended'));
  if (response.status === 422) {
    const { errors } = (await response.json()) as { errors: { extensions: Refusal }[] };
    return errors[0]?.extensions;
  }
  if (!response.ok) throw new Error(`the data set was answered with ${response.status}`);
  const name = /filename="?([^";]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  download(name ?? 'tandem-research.zip', await response.blob());
  return undefined;
}
