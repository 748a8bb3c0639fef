// The prose of docs/format.md about who answers for what.

export const waivers = `A **waiver** says that somebody answers for a finding: which rule, who, and why, and until which day if it is not
for good. The finding is then shown as information, with who and why. A waiver without a person or a reason, past its last
day, or for something that is not there, is reported itself. Errors of the format, approvals, agreements and waivers cannot be
waived, and whoever requested the change or performs it had better not be the one who answers (a warning).`;

export const approvals = `Of each role its latest decision by time counts, wherever it stands in the list; at equal times a denial does, and so
does one without a time. An approval says who gave it, when, and of what (\`by\`, \`at\`, \`digest\`): from \`to_be_released\` on one
that lacks any of them, or is dated after now, does not count. An emergency needs one approval before it is deployed, by
somebody who neither asked for it nor performs it, and the others before it is done. Quality assurance, a peer and operations
approve every change; project and product also do for deployment types 3 and 4 and where the **risk** is high, unless
\`approvals\` in the configuration says otherwise.
Nobody approves what they asked for or perform; \`people\` in the configuration, the customers' contacts and \`.mailmap\` say which names
and addresses are one person.

An approval is **real** by the commit that brought it: its author, by the author's own address, is whom \`by\` names. Whom an address
belongs to is said by \`people\`, the contacts and \`holders\` (\`Name <address>\`), never by \`.mailmap\`, which everybody may edit: that only
makes rules stricter. A name of which no address is known is compared with the author's own name. Somebody else's commit for an
author counts where \`committers\` lists the address, as hosts that merge need it. \`at\` is at most five minutes later than the
commit. What git cannot say counts as not approved.

The **digest** of an approval is made from what was approved; \`changebook show\` prints it, and after any edit of that it is
another one. Left out are, each at its exact place, \`status\`, \`actual\`, \`approvals\`, \`agreement\`, \`notifications\`, \`hold\`,
\`outcome\`, the figures of \`tests\` (\`passed\`, \`total\`, \`run\`), the \`status\` of listed tickets, waivers of rules that count only
once a change is done, the character in the box of a step, and the mark of one that does not apply (\`~~\`, \`~~ (n/a: reason)\`).

- The front matter counts as it is read, with fields that the format does not know and with its comments. The language
  of names and closed values, the order of keys, quotes and layout make no difference. A comment belongs to the entry in whose
  lines it stands, else to the one below it; inside of what is left out it is left out, too.
- The body counts as it is written: order, indentation, blanks at the end of a line, comments, code, targets of links, and a
  line break more or less at the end of the file. Only line endings (LF, CRLF; CR where a file has nothing else) and a byte order
  mark make no difference. A CR by itself among other line endings is a character.
- It begins with \`sha256-2:\`. Digests of earlier versions, \`sha256:\`, no longer count: approve again.

The risk of a change is the highest of: its impact; its deployment type (1 low, 2 and 3 medium, 4 high); an outage (medium,
over ten minutes high); an irreversible (high) or expensive (medium) migration; components with a step of the first number (one
medium, several high); changes of the customer that failed or were rolled back in the 90 days before (one medium, several
high). \`changebook show\` and a hover on the impact say which of them decided.`;
