import { customerKey } from '../../config/customerKey';
import { customerKeyFor } from '../../config/workspaceConfig';
import type { Located } from '../../model/parse/located';
import type { ParsedRecord } from '../../model/parse/record';
import { type TextRange, textRange } from '../../model/text/range';
import { roleNamed } from '../../model/vocabulary/roleNamed';
import type { LanguageKind } from '../yamlPart';
import { environmentThing } from './environmentThing';
import { headingMentions } from './headingMentions';
import type { Mention, MentionInput, NamedKind, NamedThing } from './mention';
import { personThing, recordThing, stepThing } from './namedThings';
import { type FieldName, nameOfField } from './namingFields';
import { pathMentions } from './pathMentions';

/** The text whose fields are read; of a record the record itself, for what its body holds. */
export interface FieldSource {
  readonly file: string;
  readonly kind: LanguageKind;
  readonly text: string;
  readonly record?: ParsedRecord;
}

/**
 * What the fields of a record or of a configuration name.
 *
 * @param only the kind that is asked for; of all kinds without it
 */
export function fieldMentions(
  root: Located,
  source: FieldSource,
  input: MentionInput,
  only?: NamedKind,
): Mention[] {
  const reader = new FieldMentions(root, source, input, only);
  reader.read(root, '', undefined);
  return reader.mentions;
}

/** A role is described where its holders are. */
const holderKey = { defines: true, decided: false };

class FieldMentions {
  readonly mentions: Mention[] = [];
  /** Whose environments are meant where nothing else says so. */
  private readonly customer: string | undefined;

  constructor(
    root: Located,
    private readonly source: FieldSource,
    private readonly input: MentionInput,
    private readonly only: NamedKind | undefined,
  ) {
    const written = root.fields?.customer?.node;
    const named = written?.kind === 'scalar' ? written.value : undefined;
    this.customer = source.kind === 'customer' ? customerKey(source.file) : named;
  }

  /** Reads a value and everything below it; `holder` is the object that it belongs to. */
  read(place: Located, path: string, holder: Located | undefined): void {
    const field = nameOfField(this.source.kind, path);
    // A text that stands for a list names what its parts do.
    if (field && !place.items && this.isAsked(field)) this.add(place, field, holder);
    place.items?.forEach((item) => {
      this.read(item, path, item.fields ? item : holder);
    });
    for (const [name, part] of Object.entries(place.fields ?? {})) {
      // A bare text in the place of an object has been read as that.
      if (part.node === place.node) continue;
      if (place.type.kind === 'map') this.readKey(part, `${path}.*`, place);
      else this.read(part, path === '' ? name : `${path}.${name}`, place);
    }
  }

  private isAsked({ kind }: FieldName): boolean {
    return !this.only || kind === this.only || (kind === 'path' && this.only === 'record');
  }

  /** Of a mapping whose keys are names, the key and what stands under it. */
  private readKey(part: Located, path: string, holder: Located): void {
    if (path === 'approvals.holders.*' && part.key !== undefined && part.keyRange)
      this.push({ kind: 'role', key: roleNamed(part.key), scope: '' }, part.key, part.keyRange, holderKey);
    this.read(part, path, holder);
  }

  private add({ node }: Located, field: FieldName, holder: Located | undefined): void {
    if (node.kind !== 'scalar' || node.style === 'block' || node.value.trim() === '') return;
    const { file, record } = this.source;
    if (field.kind === 'heading') {
      if (record) this.mentions.push(...headingMentions(record, file, node, field.whole, this.input));
    } else if (field.kind === 'path')
      this.mentions.push(...pathMentions(this.source, node.range, this.input));
    else {
      const thing = this.thing(field, node.value, holder);
      // The version behind the name of a procedure is none of it.
      const written = thing?.kind === 'record' ? (node.value.split('@', 1)[0] ?? '') : node.value;
      if (thing) this.push(thing, written, node.range, field);
    }
  }

  private thing(field: FieldName, value: string, holder: Located | undefined): NamedThing | undefined {
    const { input, source, customer } = this;
    switch (field.kind) {
      case 'record':
        return recordThing(input, value.split('@')[0] ?? '');
      case 'customer':
        return {
          kind: 'customer',
          key: field.defines ? (customer ?? '') : customerKeyFor(input.config, value),
          scope: '',
        };
      case 'environment':
        return environmentThing(input.config, source.kind, customer, value, holder);
      case 'role':
        return { kind: 'role', key: roleNamed(value), scope: '' };
      case 'person':
        return personThing(input.config, value);
      default:
        return source.record && stepThing(source.record, source.file, value, input);
    }
  }

  private push(
    thing: NamedThing,
    written: string,
    { start, end }: TextRange,
    { defines, decided }: Pick<FieldName, 'defines' | 'decided'>,
  ): void {
    const { text } = this.source;
    const quote = /["']/.test(text[start] ?? '') ? (text[start] ?? '') : '';
    const from = start + quote.length;
    const behind = end - quote.length;
    const range = textRange(from, thing.kind === 'record' ? Math.min(behind, from + written.length) : behind);
    const mention: Mention = { ...thing, range, written, defines, style: 'yaml', quote };
    this.mentions.push(decided ? { ...mention, decided } : mention);
  }
}
