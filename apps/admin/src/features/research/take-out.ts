import type { Failure, RefusalSeen } from '@tandem/ui/refusal';
import type { ResearchChoiceInput } from '../../gql/graphql.ts';
import { sessionEnded } from '@tandem/ui/client';
import { download } from '@tandem/ui/download';
import { languageOf, storedLocale } from '@tandem/ui/locale';

interface Asked extends ResearchChoiceInput {
  readonly purpose: string;
  readonly recipient: string;
  readonly use: string;
}

/** It was asked for, and what the server made of it did not come back: it may stand in the trail. */
const LOST: Failure = { code: 'DATA_SET_LOST' };
/** What a proxy answers that waited for the server in vain. */
const OF_A_PROXY: ReadonlySet<number> = new Set([502, 504]);

/** Has the data set made and hands it to the reader; returns why not. Rejects where the server failed, and so made none. */
export async function takeOut(asked: Asked): Promise<RefusalSeen | Failure | undefined> {
  const language = languageOf(storedLocale());
  const response = await fetch('/research/data-set.zip', {
    method: 'POST',
    body: JSON.stringify({ ...asked, language }),
    headers: { 'content-type': 'application/json' },
  }).catch(() => undefined);
  if (response === undefined || OF_A_PROXY.has(response.status)) return LOST;
  if (response.status === 401) sessionEnded.dispatchEvent(new Event('ended'));
  if (response.status === 422) {
    const { errors } = (await response.json()) as { errors: { extensions: RefusalSeen }[] };
    return errors[0]?.extensions;
  }
  if (response.status === 429) {
    const seconds = Number(response.headers.get('retry-after') ?? 60);
    return { code: 'TOO_MANY_REQUESTS', params: { minutes: Math.ceil(seconds / 60) } };
  }
  if (!response.ok) throw new Error(`the data set was answered with ${response.status}`);
  const file = await response.blob().catch(() => undefined);
  if (file === undefined) return LOST;
  const name = /filename="?([^";]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  download(name ?? 'tandem-research.zip', file);
  return undefined;
}
