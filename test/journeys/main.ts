import { adoption } from './adoption';
import { emergency } from './emergency';
import { firstRecord } from './firstRecord';
import { importing } from './importing';
import { type Bounds, Journey } from './journey';
import { packProgram } from './packed';
import { standardChange } from './standardChange';

// What a person does with the packed program, each time from an empty folder, and how many commands, edits and
// questions that takes. `npm run journeys` prints it; too many of them fail.

interface Told {
  readonly title: string;
  readonly most: Bounds;
  go(journey: Journey): void;
}

const journeys: readonly Told[] = [
  { title: 'The first record that checks clean', most: { commands: 3 }, go: firstRecord },
  { title: 'A standard change, from nothing to done', most: { commands: 8 }, go: standardChange },
  { title: 'An emergency, to the record that may be deployed', most: { commands: 2 }, go: emergency },
  { title: 'Five checklists become procedures', most: { commands: 2 }, go: adoption },
  { title: 'An export of ServiceNow comes in', most: { commands: 2 }, go: importing },
];

const packed = packProgram();
let failed = 0;
for (const { title, most, go } of journeys) {
  const journey = new Journey(packed);
  let trouble: unknown;
  try {
    go(journey);
  } catch (error) {
    trouble = error;
  }
  const { typed, edits, questions, reports } = journey;
  console.log(`\n${title}: ${typed.length} commands, ${edits} edits, ${questions} questions`);
  for (const command of typed) console.log(`  $ ${command}`);
  for (const report of reports) console.log(report.replace(/^(?=.)/gm, '    '));
  const { commands, edits: mostEdits = 0, questions: mostQuestions = 0 } = most;
  if (!trouble && (typed.length > commands || edits > mostEdits || questions > mostQuestions))
    trouble = `at most ${commands} commands, ${mostEdits} edits and ${mostQuestions} questions are allowed`;
  if (!trouble) continue;
  failed++;
  console.log(`  ✗ ${trouble instanceof Error ? trouble.message : trouble}`);
}
console.log(`\n${journeys.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
