import { MAXIMUM_NAME_LENGTH } from '@tandem/domain/inputs';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { In } from 'typeorm';
import { newId } from '../../database/new-id.ts';
import { Requires } from '../../graphql/authorisation.ts';
import { viewerOf, type Context } from '../../graphql/context.ts';
import { answering, Refused } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import { ImportMappingEntity } from './import-mapping.entity.ts';
import { ImportRunEntity } from './import-run.entity.ts';
import {
  ImportColumn,
  ImportFieldType,
  ImportKindEnum,
  ImportKindFieldsType,
  ImportMappingResult,
  ImportMappingType,
  ImportRunType,
  ImportWord,
} from './import.type.ts';
import { FIELDS, fieldOf, takesMappedWords } from './fields.ts';
import { kindsFor, type ImportKind } from './kinds.ts';
import { missingFields } from './recognise.ts';
import { fieldsInWords } from './refusal-words.ts';
import { shown, synonyms } from '@tandem/domain/said';
import { COUNTRY_WORDS } from './words-of-files.ts';

/** How many of the latest imports are listed. */
const LATEST_RUNS = 50;

@Resolver()
export class ImportResolver {
  @Requires('IMPORT', 'MANAGE_MONEY')
  @Query(() => [ImportRunType], {
    description: `The latest ${LATEST_RUNS} imports that were taken in, the latest first; of those who may not import everything, the ones with a file of a kind that they may take in.`,
  })
  async importRuns(@Ctx() context: Context): Promise<ImportRunType[]> {
    const kinds = kindsOf(context);
    const seesAll = viewerOf(context).capabilities.has('IMPORT');
    const runs = await context.db
      .getRepository(ImportRunEntity)
      .createQueryBuilder('run')
      .where(
        seesAll
          ? 'true'
          : `exists (select from jsonb_array_elements(run.files) as file where file ->> 'kind' = any (:kinds))`,
        { kinds: [...kinds] },
      )
      .orderBy('run.committed_at', 'DESC')
      .take(LATEST_RUNS)
      .getMany();
    return runs.map(({ files, ...run }) => {
      // A name of a file can tell of people, so that those who may not import them are not shown it, taken or refused.
      const shown = files.filter(({ kind }) => seesAll || (kind !== null && kinds.has(kind)));
      return { ...run, files: shown, otherFiles: files.length - shown.length };
    });
  }

  @Requires('IMPORT', 'MANAGE_MONEY')
  @Query(() => [ImportKindFieldsType], {
    description: 'Kinds of files that the viewer may take in, and their fields.',
  })
  importKinds(@Ctx() context: Context) {
    return [...kindsOf(context)].map((kind) => ({ kind, fields: fieldsFor(kind, context) }));
  }

  @Requires('SEE_ANALYSES')
  @Query(() => [ImportFieldType], {
    description:
      'What a file of a comparison group may hold, also for those who make one that somebody else takes in.',
  })
  comparisonFields(@Ctx() context: Context) {
    return fieldsFor('COMPARISONS', context);
  }

  @Requires('IMPORT', 'MANAGE_MONEY')
  @Query(() => [ImportMappingType], {
    description: 'Mappings that were kept, by name, of kinds that the viewer may take in.',
  })
  async importMappings(@Ctx() context: Context) {
    const kept = await context.db
      .getRepository(ImportMappingEntity)
      .find({ where: { kind: In([...kindsOf(context)]) }, order: { name: 'ASC' } });
    return kept.map(mappingOf);
  }

  @Requires('IMPORT', 'MANAGE_MONEY')
  @Mutation(() => ImportMappingResult, {
    description:
      'Keeps a mapping under a name. One that has this name already is in its way (NAME_TAKEN), unless it is the one that is replaced.',
  })
  saveImportMapping(
    @Arg('name', () => String) name: string,
    @Arg('kind', () => ImportKindEnum) kind: ImportKind,
    @Arg('columns', () => [ImportColumn]) columns: ImportColumn[],
    @Arg('words', () => [ImportWord], { defaultValue: [] }) words: ImportWord[],
    @Arg('replaces', () => ID, {
      nullable: true,
      description: 'The mapping of this name that it takes the place of; its undo is to put the former back.',
    })
    replaces: string | null,
    @Ctx() context: Context,
  ) {
    return answering(async () => {
      if (!kindsOf(context).has(kind)) throw new Refused({ code: 'KIND_NOT_YOURS', field: 'kind' });
      const trimmed = name.trim();
      if (trimmed === '') throw new Refused({ code: 'REQUIRED', field: 'name' });
      if (trimmed.length > MAXIMUM_NAME_LENGTH)
        throw new Refused({ code: 'TOO_LONG', field: 'name', params: { limit: MAXIMUM_NAME_LENGTH } });
      const mapping = Object.fromEntries(columns.map(({ field, header }) => [field, header]));
      const missing = missingFields(kind, mapping);
      if (missing.length > 0)
        throw new Refused({
          code: 'COLUMN_MISSING',
          field: 'columns',
          params: { columns: fieldsInWords(kind, missing, context.locale) },
        });
      if (!words.every((word) => meansSomething(kind, word)))
        throw new Refused({ code: 'CHOICE_INVALID', field: 'words' });
      return context.db.transaction(async (tx) => {
        const former = await tx.findOne(ImportMappingEntity, {
          where: { name: trimmed },
          lock: { mode: 'pessimistic_write' },
        });
        if (former === null && replaces != null) throw new Refused({ code: 'NOT_FOUND', field: 'replaces' });
        if (former !== null && (former.id !== replaces || !kindsOf(context).has(former.kind)))
          throw new Refused({ code: 'NAME_TAKEN', field: 'name' });
        const saved = { id: former?.id ?? newId(), name: trimmed, kind, columns: mapping, words };
        if (former === null) await tx.insert(ImportMappingEntity, saved);
        else await tx.update(ImportMappingEntity, { id: saved.id }, saved);
        await recordChange(tx, context, {
          action: 'saveImportMapping',
          recordKind: 'importMapping',
          recordId: saved.id,
          subjectId: saved.id,
          before: former,
          after: saved,
        });
        return mappingOf(saved);
      });
    });
  }
}

function fieldsFor(kind: ImportKind, { locale }: Context): ImportFieldType[] {
  return FIELDS[kind].map(({ name, required, headers, words }) => ({
    name,
    required,
    label: shown(headers, locale),
    headers: synonyms(headers),
    choices: Object.entries(words === COUNTRY_WORDS ? {} : (words ?? {})).map(([code, said]) => ({
      code,
      label: shown(said, locale),
      words: synonyms(said),
    })),
  }));
}

/** The word is of a field whose words may be mapped, and means one of its list; which branches there are is seen when the mapping is used. */
function meansSomething(kind: ImportKind, { field: name, means }: ImportWord): boolean {
  const field = fieldOf(kind, name);
  if (field === undefined || !takesMappedWords(field)) return false;
  return field.words === undefined ? means.length <= MAXIMUM_NAME_LENGTH : Object.hasOwn(field.words, means);
}

function kindsOf(context: Context): ReadonlySet<ImportKind> {
  return kindsFor(viewerOf(context).capabilities);
}

function mappingOf({ columns, ...rest }: ImportMappingEntity): ImportMappingType {
  return { ...rest, columns: Object.entries(columns).map(([field, header]) => ({ field, header })) };
}
