import { zoneFor } from '../config/recordZone';
import { oneLine } from '../language/plainText';
import type { Language } from '../model/text/localized';
import { placeholdersOf } from '../rules/format/placeholder';
import { dropIncompleteSentences } from './dropIncompleteSentences';
import { escapeForHost, escapeMarkdown } from './escapeMarkdown';
import { foreignTexts } from './foreignTexts';
import { type NoticeDoubt, noticeDoubt } from './noticeDoubt';
import type { NoticeInput } from './noticeInput';
import type { Audience, Channel, NoticeKind, NoticeKindName } from './noticeKind';
import { isCostlyMarkdown, renderMarkdown } from './noticeMarkup';
import { noticeSectionsOf } from './noticeSections';
import { type NoticeTemplate, partialsFor, type TemplateTexts, templateFor } from './noticeTemplate';
import { noticeValues, noticeVariables } from './noticeValues';
import { type Recipients, recipientsOf } from './recipients';
import { type SendObstacle, sendObstacle } from './sendObstacle';
import { TemplateEngine, type TemplateError, type ValueWriter } from './templateEngine';

/** A missing required value, and the field that it belongs to. */
export interface MissingField {
  readonly variable: string;
  /** Canonical path of the field. */
  readonly field: string;
  readonly file: 'record' | 'customer' | 'config';
}

/** A notice as it would be sent, with the reasons not to send it. */
export interface NoticeDraft {
  readonly kind: NoticeKindName;
  readonly language: Language;
  readonly channel: Channel;
  readonly audience: Audience;
  readonly subject: string;
  readonly markdown: string;
  /** Safe HTML without a page around it. */
  readonly html: string;
  readonly plain: string;
  readonly recipients: Recipients;
  readonly missing: readonly MissingField[];
  /** Placeholders that are still in the text: `TBD`. */
  readonly placeholders: readonly string[];
  /** Why it must not be sent: what it says is not true of the change. */
  readonly obstacle: SendObstacle | undefined;
  /** Why whoever sends it should look twice: by the clock it is hardly true. */
  readonly doubt: NoticeDoubt | undefined;
  /** What it takes over from a record that is written in another language. */
  readonly foreign: readonly string[];
  /** File name of the team's template; undefined for a built-in one. */
  readonly template: string | undefined;
}

/** An error in a template, with its line and column from 1. */
export interface TemplateFault extends Omit<TemplateError, 'partial' | 'length'> {
  /** File name in the folder of templates. */
  readonly file: string;
}

/** A draft, or the error in the team's template. */
export type DraftResult =
  | { readonly ok: true; readonly draft: NoticeDraft }
  | { readonly ok: false; readonly fault: TemplateFault };

/** What a draft is made from, besides its kind. */
export interface DraftRequest extends Omit<NoticeInput, 'zone' | 'notes'> {
  readonly templates: TemplateTexts;
  /** Reads the customer's file of end users, where it is needed. */
  readonly endUsers?: () => string | undefined;
  /** The readers, where they are not those of the template. */
  readonly audience?: Audience;
}

/** The longest notice, in characters. */
const longestNotice = 60_000;

const asMarkdownValue: ValueWriter = {
  text: escapeMarkdown,
  link: (words, address) => `[${escapeMarkdown(words)}](<${address}>)`,
};
const asHostValue: ValueWriter = {
  text: escapeForHost,
  link: (words, address) => `[${escapeForHost(words)}](<${address}>)`,
};
const asSubjectValue: ValueWriter = {
  text: (value) => oneLine(value, 300),
  link: (words) => oneLine(words, 300),
};

/** Drafts a notice of a change. The same request gives the same draft. */
export function draftNotice(kind: NoticeKind, request: DraftRequest): DraftResult {
  const { record, config, language, templates, endUsers = () => undefined } = request;
  const input: NoticeInput = {
    ...request,
    zone: zoneFor(record, config),
    notes: noticeSectionsOf(record),
  };
  const template = templateFor(kind, language, templates);
  const engine = engineFor(language, templates);
  const values = noticeValues(input, kind.required);
  const channel = template.channel ?? kind.channel;
  const ofHost = channel === 'ticket' || channel === 'pull_request';
  const body = engine.render(template.body, values, ofHost ? asHostValue : asMarkdownValue);
  if (!body.ok) return { ok: false, fault: faultIn(template, body.error, template.bodyLine) };
  const subject = engine.render(template.subject ?? '{{ title }}', values, asSubjectValue);
  if (!subject.ok) {
    const { line, column } = template.lines.positionAt(template.subjectRange.start);
    return {
      ok: false,
      fault: { ...faultIn(template, subject.error, 0), line: line + 1, column: column + 1 },
    };
  }
  const markdown = dropIncompleteSentences(body.text);
  if (markdown.length > longestNotice || isCostlyMarkdown(markdown)) {
    const error = { reason: 'tooMuchMarkup', line: 1, column: 1 };
    return { ok: false, fault: faultIn(template, error, template.bodyLine) };
  }
  const { html, plain } = renderMarkdown(markdown);
  const line = oneLine(dropIncompleteSentences(subject.text), 300);
  const obstacle = sendObstacle(kind, record, config);
  const audience = request.audience ?? template.audience ?? kind.audience;
  return {
    ok: true,
    draft: {
      kind: kind.name,
      language,
      channel,
      audience,
      subject: line,
      markdown,
      html,
      plain: `${plain}\n`,
      recipients: recipientsOf(record.data, config, channel === 'mail' ? audience : 'tracker', endUsers),
      missing: missingFields([...subject.missing, ...body.missing]),
      placeholders: [...new Set(placeholdersOf(`${line}\n\n${plain}`))],
      obstacle,
      doubt: obstacle ? undefined : noticeDoubt(kind.name, input),
      foreign: foreignTexts(input, values, `${line}\n${plain}`),
      template: template.file,
    },
  };
}

/** Engines are kept as long as their templates, so that the next keystroke need not parse them again. */
const engines = new WeakMap<TemplateTexts, Map<Language, TemplateEngine>>();

function engineFor(language: Language, templates: TemplateTexts): TemplateEngine {
  const known = engines.get(templates) ?? new Map<Language, TemplateEngine>();
  engines.set(templates, known);
  const engine = known.get(language) ?? new TemplateEngine(partialsFor(language, templates));
  known.set(language, engine);
  return engine;
}

function missingFields(variables: readonly string[]): MissingField[] {
  return [...new Set(variables)].map((variable) => {
    const known = noticeVariables.find(({ name }) => name === variable);
    return { variable, field: known?.field ?? variable, file: known?.file ?? 'record' };
  });
}

function faultIn(template: NoticeTemplate, error: TemplateError, line: number): TemplateFault {
  const { reason, column } = error;
  if (error.partial !== undefined) return { file: `_${error.partial}.md`, reason, line: error.line, column };
  return { file: template.file ?? '', reason, line: error.line + line, column };
}
