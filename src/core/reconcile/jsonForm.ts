import * as z from 'zod/mini';
import type { ListForm, WrittenDeployment, WrittenStatus } from './listedDeployment';

/** A text, or nothing. */
export const text = z.nullish(z.string());
/** An id. */
export const number = z.union([z.number(), z.string()]);
/** A person as hosts name them. */
export const user = z.nullish(z.looseObject({ login: text, username: text, name: text }));

/** What an entry of a list comes to: deployments, or a status of one. */
export interface FromJson {
  readonly deployments?: readonly Omit<WrittenDeployment, 'place'>[];
  readonly id?: string | undefined;
  readonly status?: WrittenStatus;
}

/** One form: what its entries look like, and what they say. */
export interface JsonForm {
  readonly form: ListForm;
  /** @returns undefined where an entry is not of this form */
  read(entry: unknown): FromJson | undefined;
}

/** Makes a form of the shape of its entries and of what is taken from one. */
export function formOf<S extends z.ZodMiniType>(
  form: ListForm,
  shape: S,
  take: (entry: z.infer<S>) => FromJson,
): JsonForm {
  return {
    form,
    read(entry) {
      const read = shape.safeParse(entry);
      return read.success ? take(read.data) : undefined;
    },
  };
}
