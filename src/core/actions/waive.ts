import { zoneFor } from '../config/recordZone';
import { addListItem } from '../edits/addListItem';
import { parseRecord } from '../model/parse/parseRecord';
import type { ParsedRecord } from '../model/parse/record';
import { oneLineValue } from '../model/text/oneLineValue';
import { readDayAnswer } from '../model/time/momentTexts';
import { isRuleWaivable } from '../rules/applyWaivers';
import { ruleById } from '../rules/registry';
import { overrideRefusal } from './overrideRefusal';
import { planWritten, type RecordAction, refusedPlan } from './recordAction';
import { whoAnswers } from './whoAnswers';

/** Adds a waiver of a rule to a record, whatever its type. Which rule (`rule`) each face asks in its own way. */
export const waive: RecordAction<ParsedRecord> = {
  takes: (record): record is ParsedRecord => record !== undefined,
  title: (_, { rule = '' }) => ruleById(rule)?.title ?? { en: rule, es: rule },
  asks: ({ record, input }) => [
    {
      name: 'until',
      prompt: { en: 'Until which day?', es: '¿Hasta qué día?' },
      optional: true,
      unasked: true,
      reads: (answer) => readDayAnswer(answer, { now: input.now, zone: zoneFor(record, input.config) }),
    },
    {
      name: 'by',
      prompt: { en: 'Who answers for it?', es: '¿Quién responde de ello?' },
      isMe: true,
      choices: whoAnswers(input.config, 'customer' in record.data ? record.data.customer : undefined),
      otherwise: { en: 'Somebody else…', es: 'Otra persona…' },
    },
    { name: 'reason', prompt: { en: 'Why is it acceptable?', es: '¿Por qué es aceptable?' } },
  ],
  plan: (on, { rule = '', by = '', reason = '', until }) => {
    const [who, why] = [oneLineValue(by), oneLineValue(reason)];
    const item = { rule, by: who, reason: why, ...(until ? { until } : {}) };
    const isIt = (waiver: { readonly [part in keyof typeof item]?: string | undefined }): boolean =>
      waiver.rule === rule && waiver.by === who && waiver.reason === why && waiver.until === until;
    return planWritten(on, {
      change: {
        plan(text) {
          const record = parseRecord(text, { expected: true });
          if (!record) return refusedPlan('notARecord');
          // Decisions of people cannot be waived, nor can what makes a record unreadable.
          if (!isRuleWaivable(rule)) return refusedPlan('notWaivable', { rule });
          if (record.data.waivers?.some(isIt)) return { edits: [] };
          const refusal = overrideRefusal({ ...on, record }, rule, who);
          if (refusal) return { refusal };
          const edits = addListItem(record, 'waivers', item);
          return edits ? { edits } : refusedPlan('notARecord');
        },
      },
      parts: { action: 'waive', rule, by: who, reason: why },
    });
  },
  redo: { fields: { procedure: ['waivers'], change: ['waivers'], ticket: ['waivers'] } },
};
