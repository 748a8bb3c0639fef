import * as z from 'zod/mini';
import { stateOf } from './deploymentStates';
import { formOf, text } from './jsonForm';

/** Octopus, its report of deployments or its dashboard: names beside ids, or ids that `withNames` filled in. */
export const octopus = formOf(
  'octopus',
  z.looseObject({
    ReleaseVersion: z.string(),
    EnvironmentName: z.optional(z.string()),
    EnvironmentId: z.optional(z.string()),
    ProjectName: text,
    ProjectId: text,
    TenantName: text,
    DeploymentId: text,
    TaskState: text,
    State: text,
    StartTime: text,
    QueueTime: text,
    Created: text,
    CompletedTime: text,
    DeployedBy: text,
  }),
  (entry) => {
    const { StartTime, QueueTime, Created, CompletedTime } = entry;
    return {
      id: entry.DeploymentId ?? undefined,
      deployments: [
        {
          time: StartTime ?? QueueTime ?? Created ?? CompletedTime ?? undefined,
          environment: entry.EnvironmentName ?? entry.EnvironmentId,
          version: entry.ReleaseVersion,
          component: entry.ProjectName ?? entry.ProjectId ?? undefined,
          customer: entry.TenantName ?? undefined,
          by: entry.DeployedBy ?? undefined,
          state: octopusState(entry.TaskState ?? entry.State, StartTime),
        },
      ],
    };
  },
);

function octopusState(word: string | null | undefined, begun: string | null | undefined) {
  const state = stateOf(word);
  return state === 'notRun' && begun ? 'failed' : state;
}

const octopusTaskName = /^Deploy (.+) (?:release|version) (\S+) to (.+?)(?: for (.+))?$/;

/** Tasks of Octopus, which say what they deployed where in one sentence. */
export const octopusTask = formOf(
  'octopus',
  z.looseObject({
    Name: z.literal('Deploy'),
    Description: z.string().check(z.regex(octopusTaskName)),
    Id: text,
    State: text,
    StartTime: text,
    QueueTime: text,
  }),
  ({ Id, Description, State, StartTime, QueueTime }) => {
    const [, component, version, environment, customer] = octopusTaskName.exec(Description) ?? [];
    return {
      id: Id ?? undefined,
      deployments: [
        {
          ...{ component, version, environment, customer },
          time: StartTime ?? QueueTime ?? undefined,
          state: octopusState(State, StartTime),
        },
      ],
    };
  },
);

/** Deployments of Octopus, which name the environment in their title and the version in what they bring. */
export const octopusDeployment = formOf(
  'octopus',
  z.looseObject({
    Id: z.string(),
    ReleaseId: z.string(),
    EnvironmentId: z.string(),
    Created: z.string(),
    Name: text,
    DeployedBy: text,
    TenantId: text,
    Changes: z.nullish(z.array(z.looseObject({ Version: text }))),
  }),
  ({ Id, EnvironmentId, Created, Name, DeployedBy, TenantId, Changes }) => ({
    id: Id,
    deployments: [
      {
        time: Created,
        environment: /^Deploy to (.+)$/.exec(Name ?? '')?.[1] ?? EnvironmentId,
        version: Changes?.at(-1)?.Version ?? undefined,
        customer: TenantId ?? undefined,
        by: DeployedBy ?? undefined,
        state: 'unknown',
      },
    ],
  }),
);
