import type { WorkspaceConfig } from '../../config/workspaceConfig';
import { customerNamed, customerNameOf } from '../../config/workspaceConfig';
import { placeOf } from '../../findings/places';
import { unpackRange } from '../../model/text/range';
import { stateArgs } from '../../model/vocabulary/stateName';
import type { RecordType } from '../../model/vocabulary/vocabulary';
import { onHold } from '../../workflow/workflow';
import { defineRule } from '../defineRule';

/** The stage in which the customer tests, of changes and of tickets. */
const customersStage = 'in_testing';

/** `workflow/mover`: what waits on the customer is moved on by the customer. */
export const workflowMover = defineRule({
  id: 'workflow/mover',
  scope: 'workspace',
  severity: 'warning',
  appliesTo: ['change', 'ticket'],
  reads: ['status', 'customer'],
  sources: ['M'],
  title: { en: 'Not moved on by the customer', es: 'No lo movió el cliente' },
  explanation: {
    en: 'A change or a ticket in testing waits on the customer, who says whether it is done. So the commit that moves it out of there is made by one of the customer’s `contacts`; `people` in the configuration gives further addresses of theirs. Who made a move is said by the commits of Changebook’s own actions; where the state was typed into the file since, by the commit that wrote that line. The rule looks at the last move of a record, puts on hold aside. It is silent where no contact of the customer has an address, where none of a record’s moves was an action of Changebook’s, without git, and in a shallow clone.',
    es: 'Un cambio o una incidencia en pruebas espera al cliente, que dice si está cerrado. Por eso el commit que lo saca de ahí lo hace alguno de los `contactos` del cliente; `personas` en la configuración da otras direcciones suyas. Quién movió algo lo dicen los commits de las acciones de Changebook; si después se escribió el estado en el fichero, el commit que escribió esa línea. La regla mira el último movimiento de cada registro, sin contar las puestas en espera. Calla si ningún contacto del cliente tiene dirección, si ningún movimiento del registro fue una acción de Changebook, sin git y en un clon superficial.',
  },
  messages: {
    mover: {
      en: '{by} moved this from “{from}” to “{to}”, which {customer} decides, and is none of their contacts. Let one of those move it, or add the address to their `contacts`.',
      es: '{by} pasó esto de «{from}» a «{to}», lo que decide {customer}, y no es ninguno de sus contactos. Que lo mueva uno de ellos, o añade la dirección a sus `contactos`.',
    },
  },
  facts(record, { config, summary: { stage, status, customer } }) {
    if (stage === customersStage || status === onHold || contactAddresses(config, customer).length === 0)
      return undefined;
    // What was never deployed cannot have been tested.
    const began = record.type === 'ticket' ? record.data.status : (record.data.actual ?? record.data.outcome);
    return began ? record.lines.packedAt(placeOf(record, ['status'])) : undefined;
  },
  *check(place, { git, file, config, summary: { type, id, status, customer } }) {
    const move = typeof git === 'object' ? git.lastMove(file, id ?? file) : undefined;
    const from = move && (move.from ?? onlyWayTo(move.to, type, config));
    if (!move?.author || from === undefined || move.to !== status) return;
    if ((config.stages.get(from) ?? from) !== customersStage) return;
    const { name, address } = move.author;
    if (contactAddresses(config, customer).some((own) => config.people.sameAddress(own, address))) return;
    const args = {
      by: `${name} <${address}>`,
      customer: customerNameOf(config, customer) ?? '',
      ...stateArgs('from', from),
      ...stateArgs('to', status),
    };
    yield { message: 'mover', range: unpackRange(place), args };
  },
});

/** The only state that a record can have come from, where no commit tells of the move before. */
function onlyWayTo(state: string, type: RecordType, { workflow }: WorkspaceConfig): string | undefined {
  if (type === 'ticket') return state === 'done' ? customersStage : undefined;
  const [only, ...others] = [...workflow.states.values()].filter(({ moves }) => moves.includes(state));
  return others.length === 0 ? only?.name : undefined;
}

function contactAddresses(config: WorkspaceConfig, customer: string | undefined): string[] {
  const { contacts = [] } = customerNamed(config, customer) ?? {};
  return contacts.flatMap(({ email }) => email ?? []);
}
