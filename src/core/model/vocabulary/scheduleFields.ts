import { field } from './fieldType';
import { dateTime, duration, listOf, listOrOne, object, percentage, text } from './fieldTypes';

const phaseFields = {
  name: field('nombre', text, 'Name of the phase.', 'Nombre de la fase.', 'Canary'),
  start: field('inicio', dateTime, 'Start of its window.', 'Inicio de su ventana.', '2026-11-25T22:00+01:00'),
  duration: field('duracion', duration, 'Length of its window.', 'Duración de su ventana.', '1h'),
  environments: field(
    'entornos',
    listOrOne(text),
    'Environments of the change that it is about; all without it.',
    'Entornos del cambio de los que trata; sin ello, todos.',
    '[PRO]',
  ),
  share: field(
    'parte',
    percentage,
    'Percent of what is deployed to, up to and with this phase.',
    'Tanto por ciento de aquello a lo que se despliega, hasta esta fase incluida.',
    '25',
  ),
};

/** When a change takes place. */
export const scheduleFields = {
  start: field('inicio', dateTime, 'Start of the window.', 'Inicio de la ventana.', '2026-11-25T22:00+01:00'),
  duration: field('duracion', duration, 'Length of the window.', 'Duración de la ventana.', '1h'),
  end: field(
    'fin',
    dateTime,
    'End of the window, instead of its length.',
    'Fin de la ventana, en lugar de su duración.',
    '2026-11-25T23:00+01:00',
  ),
  phases: field(
    'fases',
    listOf(object(phaseFields)),
    'Several windows, one after the other, instead of a start and a duration.',
    'Varias ventanas, una tras otra, en lugar de un inicio y una duración.',
    '[{ name: Canary, start: 2026-11-25 22:00, duration: 1h, share: 5 }, { name: All, start: 2026-11-26 22:00, duration: 2h }]',
  ),
  outage: field('corte', duration, 'Planned time without service.', 'Tiempo previsto sin servicio.', '20m'),
};
