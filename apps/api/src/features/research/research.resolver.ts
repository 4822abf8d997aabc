import type { ConsentAsked } from '@tandem/metrics/research/compile-research';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Requires } from '../../graphql/authorisation.ts';
import type { Context } from '../../graphql/context.ts';
import { badRequest } from '../../graphql/errors.ts';
import { given } from '../../graphql/given.ts';
import { limitAccount } from '../../graphql/limit-account.ts';
import { PurposeType } from '../privacy/privacy.type.ts';
import {
  consentAsked,
  dataSetChosen,
  purposeInForce,
  purposesInForce,
  variablesFor,
} from './choose-data-set.ts';
import { previewDataSet, withheldByColumn } from './read-data-set.ts';
import { ResearchChoiceInput, ResearchPreviewType, ResearchVariableType } from './research.type.ts';

/** What a data set for research would be; research.http.ts hands it out. */
@Resolver()
export class ResearchResolver {
  @Requires('EXPORT_RESEARCH_DATA')
  @Query(() => [ResearchVariableType], {
    description: 'The columns that the viewer may take out for research, in the order of the file.',
  })
  researchVariables(@Ctx() context: Context): ResearchVariableType[] {
    return variablesFor(context).map(({ name, words, kind, role, byDefault }) => ({
      name,
      label: words[context.locale],
      kind,
      role,
      byDefault,
    }));
  }

  @Requires('EXPORT_RESEARCH_DATA')
  @Query(() => [PurposeType], {
    description: 'The purposes for which data may be taken out: those in force today.',
  })
  researchPurposes(@Ctx() { db, today }: Context) {
    return purposesInForce(db, today);
  }

  @Requires('EXPORT_RESEARCH_DATA')
  @Query(() => ResearchPreviewType, {
    description:
      'What a data set would hold, and how far the people in it are protected. `POST /research/data-set.zip` makes it.',
  })
  async researchPreview(
    @Arg('choice', () => ResearchChoiceInput) choice: ResearchChoiceInput,
    @Arg('purpose', () => String, {
      nullable: true,
      description: 'Key of the purpose; where none is chosen yet, nobody is left out for want of a consent.',
    })
    purpose: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<ResearchPreviewType> {
    const { variables, scope, smallestGroup } = dataSetChosen(context, choice);
    await limitAccount(context, 'dataSetPreviews');
    const scopeOf = async () => ({
      ...scope,
      consentTo: given(purpose) ? await consentOf(context, purpose) : undefined,
    });
    const preview = await previewDataSet(context, variables, scopeOf, smallestGroup);
    const withheld = preview.withheld && withheldByColumn(preview);
    return { ...preview, asOf: scope.asOf, withheld };
  }
}

async function consentOf({ db, today }: Context, key: string): Promise<ConsentAsked | undefined> {
  const purpose = await purposeInForce(db, key, today);
  if (purpose === undefined) throw badRequest(`${key} is no purpose that is in force.`);
  return consentAsked(purpose);
}
