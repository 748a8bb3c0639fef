import { hintArgs, nearestName } from '../model/parse/nearest';
import { roleChoice } from '../model/vocabulary/choices';
import { roleNamed } from '../model/vocabulary/roleNamed';
import { type ConfigFile, report, scalarAt } from './readConfigFile';

/** Reports roles that may override a freeze and that nobody could hold, since no other part of the configuration knows them. */
export function checkOverrides(config: ConfigFile<'config'>): void {
  const { approvals = [], emergency, freezes = [] } = config.data;
  const named = approvals.flatMap(({ roles = [], holders = {} }) => [...roles, ...Object.keys(holders)]);
  const all = [...named, ...(emergency?.approvals ?? [])].map(roleNamed);
  const known = [...new Set([...Object.keys(roleChoice.choices), ...all])];
  freezes.forEach(({ overridable_by: roles = [] }, index) => {
    roles.forEach((written, place) => {
      if (known.includes(roleNamed(written))) return;
      const role = scalarAt(config, ['freezes', index, 'overridable_by', place]);
      if (!role) return;
      const hint = hintArgs(nearestName(role.value, known));
      report(config, 'unknownRole', role.range, { value: role.value.slice(0, 60), ...hint });
    });
  });
}
