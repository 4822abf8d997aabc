import { MAXIMUM_NAME_LENGTH } from '@tandem/domain/inputs';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { newId } from '../../database/new-id.ts';
import { Requires } from '../../graphql/authorisation.ts';
import type { Context } from '../../graphql/context.ts';
import { answering, Refused } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import { ImportMappingEntity } from './import-mapping.entity.ts';
import { ImportRunEntity } from './import-run.entity.ts';
import {
  ImportColumn,
  ImportKindEnum,
  ImportKindFieldsType,
  ImportMappingResult,
  ImportMappingType,
  ImportRunType,
} from './import.type.ts';
import { FIELDS, IMPORT_KINDS, missingFields, type ImportKind } from './kinds.ts';

/** How many of the latest imports are listed. */
const LATEST_RUNS = 50;

@Resolver()
export class ImportResolver {
  @Requires('IMPORT')
  @Query(() => [ImportRunType], {
    description: `The latest ${LATEST_RUNS} imports that were taken in, the latest first.`,
  })
  importRuns(@Ctx() { db }: Context) {
    return db.getRepository(ImportRunEntity).find({ order: { committedAt: 'DESC' }, take: LATEST_RUNS });
  }

  @Requires('IMPORT')
  @Query(() => [ImportKindFieldsType], {
    description: 'Kinds of files that can be taken in, and their fields.',
  })
  importKinds() {
    return IMPORT_KINDS.map((kind) => ({
      kind,
      fields: FIELDS[kind].map(({ name, required, headers }) => ({
        name,
        required,
        headers: headers.split('|'),
      })),
    }));
  }

  @Requires('IMPORT')
  @Query(() => [ImportMappingType], { description: 'Mappings that were kept, by name.' })
  async importMappings(@Ctx() { db }: Context) {
    const kept = await db.getRepository(ImportMappingEntity).find({ order: { name: 'ASC' } });
    return kept.map(mappingOf);
  }

  @Requires('IMPORT')
  @Mutation(() => ImportMappingResult, {
    description: 'Keeps a mapping under a name; one that has this name already is replaced.',
  })
  saveImportMapping(
    @Arg('name', () => String) name: string,
    @Arg('kind', () => ImportKindEnum) kind: ImportKind,
    @Arg('columns', () => [ImportColumn]) columns: ImportColumn[],
    @Ctx() context: Context,
  ) {
    return answering(async () => {
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
          params: { columns: missing.join(', ') },
        });
      const saved = { id: newId(), name: trimmed, kind, columns: mapping };
      return context.db.transaction(async (tx) => {
        await tx.delete(ImportMappingEntity, { name: trimmed });
        await tx.insert(ImportMappingEntity, saved);
        await recordChange(tx, context, {
          action: 'saveImportMapping',
          recordKind: 'importMapping',
          recordId: saved.id,
          subjectId: saved.id,
          after: saved,
        });
        return mappingOf(saved);
      });
    });
  }
}

function mappingOf({ columns, ...rest }: ImportMappingEntity): ImportMappingType {
  return { ...rest, columns: Object.entries(columns).map(([field, header]) => ({ field, header })) };
}
