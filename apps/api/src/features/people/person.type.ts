import type { Gender } from '@tandem/domain/vocabulary';
import { Field, ID, ObjectType } from 'type-graphql';
import { Requires } from '../../graphql/authorisation.ts';
import { GenderEnum } from '../../graphql/enums.ts';
import { declareNeeds } from '../../graphql/look-ahead.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';
import { PersonEntity } from './person.entity.ts';

declareNeeds(PersonEntity, { name: ['givenName', 'familyName'] });

@ObjectType('Person', { description: 'Who somebody is.' })
export class PersonType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => String, { description: 'Given name.' }) givenName: string;
  @Field(() => String, { description: 'Family name.' }) familyName: string;
  @Requires('SEE_PEOPLE')
  @Field(() => GenderEnum, { nullable: true, description: 'As stated by the person.' })
  gender: Gender | null;
  @Requires('SEE_PEOPLE')
  @Field(() => CalendarDayScalar, { nullable: true, description: 'Day of birth.' })
  birthDate: string | null;
  @Field(() => String, { nullable: true, description: 'E-mail address.' }) email: string | null;

  @Field(() => String, { name: 'name', description: 'Given and family name.' })
  name?(): string {
    return `${this.givenName} ${this.familyName}`;
  }
}
