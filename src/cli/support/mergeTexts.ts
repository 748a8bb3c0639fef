import type { Localized } from '../../core/model/text/localized';

/** What `merge-driver` says on the command line. */
export const mergeTexts = {
  merge_oneOfBoth: {
    en: 'Either --install or --uninstall, not both.',
    es: 'O --install o --uninstall, no ambos.',
  },
  merge_files: {
    en: 'It takes --install or --uninstall alone; git calls it with its three files.',
    es: 'Solo lleva --install o --uninstall; git lo llama con sus tres ficheros.',
  },
  merge_noRepository: {
    en: 'There is no git repository here. Nothing was changed.',
    es: 'Aquí no hay ningún repositorio de git. No se ha cambiado nada.',
  },
  merge_installed: {
    en: 'In this clone git now merges records by their fields and steps. Other clones need the same command once.',
    es: 'En este clon git fusiona ahora los registros por campos y pasos. Los demás clones necesitan la misma orden una vez.',
  },
  merge_already: {
    en: 'In this clone git merges records by their fields and steps already.',
    es: 'En este clon git ya fusiona los registros por campos y pasos.',
  },
  merge_removed: {
    en: 'In this clone git now merges records line by line, as all other files.',
    es: 'En este clon git fusiona ahora los registros línea a línea, como los demás ficheros.',
  },
  merge_none: {
    en: 'In this clone git merges records line by line already.',
    es: 'En este clon git ya fusiona los registros línea a línea.',
  },
  merge_missing: {
    en: '.gitattributes has git merge records by their fields and steps; in this clone it merges them line by line until you run changebook merge-driver --install.',
    es: '.gitattributes pide a git que fusione los registros por campos y pasos; en este clon los fusiona línea a línea hasta que ejecutes changebook merge-driver --install.',
  },
  merge_possible: {
    en: 'git can merge records by their fields and steps, with fewer conflicts: changebook merge-driver --install.',
    es: 'git puede fusionar los registros por campos y pasos, con menos conflictos: changebook merge-driver --install.',
  },
  merge_notCommitted: {
    en: '.gitattributes is not committed: {reason}',
    es: '.gitattributes no está en ningún commit: {reason}',
  },
} satisfies { readonly [id: string]: Localized };
