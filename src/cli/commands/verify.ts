import { resolve } from 'node:path';
import { isFolder } from '../../node/workspaceRoot';
import { type Command, wrongCall } from '../support/command';
import { answerFormatOption, textOption } from '../support/usualOptions';

/** `changebook verify`: whether what Changebook wrote down once is still what the repository says. */
export const verify: Command = {
  name: 'verify',
  usage: 'changebook verify [receipt|pack]',
  summary: {
    en: 'Replays the decision of a receipt from the repository, offline, and says whether it comes out the same. Of a pack for auditors: finds damage in it, and in its repository also what is not true.',
    es: 'Repite la decisión de un justificante a partir del repositorio, sin red, y dice si sale igual. De un dossier para auditores: encuentra daños y, en su repositorio, también lo que no es verdad.',
  },
  options: {
    tag: textOption(
      'TAG',
      'the receipts in the note of that tag',
      'los justificantes en la nota de esa etiqueta',
    ),
    format: answerFormatOption,
  },
  examples: ['changebook verify receipt.json', 'changebook verify --tag v4.2.0', 'changebook verify pack/'],
  async run(call) {
    const [path, ...more] = call.paths;
    const isOne = (path === undefined) !== (call.text('tag') === undefined);
    if (!isOne || more.length > 0) throw wrongCall('verifyTarget');
    if (path !== undefined && isFolder(resolve(call.io.cwd, path)))
      return (await import('../support/verifyPack')).verifyPack(call, path);
    return (await import('../support/verifyReceipt')).verifyReceipt(call, path);
  },
};
