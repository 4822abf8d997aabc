import type { Gender } from '@tandem/domain/vocabulary';
import { Field, ID, ObjectType } from 'type-graphql';
import { Guarded, Requires } from '../../graphql/authorisation.ts';
import { GenderEnum } from '../../graphql/enums.ts';
import { declareNeeds } from '../../graphql/look-ahead.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';
import { PersonEntity } from './person.entity.ts';

declareNeeds(PersonEntity, { name: ['givenName', 'familyName'] });

/** Who may see names: of everybody, of one's own people, or of those whose hours one decides on. */
export const SEES_NAMES = ['SEE_PEOPLE', 'SEE_OWN_VOLUNTEERS', 'APPROVE_HOURS'] as const;
const Named = () => Requires(...SEES_NAMES);

@Guarded('id')
@ObjectType('Person', { description: 'Who somebody is.' })
export class PersonType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Named()
  @Field(() => String, { description: 'Given name.' })
  givenName: string;
  @Named()
  @Field(() => String, { description: 'Family name.' })
  familyName: string;
  @Requires('SEE_PEOPLE')
  @Field(() => GenderEnum, { nullable: true, description: 'As stated by the person.' })
  gender: Gender | null;
  @Requires('SEE_PEOPLE')
  @Field(() => CalendarDayScalar, { nullable: true, description: 'Day of birth.' })
  birthDate: string | null;
  @Named()
  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  email: string | null;

  @Requires('SEE_PEOPLE')
  @Field(() => CalendarDayScalar, {
    nullable: true,
    description: 'When who it was was erased; what is left are figures.',
  })
  erasedOn: string | null;

  @Named()
  @Field(() => String, { name: 'name', description: 'Given and family name.' })
  name?(): string {
    return `${this.givenName} ${this.familyName}`;
  }
}
