import { hintArgs, nearestName } from '../model/parse/nearest';
import { isNothing, type YamlEntry, type YamlMap, type YamlNode } from '../model/parse/yamlTree';
import type { TextRange } from '../model/text/range';
import { changeStatusChoice, partyChoice } from '../model/vocabulary/choices';
import { stateArgs } from '../model/vocabulary/stateName';
import { choiceNamed, isOwnField } from '../model/vocabulary/vocabulary';
import {
  defaultWorkflow,
  ends,
  onHold,
  sideStates,
  usualWaitsOn,
  type WaitsOn,
  type Workflow,
  type WorkflowState,
} from './workflow';

/** A problem of a configured workflow: the name of its message, its range and arguments. */
interface WorkflowProblem {
  readonly message:
    | 'kind'
    | 'noStates'
    | 'key'
    | 'stage'
    | 'waitsOn'
    | 'unknownState'
    | 'unknownRule'
    | 'unreachable'
    | 'noEnd'
    | 'noList';
  readonly range: TextRange;
  readonly args?: { readonly [name: string]: string };
}

const keys: { readonly [written: string]: 'stage' | 'waits_on' | 'moves' | 'guards' } = {
  stage: 'stage',
  etapa: 'stage',
  waits_on: 'waits_on',
  espera_a: 'waits_on',
  moves: 'moves',
  movimientos: 'moves',
  guards: 'guards',
  guardas: 'guards',
};

/**
 * Reads the `workflow` of a configuration: `default`, or a mapping with `states`, each with `stage`, `waits_on`,
 * `moves` and `guards`. Problems are reported. With a fatal one, such as a dead end, the default workflow is used.
 *
 * @param isRule whether there is a rule with a name
 */
export function readWorkflow(
  node: YamlNode | undefined,
  isRule: (name: string) => boolean,
  report: (problem: WorkflowProblem) => void,
): Workflow {
  if (!node || isNothing(node)) return defaultWorkflow;
  if (node.kind === 'scalar' && /^(default|por_defecto)$/.test(node.value)) return defaultWorkflow;
  if (node.kind !== 'map') {
    report({ message: 'kind', range: node.range });
    return defaultWorkflow;
  }
  return new WorkflowReader(isRule, report).read(node);
}

class WorkflowReader {
  private sound = true;
  private readonly places = new Map<string, TextRange>();

  constructor(
    private readonly isRule: (name: string) => boolean,
    private readonly tell: (problem: WorkflowProblem) => void,
  ) {}

  read(node: YamlMap): Workflow {
    const listed = node.entries.find(({ key }) => key === 'states' || key === 'estados');
    for (const { key, keyRange } of node.entries)
      if (key !== listed?.key && !isOwnField(key))
        this.report(
          'key',
          keyRange,
          { key: key.slice(0, 60), ...hintArgs(nearestName(key, ['states', 'estados'])) },
          false,
        );
    if (listed?.value.kind !== 'map' || listed.value.entries.length === 0) {
      this.report('noStates', listed?.keyRange ?? node.range);
      return defaultWorkflow;
    }
    const states = new Map(listed.value.entries.map((entry) => [entry.key, this.state(entry)]));
    this.checkMoves(listed.value.entries, states);
    this.checkReach(states);
    this.checkEnds(states);
    // Changes could get stuck in a workflow with fatal problems.
    return this.sound ? { states: withSideStates(states) } : defaultWorkflow;
  }

  private state({ key: name, keyRange, value }: YamlEntry): WorkflowState {
    this.places.set(name, keyRange);
    const usual = defaultWorkflow.states.get(name);
    const parts = new Map<string, YamlNode>();
    if (value.kind === 'map') {
      for (const entry of value.entries) {
        const part = keys[entry.key];
        if (part) parts.set(part, entry.value);
        else if (!isOwnField(entry.key)) {
          const hint = hintArgs(nearestName(entry.key, Object.keys(keys)));
          this.report('key', entry.keyRange, { key: entry.key.slice(0, 60), ...hint }, false);
        }
      }
    }
    const stage = this.stage(parts.get('stage'), usual?.name, name, keyRange);
    const waitsOn = this.waitsOn(parts.get('waits_on')) ?? usualWaitsOn(stage);
    const moves = parts.has('moves') ? this.moves(parts.get('moves')) : (usual?.moves ?? []);
    return { name, stage, waitsOn, moves, guards: this.guards(parts.get('guards')) };
  }

  private stage(node: YamlNode | undefined, usual: string | undefined, name: string, at: TextRange): string {
    if (!node && usual) return usual;
    const known = node?.kind === 'scalar' ? choiceNamed(changeStatusChoice.choices, node.value) : undefined;
    if (known) return known;
    const states = changeStatusChoice.choices;
    const names = [...Object.keys(states), ...Object.values(states).map(([es]) => es)];
    const hint = hintArgs(node?.kind === 'scalar' ? nearestName(node.value, names) : undefined);
    this.report('stage', node?.range ?? at, { ...stateArgs('state', name), ...hint });
    return 'to_do';
  }

  private waitsOn(node: YamlNode | undefined): WaitsOn | undefined {
    if (!node) return undefined;
    const party = node.kind === 'scalar' ? choiceNamed(partyChoice.choices, node.value) : undefined;
    if (party === 'customer') return 'customer';
    if (party === 'provider') return 'us';
    if (node.kind === 'scalar' && /^(performer|ejecutor)$/.test(node.value)) return 'performer';
    this.report('waitsOn', node.range, {}, false);
    return undefined;
  }

  private moves(node: YamlNode | undefined): string[] {
    return itemsOf(node).flatMap((item) => {
      if (item.kind === 'scalar') return [item.value];
      this.report('noList', item.range, {}, false);
      return [];
    });
  }

  private guards(node: YamlNode | undefined): string[] {
    return itemsOf(node).flatMap((item) => {
      if (item.kind === 'scalar' && this.isRule(item.value)) return [item.value];
      const rule = item.kind === 'scalar' ? item.value.slice(0, 60) : '';
      this.report('unknownRule', item.range, { rule }, false);
      return [];
    });
  }

  private checkMoves(entries: readonly YamlEntry[], states: ReadonlyMap<string, WorkflowState>): void {
    for (const { value } of entries) {
      const moves = value.kind === 'map' ? value.entries.find(({ key }) => keys[key] === 'moves') : undefined;
      const items = moves?.value.kind === 'list' ? moves.value.items : moves ? [moves.value] : [];
      for (const item of items) {
        if (item.kind !== 'scalar' || item.value === '') continue;
        if (states.has(item.value) || sideStates.has(item.value)) continue;
        const hint = hintArgs(nearestName(item.value, [...states.keys(), ...sideStates]));
        this.report('unknownState', item.range, { ...stateArgs('state', item.value.slice(0, 60)), ...hint });
      }
    }
  }

  /** Reports states that cannot be reached from the first one. */
  private checkReach(states: ReadonlyMap<string, WorkflowState>): void {
    const [first = ''] = states.keys();
    const reached = new Set([first]);
    const waiting = [first];
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      for (const next of states.get(name)?.moves ?? []) {
        if (reached.has(next)) continue;
        reached.add(next);
        waiting.push(next);
      }
    }
    for (const name of states.keys()) {
      if (!reached.has(name) && !sideStates.has(name))
        this.report(
          'unreachable',
          this.placeOf(name),
          { ...stateArgs('state', name), ...stateArgs('first', first) },
          false,
        );
    }
  }

  /** Reports states from which `done` cannot be reached. */
  private checkEnds(states: ReadonlyMap<string, WorkflowState>): void {
    const good = new Set([...states.values()].flatMap(({ name, stage }) => (stage === 'done' ? [name] : [])));
    for (let before = -1; before !== good.size; ) {
      before = good.size;
      for (const { name, moves } of states.values()) if (moves.some((next) => good.has(next))) good.add(name);
    }
    for (const { name, stage } of states.values()) {
      if (good.has(name) || ends.has(stage) || stage === onHold) continue;
      this.report('noEnd', this.placeOf(name), stateArgs('state', name));
    }
  }

  private placeOf(state: string): TextRange {
    return this.places.get(state) ?? { start: 0, end: 0 };
  }

  private report(
    message: WorkflowProblem['message'],
    range: TextRange,
    args: { readonly [name: string]: string } = {},
    fatal = true,
  ): void {
    if (fatal) this.sound = false;
    this.tell({ message, range, args });
  }
}

/** The items of a list, or a lone item. */
function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  if (!node || isNothing(node)) return [];
  return node.kind === 'list' ? node.items : [node];
}

/** Adds the states outside of the order, which every workflow has. */
function withSideStates(states: ReadonlyMap<string, WorkflowState>): Map<string, WorkflowState> {
  const all = new Map(states);
  for (const name of sideStates) {
    const usual = defaultWorkflow.states.get(name);
    if (usual && !all.has(name)) all.set(name, usual);
  }
  return all;
}
