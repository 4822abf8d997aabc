import { Alert, Anchor, Button, Group, List, Stack } from '@mantine/core';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import {
  FormProvider,
  useForm,
  useFormContext,
  type DefaultValues,
  type FieldErrors,
  type FieldValues,
  type Path,
} from 'react-hook-form';
import { FormattedMessage } from 'react-intl';
import type { z } from 'zod';
import { isAnswerLost } from '../session/client.ts';
import type { Failure, RefusalSeen } from '../session/refusal.ts';
import { Conflict } from './Conflict.tsx';
import { errorOf, resolverOf, useErrorWords } from './form-errors.ts';

interface Props<Schema extends z.ZodType<FieldValues, FieldValues>> {
  /** The domain's schema of the operation: the same that the API checks with. */
  readonly schema: Schema;
  readonly defaultValues: DefaultValues<z.input<Schema>>;
  /** Under this name what is typed is kept until it is saved, even if the form is closed or the page reloaded. */
  readonly draftKey: string;
  readonly submitLabel: string;
  /**
   * Does it; a refusal is shown where it belongs and nothing typed is lost. `over` is the version that is to be saved over
   * knowingly, in the place of the one that the form began with.
   */
  readonly onSubmit: (values: z.output<Schema>, over?: number) => Promise<RefusalSeen | Failure | undefined>;
  /** Of a form that changes a record: shows what somebody else saved meanwhile, in the place of what was typed. */
  readonly onTakeTheirs?: () => Promise<void>;
  readonly children: ReactNode;
}

/** A form for one operation of the domain. */
export function DomainForm<Schema extends z.ZodType<FieldValues, FieldValues>>({
  schema,
  defaultValues,
  draftKey,
  submitLabel,
  onSubmit,
  onTakeTheirs,
  children,
}: Props<Schema>) {
  type Input = z.input<Schema>;
  const storageKey = `tandem.draft.${draftKey}`;
  const [draft, setDraft] = useState(() => readDraft<Input>(storageKey));
  const form = useForm<Input, unknown, z.output<Schema>>({
    resolver: useMemo(() => resolverOf(schema), [schema]),
    defaultValues: { ...defaultValues, ...draft },
    mode: 'onTouched',
  });
  const { isSubmitting, errors } = form.formState;
  const [base] = useState<FieldValues>(defaultValues);
  const [drawn] = useState(() => new Map<string, string>());

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => {
          const changes = changesOf(base, values);
          if (Object.keys(changes).length === 0) sessionStorage.removeItem(storageKey);
          else sessionStorage.setItem(storageKey, JSON.stringify(changes));
        },
      }),
    [form, storageKey, base],
  );

  const [conflict, setConflict] = useState<RefusalSeen>();
  const save = async (values: z.output<Schema>, over?: number) => {
    let failed = false;
    const refusal = await onSubmit(values, over).catch((error: unknown) => {
      failed = true;
      return failureOf(error);
    });
    const stale = refusal?.code === 'CHANGED_MEANWHILE' && onTakeTheirs !== undefined;
    // Where no answer came, what somebody else changed meanwhile is as it was.
    if (!failed) setConflict(stale ? refusal : undefined);
    if (refusal === undefined) sessionStorage.removeItem(storageKey);
    if (refusal === undefined || stale) return;
    const field = refusal.field as Path<Input> | undefined;
    const target = field !== undefined && drawn.has(field) ? field : 'root';
    form.setError(target, errorOf(refusal), { shouldFocus: target !== 'root' });
  };
  const submit = form.handleSubmit((values) => save(values));
  const saveMine = form.handleSubmit((values) => {
    const version = conflict?.params?.['version'];
    return save(values, typeof version === 'number' ? version : undefined);
  });
  const takeTheirs = async () => {
    sessionStorage.removeItem(storageKey);
    await onTakeTheirs?.();
  };
  const discard = () => {
    sessionStorage.removeItem(storageKey);
    setDraft(undefined);
    form.reset(defaultValues);
  };

  return (
    <FormProvider {...form}>
      <DrawnFields value={drawn}>
        <form noValidate onSubmit={(event) => void submit(event)}>
          <Stack gap="md">
            {draft !== undefined && (
              <Alert color="gray">
                <FormattedMessage id="form.draft" />{' '}
                <Anchor component="button" type="button" onClick={discard}>
                  <FormattedMessage id="form.discardDraft" />
                </Anchor>
              </Alert>
            )}
            <ErrorSummary errors={errors} />
            {conflict !== undefined && (
              <Conflict
                changes={conflict.changes ?? []}
                saving={isSubmitting}
                onSaveMine={() => void saveMine()}
                onTakeTheirs={() => void takeTheirs()}
              />
            )}
            {children}
            <Group justify="flex-end">
              <Button type="submit" loading={isSubmitting}>
                {submitLabel}
              </Button>
            </Group>
          </Stack>
        </form>
      </DrawnFields>
    </FormProvider>
  );
}

/** The labels of the fields that stand in the form around, by name: what is wrong with another one is said above them all. */
const DrawnFields = createContext<Map<string, string>>(new Map());

/** What was typed over the values that the form began with: only that is kept as a draft, so that nothing else grows old in it. */
function changesOf(base: FieldValues, values: FieldValues): FieldValues {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(base[name])),
  );
}

function failureOf(error: unknown): Failure {
  return { code: isAnswerLost(error) ? 'ANSWER_LOST' : 'UNREACHABLE' };
}

function readDraft<T>(key: string): Partial<T> | undefined {
  const kept = sessionStorage.getItem(key);
  if (kept === null) return undefined;
  try {
    return JSON.parse(kept) as Partial<T>;
  } catch {
    return undefined;
  }
}

/** What cannot be put beside a field, and a list where more than one field is refused. */
function ErrorSummary({ errors }: { readonly errors: FieldErrors }) {
  const words = useErrorWords();
  const drawn = useContext(DrawnFields);
  const fields = Object.entries(errors).filter(([name]) => name !== 'root');
  if (errors.root === undefined && fields.length < 2 && fields.every(([name]) => drawn.has(name)))
    return null;
  return (
    <Alert color="red" role="alert">
      {errors.root !== undefined ? (
        words(errors.root)
      ) : (
        <>
          <FormattedMessage id="form.errors" values={{ count: fields.length }} />
          <List size="sm">
            {fields.map(([name, error]) => (
              <List.Item key={name}>
                <FormattedMessage
                  id="field.said"
                  values={{
                    field: drawn.get(name) ?? <FormattedMessage id={`field.${name}`} />,
                    words: words(error),
                  }}
                />
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Alert>
  );
}

/** The words for what is wrong with a field that stands in the form around. */
export function useFieldError(name: string, label: string): string | undefined {
  const drawn = useContext(DrawnFields);
  useEffect(() => {
    drawn.set(name, label);
    return () => void drawn.delete(name);
  }, [drawn, name, label]);
  const { formState } = useFormContext();
  return useErrorWords()(formState.errors[name]);
}
