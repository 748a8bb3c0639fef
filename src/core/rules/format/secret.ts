import { type TextRange, textRange } from '../../model/text/range';
import { defineRule } from '../defineRule';

/**
 * How tokens of well-known services begin, and what stands before a password. Both look for one rare character and
 * only there at what is before it, which takes a third of the time of looking for the words themselves.
 */
const tokenBeginning = /[KzJ_x](?<=AK|AIz|eyJ|gh[pousr]_|github_|sk_|xox)|glpat-/;
const passwordAhead = /[:=](?<=(?:pass|word|wd|phrase|pwd|ña|na|clave|secret|token|key)["']?[ \t]{0,3}[:=])/i;

/** A shape that secrets have: whether a text is worth trying the pattern on, and the pattern. */
interface SecretShape {
  readonly hint: (text: string) => boolean;
  readonly pattern: RegExp;
}

const shapes: { readonly [kind in 'key' | 'token' | 'password' | 'address']: SecretShape } = {
  key: {
    hint: (text) => text.includes('PRIVATE KEY-----'),
    pattern: /-----BEGIN (?:[A-Z]+ ){0,3}PRIVATE KEY-----/g,
  },
  token: {
    hint: (text) => tokenBeginning.test(text),
    pattern:
      /\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_\w{36,255}|github_pat_\w{22,255}|glpat-[\w-]{20,100}|xox[abprs]-[\w-]{10,200}|AIza[\w-]{35}|sk_live_\w{16,200}|eyJ[\w-]{10,2000}\.eyJ[\w-]{10,2000}\.[\w-]{10,2000})/g,
  },
  password: {
    hint: (text) => passwordAhead.test(text),
    pattern:
      /(?<![A-Za-z])(?:pgpassword|pass(?:word|wd|phrase)?|pwd|contrase(?:ñ|n)a|clave|secret|token|api[_-]?key)["']?[ \t]{0,3}[:=][ \t]{0,3}["']?(?![$<{%*[(])([^\s"'`,;&<>{}]{6,200})/gi,
  },
  address: {
    hint: (text) => text.includes('://') && /:\/\/[^\s/]*@/.test(text),
    pattern: /:\/\/[^\s/:@]{1,100}:(?![$<{%*])([^\s/:@]{3,200})@/g,
  },
};

/** `format/secret`: no password, token or key stands in a record. */
export const secret = defineRule({
  id: 'format/secret',
  severity: 'warning',
  about: 'form',
  appliesTo: ['procedure', 'change', 'ticket'],
  sources: ['R'],
  title: { en: 'What looks like a secret', es: 'Lo que parece un secreto' },
  explanation: {
    en: 'Records are read by many and kept in git for ever, so a password in a command or a token in an example is given away for good, even after it is deleted. Name where the secret is kept instead, or use a variable. What was already committed must be changed at its source.',
    es: 'Los registros los lee mucha gente y quedan en git para siempre: una contraseña en una orden o un token en un ejemplo quedan expuestos aunque después se borren. Indica dónde se guarda el secreto o usa una variable. Lo que ya esté en un commit hay que cambiarlo en su origen.',
  },
  messages: {
    key: { en: 'This looks like a private key.', es: 'Esto parece una clave privada.' },
    token: { en: 'This looks like an access token.', es: 'Esto parece un token de acceso.' },
    password: {
      en: 'This looks like a password or secret; name where it is kept instead.',
      es: 'Esto parece una contraseña o un secreto; indica dónde se guarda en su lugar.',
    },
    address: {
      en: 'This address holds a password.',
      es: 'Esta dirección contiene una contraseña.',
    },
  },
  *check(record) {
    const { text } = record.lines;
    for (const [kind, shape] of Object.entries(shapes)) {
      if (!shape.hint(text)) continue;
      for (const match of text.matchAll(shape.pattern)) {
        const range = rangeOf(match);
        // A word alone is prose ("password: required"); secrets hold digits or signs.
        if (kind === 'password' && !/[\d!#$%^*+=?~@]/.test(text.slice(range.start, range.end))) continue;
        yield { message: kind, range };
      }
    }
  },
});

function rangeOf(match: RegExpExecArray): TextRange {
  const end = match.index + match[0].length;
  if (match[1] === undefined) return textRange(match.index, end);
  const at = match.index + match[0].lastIndexOf(match[1]);
  return textRange(at, at + match[1].length);
}
