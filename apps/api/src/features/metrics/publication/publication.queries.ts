import type { Context } from '../../../graphql/context.ts';
import { menuOf, type Question } from '../menu.ts';
import { EVERYBODY } from '../outsider.ts';
import { proposeRelease } from '../propose-release.ts';
import { releaseOf, stateAfter } from '../release-ledger.ts';
import { groupsReleased, released, type Shown } from '../released-figures.ts';
import { inPublishedWords, type PublishedWords } from './published-words.ts';
import {
  PUBLISHED_BY,
  type PreviewedFigureType,
  type PublicationPreviewType,
  type PublicationRecordType,
  type PublicationType,
  type PublishedFigureType,
} from './publication.type.ts';

/** The publication that stands, with its figures as they were released; null where none stands. */
export async function findPublication(context: Context): Promise<PublicationType | null> {
  const [row] = await context.db.query<
    { id: string; releaseId: string; publishedAt: Date; words: PublishedWords | null }[]
  >(
    `select id, release_id as "releaseId", published_at as "publishedAt", words from publication where withdrawn_at is null`,
  );
  if (row === undefined) return null;
  const { id, releaseId, publishedAt, words } = row;
  const state = await releaseOf(context.db, EVERYBODY, releaseId);
  const figures = inPublishedWords(figuresOf(context, state), words ?? {}, context.locale);
  return { id, publishedAt, asOf: state.asOf, figures };
}

/** What publishing would put on the page; nothing of it is told by looking. */
export async function previewPublication(context: Context): Promise<PublicationPreviewType> {
  const proposal = await proposeRelease(context, EVERYBODY);
  const state = proposal.isNew ? stateAfter(proposal.release, proposal.before) : proposal.state;
  const [standing] = await context.db.query<{ releaseId: string }[]>(
    `select release_id as "releaseId" from publication where withdrawn_at is null`,
  );
  const stands = !proposal.isNew && proposal.state.id === standing?.releaseId;
  return { asOf: state.asOf, stands, figures: figuresOf(context, state).map(previewOf) };
}

function previewOf({ result, breakdowns }: PublishedFigureType): PreviewedFigureType {
  const { id, name, unit } = result.definition;
  const groups = breakdowns.flatMap((breakdown) => breakdown.groups);
  return {
    metric: id,
    name,
    unit,
    value: 'value' in result ? result.value : null,
    asOf: 'value' in result ? result.asOf : null,
    reason: 'reason' in result ? result.reason : null,
    groups: groups.length,
    groupsShown: groups.filter((group) => !('reason' in group.result)).length,
  };
}

const RECORD = `select publication.id, as_of as "asOf", published_at as "publishedAt", published_by as "publishedBy",
  withdrawn_at as "withdrawnAt", withdrawn_by as "withdrawnBy"
  from publication join figure_release on figure_release.id = release_id`;

/** All publications, the latest first. */
export function listPublications(context: Context): Promise<PublicationRecordType[]> {
  return context.db.query(`${RECORD} order by publication.id desc`);
}

/** What an operation answers with: the publication that it was about. */
export async function publicationRecord(context: Context, id: string): Promise<PublicationRecordType> {
  const [row] = await context.db.query<PublicationRecordType[]>(`${RECORD} where publication.id = $1`, [id]);
  if (row === undefined) throw new Error('a publication that was there is gone');
  return row;
}

/** Every indicator of the public menu that the release has, whole and in its groups. */
export function figuresOf(context: Context, shown: Shown): PublishedFigureType[] {
  const menu = menuOf(EVERYBODY);
  return menu
    .filter(({ by }) => by.length === 0)
    .flatMap((question) => {
      // Of a social return without a value map, or of an indicator that came since, the release has nothing.
      const result = released(context, shown, question, []);
      if (result === undefined) return [];
      const parts = menu.filter(({ metric, by }) => metric === question.metric && by.length > 0);
      return [{ result, breakdowns: parts.flatMap((part) => breakdownOf(context, shown, part)) }];
    });
}

function breakdownOf(context: Context, shown: Shown, question: Question): PublishedFigureType['breakdowns'] {
  const by = PUBLISHED_BY.find((one) => question.by.join() === one);
  if (by === undefined) throw new Error(`the public page has no breakdown by ${question.by.join()}`);
  const groups = groupsReleased(context, shown, question).map(({ key, answer }) => ({
    key,
    label: key,
    result: answer,
  }));
  return groups.length === 0 ? [] : [{ by, groups }];
}
