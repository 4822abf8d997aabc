import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../graphql/enums.ts';
import { resultOf } from '../../graphql/refusal.type.ts';
import { IMPORT_KINDS, type ImportKind } from './kinds.ts';

export const ImportKindEnum = enumOf('ImportKind', IMPORT_KINDS, 'What the rows of a file are.');

@ObjectType('ImportChoice', { description: 'One of a closed list that a cell may hold.' })
export class ImportChoiceType {
  @Field(() => String, { description: 'Its code, which a cell may hold too.' }) code: string;
  @Field(() => String, { description: "Its word in the reader's language." }) label: string;
  @Field(() => [String], { description: 'Words by which it is recognised.' }) words: string[];
}

@ObjectType('ImportField', { description: 'A field that a column of a file may fill.' })
export class ImportFieldType {
  @Field(() => String, { description: 'Its name.' }) name: string;
  @Field(() => String, { description: "What it is called in the reader's language." }) label: string;
  @Field(() => Boolean, { description: 'Whether a file must have it.' }) required: boolean;
  @Field(() => [String], { description: 'Headers by which it is recognised.' }) headers: string[];
  @Field(() => [ImportChoiceType], {
    description:
      'The closed list of which a cell holds one; empty for what is no such list, and for countries.',
  })
  choices: ImportChoiceType[];
}

@ObjectType('ImportKindFields', { description: 'What a kind of file may hold.' })
export class ImportKindFieldsType {
  @Field(() => ImportKindEnum, { description: 'The kind.' }) kind: ImportKind;
  @Field(() => [ImportFieldType], { description: 'Its fields.' }) fields: ImportFieldType[];
}

@ObjectType('ImportedFile', { description: 'A file of an import.' })
export class ImportedFileType {
  @Field(() => String, { description: 'Its name.' }) name: string;
  @Field(() => ImportKindEnum, { nullable: true, description: 'What it held; null where it was not taken.' })
  kind: ImportKind | null;
  @Field(() => Int, { description: 'Rows of the file.' }) rows: number;
  @Field(() => Int, { description: 'Rows that were accepted.' }) accepted: number;
  @Field(() => Int, { description: 'Rows that were refused.' }) refused: number;
}

@ObjectType('ImportRun', { description: 'An import that was taken in.' })
export class ImportRunType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => GraphQLISODateTime, { description: 'When.' }) committedAt: Date;
  @Field(() => String, { description: 'By whom.' }) createdBy: string;
  @Field(() => [ImportedFileType], {
    description:
      'Its files; for those who may not import everything, the ones of kinds that they may take in.',
  })
  files: ImportedFileType[];
  @Field(() => Int, {
    description: 'How many files it had beside these, of which the viewer is told nothing.',
  })
  otherFiles: number;
}

@ObjectType('ImportColumn', { description: 'Which column of a file fills a field.' })
@InputType('ImportColumnInput', { description: 'Which column of a file fills a field.' })
export class ImportColumn {
  @Field(() => String, { description: 'Name of the field.' }) field: string;
  @Field(() => String, { description: 'Header of the column.' }) header: string;
}

@ObjectType('ImportWord', { description: 'What a word in the cells of a field means.' })
@InputType('ImportWordInput', { description: 'What a word in the cells of a field means.' })
export class ImportWord {
  @Field(() => String, { description: 'Name of the field.' }) field: string;
  @Field(() => String, { description: 'The word as the file has it.' }) word: string;
  @Field(() => String, { description: 'A code of the closed list of the field, or the name of a branch.' })
  means: string;
}

@ObjectType('ImportMapping', {
  description: 'Columns and words of a sort of file, kept under a name for next time.',
})
export class ImportMappingType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => String, { description: 'Its name.' }) name: string;
  @Field(() => ImportKindEnum, { description: 'What the rows are.' }) kind: ImportKind;
  @Field(() => [ImportColumn], { description: 'Its columns.' }) columns: ImportColumn[];
  @Field(() => [ImportWord], { description: 'Words of its cells.' }) words: readonly ImportWord[];
}

export const ImportMappingResult = resultOf('ImportMapping', () => ImportMappingType);
