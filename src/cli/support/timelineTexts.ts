import type { Localized } from '../../core/model/text/localized';

/** What `changebook timeline` says when it cannot draw or write, and `changebook slot` of what it finds. */
export const timelineTexts = {
  timelineOut: {
    en: 'Say where the picture goes: -o calendar.svg, or -o - for standard output.',
    es: 'Di dónde va la imagen: -o calendario.svg, o -o - para la salida estándar.',
  },
  timelinePath: { en: 'This command takes one path.', es: 'Esta orden admite una sola ruta.' },
  timelineOrder: {
    en: 'The last day (--to) lies before the first one (--from).',
    es: 'El último día (--to) es anterior al primero (--from).',
  },
  timelineLong: {
    en: 'A picture holds at most {days} {days|day|days}; ask for fewer with --from and --to.',
    es: 'Una imagen abarca como mucho {days} {days|día|días}; pide menos con --from y --to.',
  },
  timelineTaken: {
    en: '{path}: something that is no SVG picture is there already; nothing was written.',
    es: '{path}: ya hay ahí algo que no es una imagen SVG; no se ha escrito nada.',
  },
  timelineNotWritten: {
    en: '{path}: cannot be written ({code}); nothing was drawn.',
    es: '{path}: no se puede escribir ({code}); no se ha dibujado nada.',
  },
  noSlot: {
    en: 'No slot within 90 days. In the way:',
    es: 'No hay hueco en 90 días. Lo impide:',
  },
  slots: { en: 'Next slots ({zone})', es: 'Siguientes huecos ({zone})' },
  slotsPassed: {
    en: 'Other starts were passed over because of {rules}.',
    es: 'Se han descartado otros inicios por {rules}.',
  },
  startFree: {
    en: 'Nothing speaks against {start} → {end} ({zone}).',
    es: 'Nada impide {start} → {end} ({zone}).',
  },
  startBlocked: {
    en: 'Against {start} → {end} ({zone}) speak:',
    es: 'Impiden {start} → {end} ({zone}):',
  },
  startInformation: { en: 'Only information:', es: 'Solo información:' },
  slotsAssumed: {
    en: 'The change names no duration above zero (`schedule.duration`); these have the usual one.',
    es: 'El cambio no indica una duración mayor que cero (`programacion.duracion`); estos tienen la habitual.',
  },
} as const satisfies { [name: string]: Localized };
