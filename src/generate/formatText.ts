import { otherThanWords, productionWords } from '../core/config/environments';
import { longestText } from '../core/model/parse/parseRecord';
import { configLimits, yamlLimits } from '../core/model/parse/yamlLimits';
import { fenced } from './markdown';

// The prose of docs/format.md, one export a section. Tables and figures come from the code.

export const introduction = `A **record** is one markdown file: some YAML between two lines of \`---\`, then a text in GitHub Flavored Markdown.
There are three kinds. A *procedure* says how a kind of change is done, a *change* is one deployment with who, what, when
and where, a *ticket* is a bug or a request that a change delivers. Nothing is kept anywhere else: lists, logs and reports
are worked out from the records and from git, and can be thrown away at any time.

Changebook edits a record by replacing as few characters as it can. Whatever it has no reason to touch (comments, quotes,
the order of keys, line endings, blanks at the end of a line) stays as you wrote it.`;

export const smallest = fenced(
  'markdown',
  `---
id: CHG-2026-0042
type: change                      # or: tipo: cambio
status: in_progress               # or: estado: en_curso
schedule: { start: 2026-11-25 22:00, duration: 1h }
---
# Portal 4.2.0

## Summary

Adds the monthly report.`,
);

export const workspace = `The **workspace** of a file is the nearest folder above it that holds a \`.changebook/\` folder; without one, the
top folder of its git repository; without that, the folder that the file is in. Nothing above the top folder of the
repository counts; a submodule is part of the repository around it.

Inside of a workspace with a \`.changebook/\` folder another one stands on its own, unseen by the outer one, only where the outer
configuration names its folder (\`nested: [packages/*]\`). Any other is reported, its configuration does not count, and its
records belong to the outer workspace. Where the outer folder has no \`.changebook/\`, those inside stand on their own.

Within a workspace a file is a record when

- it ends in \`.md\` and its front matter has \`type\` (or \`tipo\`) with one of the three values below,
- it means to be one: its name, or the \`id\` in it, begins with \`CHG\`, \`PROC\` or \`TKT\` or fits \`id_pattern\`, and what it lacks
  is reported (a page of another tool, with a \`type\` of its own, may have any \`id\`), or
- the configuration has \`records\` and one of its globs fits. Then only these files are records, and each of them must be.

Files that are not in git yet count. The folders \`.git\` and \`node_modules\` and everything that a \`.gitignore\` keeps out
do not. Front matter that is broken still belongs to a record when one of its lines reads \`type:\` or \`tipo:\` with a known
value, and so does front matter below blank lines or comments, or without its first \`---\`: a mistake does not make a record
disappear. A file in UTF-16 is read as far as it takes to report it. Any other markdown is left alone and nothing is said about it. A glob
of \`records\` that fits no file is a warning as soon as there are records; where there are none, files that are named like some are.

\`check --since\` tells of every record of before that is none any more, wherever it went
([\`config/record-dropped\`](rules/config/record-dropped.md)). What git had there counts, whatever \`.gitignore\` says.`;

export const ids = `An id is unique in its workspace and begins as its type does. Unless \`id_pattern\` in the configuration says
otherwise it consists of the prefix, a hyphen, and capitals, digits, dots and hyphens: \`CHG-2026-0042\`, \`PROC-RELEASE\`.
New changes and tickets are numbered by year, \`CHG-YYYY-NNNN\`, one more than the highest number of that year; gaps are not
filled. Where \`id_pattern\` takes no such id, the highest one that it takes counts on. A new record lies beside most records
of its type. A file whose name begins with the id of its record
(\`CHG-2026-0042-portal.md\`) is easy to find; another name is a warning.

\`id\` and \`type\` are all that a record needs to begin with. From \`to_be_released\` on a change also needs \`change_type\`,
\`schedule.start\`, \`schedule.duration\`, \`environments\` and \`performed_by\`, and, where the configuration describes
customers, \`customer\` and \`deployment_type\`.`;

export const languages = `Every key and every value of a closed set has an English and a Spanish name. They mean the same, and a file may use
either, even side by side; only one field under two of its names in the same mapping is an error. The headings of a change's
sections work the same way. The tables below give the English name first and the Spanish one under it. Output for machines
(\`--format json\`) always uses the English names.

Names are written exactly as shown: lower case, without accents. Another spelling of the same word (\`Título\`, \`tipo-cambio\`,
\`En_Curso\`) is an error that \`check --fix\` mends. Values that are not in a closed set, such as titles, people and customers,
are yours, in any language. So is every key that begins with \`x-\`, and \`tags\` (\`etiquetas\`), in any mapping of a record or of
the configuration: such keys are kept, and nothing asks what they hold.`;

export const procedure = `A procedure is a template: its own steps are never ticked. Changes name it with its version, \`PROC-RELEASE@1.0.0\`, so
that they keep following the text that they were made from.

A **gate** says what has to be ticked before something else: \`{ section: "5.", requires: ["1."] }\` keeps the steps under
headings that begin with “5.” waiting for those under “1.”, and \`{ state: releasing, requires: ["5.1"] }\` keeps the change
out of that state.

A change made from a procedure (\`changebook new PROC-RELEASE\`, *New Change from Procedure…*) takes over its text under
\`## Deployment\`: the title goes, headings stand one level down (those of the sixth level stay there; where the procedure's
sections are \`#\` headings they go two), steps are open, code stays as it is, and relative links lead where they led. Its
checklists go under \`## Checklist\`: the sections with steps that are not inside of another one and whose heading, after its
number, begins with “Checklist”, “Lista de comprobación”, “Lista de verificación”, “Lista de control” or “Lista de chequeo”.
A checklist inside of a section stays with it, since gates go by the headings above a step; a heading that only says
“Checklist” is not repeated. The change speaks the procedure's language unless another one is asked for, and the steps stay
as they are. \`procedure\` names the version that it was made from.`;

export const change = `A change without \`status\` is \`to_do\`. Its fields usually stand in the order of this table, but any order will do.`;

export const ticket = `Tickets may live here or in a tracker of their own; a change can name either kind in \`tickets\`. Ids that begin with
\`TKT-\` are looked for in the workspace, all others are taken as they are. A ticket without \`status\` waits for support.`;

export const changeStates = `A change moves through the first seven states in this order; the other three stand beside it. “From a state on”, as
rules put it, follows the order: a change that is \`on_hold\` counts as being in the state that it came from (\`hold.from\`),
and one that is \`rejected\` or \`cancelled\` has reached nothing. Everything that is not \`done\`, \`rejected\` or
\`cancelled\` is pending.`;

export const changeMoves = `- Forward, to the next state. Where the customer performs the change (\`performed_by: customer\`), \`to_be_reviewed\` may be
  left out.
- Back to \`in_progress\`, from \`to_be_reviewed\`, \`to_be_released\` and \`in_testing\`.
- To \`rejected\`, from \`to_be_reviewed\` and \`to_be_released\`.
- To \`cancelled\` or \`on_hold\`, from every state that is still open; out of \`on_hold\`, to where it came from.

In \`to_be_reviewed\` and \`in_testing\` the customer acts next, in \`to_be_released\` whoever performs the change, otherwise
your own team.

A move forward is allowed when the record, as it would then be, has no error that nobody waives. The other moves only need a
front matter that can be read, and their own words: \`on_hold\` a reason, \`done\` an outcome. Entering and leaving \`releasing\`
writes \`actual\`; with the change, its tickets move to \`in_testing\`. A change of whose tests fewer than the threshold passed is
closed as rolled back, or followed up by another one that names it under \`supersedes\`.`;

export const ticketStates = `A ticket goes to and fro between the first two states while support and customer talk, from either of them to \`to_do\`, and
then on in this order. It is tested together with its change; from there it is \`done\`, or support has it back. \`changebook advance TKT-…\` and *Advance
Status…* move a ticket by itself, also back by one where its work began too early, to \`on_hold\`, from which it starts over, and from
\`done\` to support where it comes up again.`;

export const sections = `The body of a change has nine sections, each a heading of the second level in either language. They come in this order;
other sections may stand between them. Capitals and accents make no difference. A section is empty when neither it nor a
heading below it holds anything; a comment (\`<!-- … -->\`) does not fill it.`;

export const moreSections = `Tests has two parts, headings of the third level: what is new must work, what was there must still work. A \`## Review\`
(\`## Revisión\`) looks back on a change that did not go as planned.`;

export const steps = `A **step** is an item of a task list: \`- [ ]\`, \`* [x]\`, \`1. [ ]\`, inside of other items too. What merely looks like one in
code, in HTML or in the front matter is none.

${fenced(
  'markdown',
  `### 1. Preparation

- [x] Back up the database <!-- step: backup evidence -->
- [ ] Run the migrations
  - [ ] 0042
- [x] ~~Update the status page~~ (n/a: the customer has none)`,
)}

- A step is found again by the headings above it, its text, and its number among equals. A comment at its end,
  \`<!-- step: backup -->\`, gives it a **name** that stays when the text is reworded. Names are made of letters, digits,
  dots, hyphens and underscores.
- The word \`evidence\` behind the name asks for a line that proves it whenever the step is ticked,
  or marked as not applicable.
- A step that **does not apply** is struck through and says why: \`- [x] ~~text~~ (n/a: reason)\`.
  A name still comes last. The bracket that answers to the one before \`n/a\` ends the text of the step; one that has no
  other half in the reason is written \`\\(\` or \`\\)\`.
- Steps **below a heading that names the rollback**, the change's own or one of its procedure's inside of the deployment,
  lead back. They are never next, no gate of the deployment waits for them, and \`done\` does not need them. With
  \`outcome: rolled_back\` it is the other way round: they are what is to be done, in place of what was left of the others,
  and the rollback notice takes the place of the end notice.`;

export const times = `A moment is written by ISO 8601, with or without its offset from UTC:

- \`2026-11-24T22:00+01:00\` is the same moment everywhere. \`Z\`, \`+01\` and \`+0100\` are offsets as well.
- \`2026-11-24 22:00\` is local time, in the zone of the customer, else of the workspace, else UTC with a warning.

Seconds are allowed; a blank or a \`T\` separates day and time. A day that the calendar does not have is an error, and so is a
local time that a change of clocks skips or repeats: write that one with its offset. Days are \`2026-11-24\`.

A duration is \`15m\`, \`1h30m\`, \`2d\` or, by ISO 8601, \`PT15M\`. A window includes its start but not its end, so two that
touch do not overlap. Ranges of days in the configuration include their last day.`;

export const versions = `A version is text, so put it in quotes: YAML takes an unquoted \`3.10\` for the number 3.1. Changebook reads what you wrote
and warns, with a fix that adds the quotes; other tools would see the wrong version.

Any text is a version. Their order is known for SemVer with its pre-releases, days and months (\`2026-11-15\`, \`2026.11\`), Debian
epochs and revisions, Maven qualifiers, letters and updates behind numbers (\`1.1.1w\`, \`8u301\`) and counted builds; hashes, digests,
ranges and versions of two schemes have none. Only a step that is certainly down is an error.`;

export const configuration = `A workspace needs no configuration. What there is lies in \`.changebook/\` and is checked like a record, at the exact
place. It is data only: nothing in it is ever executed. What is wrong in it is reported and left out, the rest counts.`;

export const configText = `\`rules\` sets severity (\`off\`, \`info\`, \`warning\`, \`error\`) and options of rules by their ids:
\`format/sections: error\`, or \`format/placeholder: { severity: error, words: [FIXME] }\`. Quote \`"off"\` where other tools
read the file, since older YAML takes it for *false*. A severity that you set replaces the rule's own everywhere. In
\`overrides\` the same holds for some files only; where several fit, the last one counts.

Each row of \`approvals\` adds roles for the changes that meet its \`when\`: closed fields (\`change_type\`, \`deployment_type\`,
\`configuration_change\`, \`performed_by\`, \`severity\`, \`impact\`, \`outcome\`) and \`risk\`, each with a value or a list of them. Rows for
\`change_type: standard\` are, for standard changes that name their \`procedure\`, the only ones. Where rows go by \`deployment_type\`, a change
without one needs the roles of all types; a change to which no row gives a role cannot be deployed, unless a row with a condition that
it meets says \`roles: []\`. \`emergency: { approvals: [operations] }\` names the roles that approve an emergency before it is deployed; without it any
one that it needs does. A row's \`holders\` say who holds a role, whatever its \`when\`: addresses, or
names that \`people\` and the contacts know. Nobody else approves in such a role. With \`commit: { signed: true }\` an approval also
needs a commit with a good signature, and the owner of its key (the principal of \`ssh\`, the address of \`gpg\`) is who gave it.
\`people\` names the addresses with which somebody commits, \`committers\` the hosts that commit for others.

${fenced(
  'yaml',
  `approvals:
  - { roles: [peer, operations], holders: { operations: [ops@example.org, Nil Roca] } }
people: [{ name: Nil Roca, addresses: [nil@example.org, nil@home.example] }]
committers: [noreply@github.com]
commit: { signed: true }`,
)}

\`workflow\` describes another way through the states, in their order:

${fenced(
  'yaml',
  `workflow:
  states:
    to_do: { moves: [in_progress] }
    in_progress: { moves: [staging] }
    staging: { stage: to_be_reviewed, waits_on: provider, moves: [releasing, in_progress] }
    releasing: { moves: [done], guards: [schedule/window] }
    done: {}`,
)}

A state of your own names the usual one that it counts as (\`stage\`); \`waits_on\` is provider, customer or performer; findings
of a state's \`guards\` keep a change out of it even as warnings. Every state must be reached from the first, and lead to one that
counts as done. \`on_hold\`, \`cancelled\` and \`rejected\` are always there. A workflow that does not work is reported and not used.`;

export const productionText = `Which environments count as production decides what a change needs: agreement, validation, a rollback. The customer's
file says so first, then \`environments\` of \`config.yaml\`, where \`aliases\` are further names for the same environment:

${fenced('yaml', 'environments: [{ name: PRD, production: true, aliases: [live] }, { name: UAT }]')}

What is listed counts as its row says, and without \`production: true\` as something else. Of an environment that no list has
the name decides: one of its words, digits behind it aside, is ${productionWords.map((word) => `\`${word}\``).join(', ')} (case and accents
aside), and the word before it is none of ${otherThanWords.map((word) => `\`${word}\``).join(', ')}. So \`PRO\`, \`PRD-EU\`, \`prod_2\` and
\`Live\` count, and \`preprod\`, \`pre-prod\` and \`eu-west-1\` do not. \`changebook show\` says of each environment of a change whether
it counts, and why. A name that a list should have and has not is an error (\`customer/unknown\`).`;

export const customerText = `The name of the file is the customer's key: \`customers/diba.yaml\` describes \`diba\`. Records name a customer by its key
or by its \`name\`; capitals make no difference.`;

export const limits = `Records may come from strangers, in a pull request for instance, so what is read has its limits:

| What | At most |
| --- | --- |
| the YAML of one record; of a file of the configuration | ${yamlLimits.bytes / 1024} KB; ${configLimits.bytes / 1024} KB |
| values nested in each other | ${yamlLimits.depth} levels |
| values in them | ${yamlLimits.nodes.toLocaleString('en')}; ${configLimits.nodes.toLocaleString('en')} |
| a whole record | ${longestText / 1_000_000} MB; of a longer one only the front matter is read |

Anchors, aliases, tags, directives and a second document are refused, and so is every front matter language but YAML
(\`---js\` is not run).`;

export const silent = `- **Empty values.** A key without a value, \`null\` or \`~\` count as not written, so that a form can be filled in bit by bit.
- **Text without quotes.** Where text is wanted, \`0042\` and \`true\` are text, just as they stand. Where a number or
  \`true\`/\`false\` is wanted, quotes make it something else, which is an error.
- **The same key twice.** The first one counts; the second one is an error.
- **The fences.** Both are lines of exactly \`---\`; blanks behind them and a byte order mark before the first do no harm.
  Without a second fence the front matter ends at the first blank line.
- **YAML that is broken.** Each key that can be read by itself is read, so the rest of the record is still checked.
- **A lone item.** \`environments: PRO\` and \`environment: PRO\` are a list of one. Elsewhere a list is written as a list.
- **A list as one text.** \`environments: PRO, PRE\` is an error: it is read as two, and a fix writes \`[PRO, PRE]\`. Commas and
  semicolons divide it; “and” and “y” may, so those are only offered. A comma inside of an item divides nothing.
- **A ticket as text.** \`tickets: [ES-7412280]\` is short for \`[{ id: ES-7412280 }]\`.
- **A file that \`records\` names without a known \`type\`** is read as a change, and the missing type is reported.
- **Section headings.** Numbers, colons, emphasis, links and pictures around a name do not hide it. What else it is usually
  called stands under it in the table, and counts where no heading has the name itself. Of two with the same name the first
  one is the section.
- **States and roles of your own.** A status or role may be one that the configuration adds, written exactly as there.
- **Days in the configuration.** A freeze or vacation with one of its ends is one day. A vacation of the workspace whose
  \`who\` names a customer is that customer's. The workspace's own \`dates\` are days off for every customer, beside the
  holidays of the customer's country; a customer that names a region alone means the workspace's country. Days under
  \`except\` are none of these: people work then.
- **Hours.** \`business_hours\` is one span or a list of spans. Such spans and maintenance windows that end before they begin, or when they begin, end the next day. A
  window without \`days\` opens every day; windows that touch are one. Days off have no business hours.
- **A window without a duration** is its first moment.
- **Two changes share** an environment when its name is the same but for capitals; a change without a customer shares its
  components instead. The rhythm of a deployment type counts local days.
- **What cannot be read** is reported once: of a customer with a maintenance window that has a bad day, or of a freeze whose
  customers cannot be read, nothing else is said.
- **A release in another repository.** \`release.repository\`, of the change or else of the configuration, says that tag, branch
  and \`CHANGELOG.md\` are there, so nothing asks for them here. \`.\` is this repository, whatever the configuration says.
- **Links.** Those in the text lead to files of the workspace, from the folder of the record. Web addresses are not visited.
- **Links between folders.** Symbolic links are not followed; what they lead to counts where it really is. A
  markdown file that is a link to nothing, to no file, or out of the repository cannot be read (\`config/unread\`).`;

export const editors = `Editors that know JSON Schema can complete and check these files by themselves: \`schemas/\` has one schema for each record
type, for \`config.yaml\` and for the customers' files (draft 2020-12). The schemas accept what Changebook reads, under English
and Spanish names; what depends on the state, on other records or on the calendar only the [rules](rules/README.md) know.`;
