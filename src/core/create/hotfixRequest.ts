import { environmentNames, meansProduction, productionEnvironments } from '../config/environments';
import { customerKeyOf, customerNamed, type WorkspaceConfig } from '../config/workspaceConfig';
import type { ChangeData } from '../model/schema/recordData';
import { plainName } from '../model/text/plainName';
import type { WorkspaceCheckInput } from '../rules/checkRecord';
import { completedRequest, layered } from './completedRequest';
import { hotfixTexts } from './hotfixTexts';
import { fixOf, lastDoneIn, type ReadChange } from './lastDoneIn';
import type { NewChangeInput } from './newChangeInput';

/** Something that only a person can say of an emergency, with what may be meant. */
export interface HotfixGap {
  readonly lacks: 'title' | 'customer' | 'environments';
  readonly known: readonly string[];
}

/** A request for an emergency that can be deployed once it is approved. */
export interface HotfixRequest {
  readonly request: NewChangeInput;
  /** The change whose versions it goes on from. */
  readonly after: string | undefined;
}

/** How long the window of an emergency is, so that somebody can be woken in it. */
const usualDuration = '2h';

/** Where nothing at all is known of environments. */
const usualEnvironment = 'PRO';

/**
 * Completes the request for an emergency: it starts now, and goes on from what was last done in its environment.
 *
 * @param me who asks for it, as far as git knows
 */
export function hotfixRequest(
  asked: NewChangeInput,
  input: WorkspaceCheckInput,
  { me, read }: { readonly me: string | undefined; readonly read: ReadChange },
): HotfixRequest | HotfixGap {
  const said = completedRequest(asked);
  const title = (asked.title ?? asked.known?.fields.title)?.trim();
  if (!title) return { lacks: 'title', known: [] };
  const ours = ourCustomers(input.config);
  const customer = said.customer ?? (ours.length === 1 ? ours[0] : undefined);
  if (customer === undefined && ours.length > 0) return { lacks: 'customer', known: ours };
  const places = said.environments ?? productionOf(customer, input);
  const [place] = places;
  if (place === undefined || (!said.environments && places.length > 1))
    return { lacks: 'environments', known: places };
  const before = lastDoneIn(place, customer, input, read);
  const fix = before ? fixOf(before, input.index) : {};
  const type = said.deploymentType ?? before?.change.data.deployment_type;
  const requestedBy = said.requestedBy ?? me;
  const fields = layered({ ...fix, notify: partiesOf(said.data, customer) }, asked.known?.fields ?? {});
  return {
    after: before?.change.data.id,
    request: {
      ...asked,
      title,
      customer,
      environments: places,
      changeType: 'emergency',
      // What nobody says is judged as the type that asks for most.
      deploymentType: type ?? (input.config.customers.size > 0 ? 4 : undefined),
      start: asked.start ?? 'now',
      duration: said.duration ?? usualDuration,
      requestedBy,
      // Whoever makes it takes part in it, so that somebody else has to approve it.
      assignee: said.assignee ?? (input.config.people.same(requestedBy, me) ? undefined : me),
      status: stateFor('to_be_released', input.config),
      known: { ...asked.known, fields },
      usual: hotfixTexts({
        title,
        environments: places,
        from: fix.rollback?.to,
        to: fix.release?.version ?? fix.components?.[0]?.to,
      }),
    },
  };
}

/** The customers whom the team serves itself. */
function ourCustomers({ customers }: WorkspaceConfig): string[] {
  return [...customers].flatMap(([key, { managed_by }]) => (managed_by === 'partner' ? [] : [key]));
}

/** Where an emergency of a customer is: its one production environment; several where that is not sure. */
function productionOf(customer: string | undefined, { config, index }: WorkspaceCheckInput): string[] {
  const listed = environmentNames(config, customerNamed(config, customer));
  const key = customerKeyOf(config, customer) ?? customer;
  const used = [...index.all()].flatMap(({ summary: { change } }) =>
    change && change.customer === key ? change.environments : [],
  );
  const known = listed.length > 0 ? listed : used;
  const names = known.filter(
    (name, at) => known.findIndex((other) => plainName(other) === plainName(name)) === at,
  );
  const production = productionEnvironments(
    { ...(customer ? { customer } : {}), environments: names },
    config,
  );
  const plain = production.filter(meansProduction);
  if (plain.length === 1) return plain;
  if (production.length > 0) return production;
  return names.length > 1 || listed.length > 0 ? names : [usualEnvironment];
}

/** Whoever has to be told of it, besides those whom its procedure names. */
function partiesOf({ notify = [] }: ChangeData, customer: string | undefined): string[] {
  const parties = ['project_team', 'support_team', ...(customer === undefined ? [] : ['customer_managers'])];
  return [...new Set([...notify, ...parties])];
}

/** The state of the team's workflow that stands for a usual one. */
export function stateFor(stage: string, { stages, workflow }: WorkspaceConfig): string {
  if (workflow.states.has(stage)) return stage;
  return [...stages].find(([, counterpart]) => counterpart === stage)?.[0] ?? stage;
}
