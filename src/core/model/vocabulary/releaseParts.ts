import { field } from './fieldType';
import { listOf, object, text, version } from './fieldTypes';

/** Also the default of the configuration. */
export const repositoryField = field(
  'repositorio',
  text,
  'Repository that has the tag, the branch and CHANGELOG.md, where it is another one; `.` is this one.',
  'Repositorio que tiene la etiqueta, la rama y CHANGELOG.md, si es otro; `.` es este.',
  'https://git.example.org/portal',
);

const variableFields = {
  name: field('nombre', text, 'Name of the variable.', 'Nombre de la variable.', 'JWT_SECRET_KEY'),
  purpose: field('proposito', text, 'What it is for.', 'Para qué sirve.', 'Signs the sessions'),
  default: field(
    'por_defecto',
    text,
    'What holds where it is not set; never a secret.',
    'Lo que vale si no se define; nunca un secreto.',
    '"30"',
  ),
};

export const releaseFields = {
  version: field('version', version, 'Version that is released.', 'Versión que se publica.', '"4.2.0"'),
  tag: field('etiqueta', text, 'Tag in git.', 'Etiqueta en git.', 'v4.2.0'),
  branch: field('rama', text, 'Branch in git.', 'Rama en git.', 'release/v4.2.0'),
  artifact: field(
    'artefacto',
    text,
    'What is deployed, by name or digest.',
    'Lo que se despliega, por nombre o huella.',
    'portal-4.2.0.tgz',
  ),
  variables: field(
    'variables',
    listOf(object(variableFields)),
    'New environment variables; each has a step that sets it.',
    'Variables de entorno nuevas; cada una tiene un paso que la define.',
    '[{ name: SESSION_MINUTES, purpose: How long a session lasts, default: "30" }]',
  ),
  repository: repositoryField,
};
