import type { ConsentStatus, DataCategory, DataRecipient, LegalBasis } from '@tandem/domain/vocabulary';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Guarded, Requires } from '../../graphql/authorisation.ts';
import {
  ConsentStatusEnum,
  DataCategoryEnum,
  DataRecipientEnum,
  LegalBasisEnum,
} from '../../graphql/enums.ts';
import { resultOf } from '../../graphql/refusal.type.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';

const Recorded = () => Requires('RECORD_CONSENT', 'MANAGE_PRIVACY');
const Managed = () => Requires('MANAGE_PRIVACY');

@ObjectType('TextInLanguages', { description: 'The same text in each language of the programme.' })
export class TextInLanguagesType {
  @Field(() => String, { description: 'French.' }) fr: string;
  @Field(() => String, { description: 'Dutch.' }) nl: string;
  @Field(() => String, { description: 'English.' }) en: string;
}

@ObjectType('Purpose', { description: 'A version of a purpose for which personal data is processed.' })
export class PurposeType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => String, { description: 'The same in all versions.' }) key: string;
  @Field(() => Int, { description: 'From 1 on.' }) version: number;
  @Field(() => Boolean, { description: 'Whether there is no later version.' }) latest: boolean;
  @Field(() => TextInLanguagesType, { description: 'Its name.' }) name: TextInLanguagesType;
  @Field(() => TextInLanguagesType, { description: 'What is done, and why.' })
  description: TextInLanguagesType;
  @Field(() => LegalBasisEnum, { description: 'What makes it lawful; consent is asked where it is consent.' })
  legalBasis: LegalBasis;
  @Field(() => [DataCategoryEnum], { description: 'Which data.' }) dataCategories: DataCategory[];
  @Field(() => [DataRecipientEnum], { description: 'Who is given it.' }) recipients: DataRecipient[];
  @Field(() => CalendarDayScalar, { description: 'The first day on which it is in force.' }) fromDay: string;
}

@Guarded('id')
@ObjectType('Consent', { description: 'What somebody said to a version of a purpose.' })
export class ConsentType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Recorded()
  @Field(() => String, { description: 'The key of the purpose.' })
  purpose: string;
  @Recorded()
  @Field(() => Int, { description: 'The version of it.' })
  version: number;
  @Recorded()
  @Field(() => ConsentStatusEnum, { description: 'What was said.' })
  status: ConsentStatus;
  @Recorded()
  @Field(() => CalendarDayScalar, {
    nullable: true,
    description: 'On which day; null where a file said it without one.',
  })
  onDay: string | null;
  @Recorded()
  @Field(() => GraphQLISODateTime, { description: 'When it was written down.' })
  recordedAt: Date;
  @Recorded()
  @Field(() => String, { nullable: true, description: 'By whom; null for a file.' })
  recordedBy: string | null;
}

@Guarded('id')
@ObjectType('LegalHold', { description: 'While it stands, nothing of a person is erased.' })
export class LegalHoldType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Managed()
  @Field(() => ID, { description: 'Of whom.' })
  personId: string;
  @Managed()
  @Field(() => String, { description: 'Their name.' })
  name: string;
  @Managed()
  @Field(() => ID, { nullable: true, description: 'The person as a mentee.' })
  menteeId: string | null;
  @Managed()
  @Field(() => ID, { nullable: true, description: 'The person as a mentor.' })
  mentorId: string | null;
  @Managed()
  @Field(() => String, { description: 'Why.' })
  reason: string;
  @Managed()
  @Field(() => GraphQLISODateTime, { description: 'Since when.' })
  placedAt: Date;
  @Managed()
  @Field(() => String, { description: 'By whom.' })
  placedBy: string;
  @Managed()
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was lifted.' })
  liftedAt: Date | null;
  @Managed()
  @Field(() => String, { nullable: true, description: 'By whom it was lifted.' })
  liftedBy: string | null;
}

@Guarded('id', 'viewerCanManage')
@ObjectType('PersonPrivacy', {
  description: 'What a person said to the use of their data, and what holds it.',
})
export class PersonPrivacyType {
  @Field(() => ID, { description: 'UUID of the person.' }) id: string;
  @Recorded()
  @Field(() => String, { description: 'Their name.' })
  name: string;
  @Recorded()
  @Field(() => CalendarDayScalar, { nullable: true, description: 'When who it was was erased.' })
  erasedOn: string | null;
  @Recorded()
  @Field(() => ID, { nullable: true, description: 'The person as a mentee.' })
  menteeId: string | null;
  @Recorded()
  @Field(() => ID, { nullable: true, description: 'The person as a mentor.' })
  mentorId: string | null;
}

@InputType({ description: 'What somebody said to a purpose.' })
export class ConsentInput {
  @Field(() => String, { description: 'The key of a purpose that rests on consent.' }) purpose: string;
  @Field(() => ConsentStatusEnum, { description: 'What was said.' }) answer: ConsentStatus;
  @Field(() => CalendarDayScalar, { description: 'On which day.' }) onDay: string;
}

@InputType({ description: 'A purpose, or the next version of one.' })
export class PurposeInput {
  @Field(() => String, { description: 'Capital letters, digits and underscores.' }) key: string;
  @Field(() => String, { description: 'Its name in French.' }) nameFr: string;
  @Field(() => String, { description: 'Its name in Dutch.' }) nameNl: string;
  @Field(() => String, { description: 'Its name in English.' }) nameEn: string;
  @Field(() => String, { description: 'What is done, and why, in French.' }) descriptionFr: string;
  @Field(() => String, { description: 'What is done, and why, in Dutch.' }) descriptionNl: string;
  @Field(() => String, { description: 'What is done, and why, in English.' }) descriptionEn: string;
  @Field(() => LegalBasisEnum, { description: 'What makes it lawful.' }) legalBasis: LegalBasis;
  @Field(() => [DataCategoryEnum], { description: 'Which data.' }) dataCategories: DataCategory[];
  @Field(() => [DataRecipientEnum], { description: 'Who is given it.' }) recipients: DataRecipient[];
  @Field(() => CalendarDayScalar, { description: 'The first day on which it is in force.' }) fromDay: string;
}

export const PurposeResult = resultOf('Purpose', () => PurposeType);
export const PersonPrivacyResult = resultOf('PersonPrivacy', () => PersonPrivacyType);
