import type { ReportFormat } from './reportFormat';

/** The formats of a report besides the one for terminals, loaded on demand. */
export const reportFormats = {
  json: async () => (await import('./jsonFormat')).jsonFormat,
  github: async () => (await import('./githubFormat')).githubFormat,
  sarif: async () => (await import('./sarifFormat')).sarifFormat,
  gitlab: async () => (await import('./gitlabFormat')).gitlabFormat,
  junit: async () => (await import('./junitFormat')).junitFormat,
  markdown: async () => (await import('./markdownFormat')).markdownFormat,
} as const satisfies { readonly [name: string]: () => Promise<ReportFormat> };

export type ReportFormatName = keyof typeof reportFormats;

export const reportFormatNames = Object.keys(reportFormats) as ReportFormatName[];
