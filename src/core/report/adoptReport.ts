import * as z from 'zod/mini';

const place = { line: z.number(), text: z.string() };

/** The machine-readable answer of `adopt`. Lines count from 1, in the file that was adopted. */
export const adoptReportSchema = z.strictObject({
  version: z.literal(1),
  files: z.array(
    z.strictObject({
      source: z.string(),
      id: z.string(),
      file: z.string(),
      title: z.string(),
      language: z.enum(['en', 'es']),
      in_place: z.boolean(),
      steps: z.number(),
      ticked: z.number(),
      /** Sections that become sections of a change. */
      sections: z.array(
        z.strictObject({
          section: z.enum(['impact', 'rollback', 'tests', 'approvals']),
          line: z.number(),
          title: z.string(),
        }),
      ),
      /** Lines that look like steps and have no box, and whether they got one. */
      boxes: z.strictObject({ added: z.boolean(), lines: z.array(z.strictObject(place)) }),
      /** What stays as text, and fields of other tools. */
      unplaced: z.array(
        z.strictObject({ kind: z.enum(['table', 'html', 'section', 'title', 'unclosed']), ...place }),
      ),
      fields: z.array(z.string()),
      /** Links that were written anew. */
      links: z.number(),
      written: z.boolean(),
      /** Its commit, if one was made. */
      commit: z.nullable(z.string()),
      /** The text of the procedure if it was not written. */
      text: z.nullable(z.string()),
    }),
  ),
});

export type AdoptReport = z.infer<typeof adoptReportSchema>;
export type AdoptedFile = AdoptReport['files'][number];
