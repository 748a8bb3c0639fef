import { strict as assert } from 'node:assert';
import { guessApprovers, isProgram } from '../../../../src/core/setup/guessApprovers';
import { guessCountry } from '../../../../src/core/setup/guessCountry';
import { numberedChecklist, ownChecklist } from '../../../../src/core/setup/ownChecklist';
import { ownCommands, ownName } from '../../../../src/core/setup/ownCommands';
import { guessAnswers } from '../../../../src/core/setup/setupAnswers';
import { answersFrom, setupQuestions } from '../../../../src/core/setup/setupQuestions';
import { factsOf, people } from './facts';

const [ana, ben, cleo] = people;

describe('What is guessed of a repository', () => {
  it('is its language by the words that it is written in, else that of whoever asks', () => {
    const guess = (readme: string) =>
      guessAnswers(factsOf({ language: 'es', texts: { 'README.md': readme } })).language;
    assert.equal(
      guess('The server of the portal, and what is in it for each of you. This is the one.'),
      'en',
    );
    assert.equal(guess('El servidor del portal para los que lo usan, con una guía y como instalarlo.'), 'es');
    assert.equal(guess('# Portal'), 'es');
  });

  it('is the country that a time zone lies in', () => {
    assert.equal(guessCountry('Europe/Madrid', 'US'), 'ES');
    assert.equal(guessCountry('Atlantic/Canary', undefined), 'ES');
    assert.equal(guessCountry('America/Bogota', undefined), 'CO');
    assert.equal(guessCountry('UTC', 'ES'), undefined);
  });

  it('is who approves by the owners of code, else by who committed', () => {
    const approvers = (owners: string, authors = people) =>
      guessApprovers(factsOf({ authors, texts: { '.github/CODEOWNERS': owners } }));
    assert.deepEqual(approvers('').approvers, people);
    assert.deepEqual(approvers('# nobody\n').approvers, people);
    const owned = approvers('* ana@example.org @bsoler # @cleo\n/docs @acme/writers');
    assert.deepEqual(owned, { approvers: [ana, ben], unknownOwners: ['@acme/writers'] });
    // Nobody approves their own change, so one person alone is no guess.
    assert.deepEqual(approvers('* ana@example.org').approvers, people);
    assert.deepEqual(approvers('', people.slice(0, 1)).approvers, []);
  });

  it('counts no program among the people', () => {
    for (const name of ['dependabot[bot]', 'renovate-bot', 'GitHub'])
      assert.ok(isProgram({ name, address: name === 'GitHub' ? 'noreply@github.com' : 'x@y.org' }), name);
    for (const one of [...people, { name: 'Bob Talbot', address: 'abbot@example.org' }])
      assert.ok(!isProgram(one), one.name);
  });

  it('are the commands that package files name, and the name of the package', () => {
    const from = (texts: { readonly [file: string]: string }, names: string[] = []) =>
      ownCommands(factsOf({ texts, names }));
    const scripts = (all: object) => JSON.stringify({ scripts: all });
    assert.deepEqual(from({ 'package.json': scripts({ test: 'jest', release: 'x' }) }, ['pnpm-lock.yaml']), {
      test: 'pnpm test',
      build: undefined,
      deploy: 'pnpm run release',
    });
    const none = scripts({ test: 'echo "Error: no test specified" && exit 1' });
    assert.equal(from({ 'package.json': none, Makefile: 'test: all\nX := 1\n' }).test, 'make test');
    assert.equal(from({ 'package.json': '{ broken' }).test, undefined);
    assert.equal(from({ 'package.json': '[]' }).test, undefined);
    assert.equal(from({ 'package.json': '{"scripts":{"test":{}}}' }).test, undefined);
    assert.deepEqual(
      from({ 'pyproject.toml': '[tool.pytest]', Dockerfile: 'FROM x' }).build,
      'docker build .',
    );
    assert.equal(ownName(factsOf({ texts: { 'package.json': '{"name":"@acme/portal"}' } })), 'acme/portal');
    assert.equal(ownName(factsOf({ texts: { 'pyproject.toml': '[project]\nname = "ledger"\n' } })), 'ledger');
    assert.equal(ownName(factsOf({ folder: 'a: "b"\n# c' })), 'a b c');
    assert.equal(ownName(factsOf({ folder: '…' })), 'app');
  });

  it('is the checklist of releases with boxes in it that lies nearest to the top', () => {
    const boxes = '- [ ] One\n- [ ] Two\n';
    const texts = {
      'docs/releasing.md': boxes,
      'RELEASING.md': 'No boxes.\n',
      'docs/releases/notes.md': boxes,
    };
    assert.equal(ownChecklist(factsOf({ texts }))?.file, 'docs/releasing.md');
    assert.equal(ownChecklist(factsOf({ texts: { 'README.md': boxes } })), undefined);
    const numbers = '1. One\n2. Two\n\n1. Three\n';
    assert.equal(numberedChecklist(factsOf({ texts: { 'RELEASING.md': numbers } })), 'RELEASING.md');
    for (const texts of [{ 'RELEASING.md': boxes }, { 'README.md': numbers }, { 'release $(x).md': numbers }])
      assert.equal(numberedChecklist(factsOf({ texts })), undefined);
  });
});

describe('The questions of a setup', () => {
  const facts = factsOf({});
  const guess = guessAnswers(facts);
  const questions = setupQuestions(guess, facts.authors);
  const problemOf = (name: string, answer: string) =>
    questions.find((question) => question.name === name)?.problem(answer)?.en;

  it('are five at most, and every guess is a good answer', () => {
    assert.ok(questions.length <= 5);
    for (const { name, guess: text, problem } of questions) assert.equal(problem(text), undefined, name);
    const written = Object.fromEntries(questions.map(({ name, guess: text }) => [name, text]));
    assert.deepEqual(answersFrom(written, guess, facts.authors), guess);
  });

  it('say what is wrong with an answer', () => {
    assert.match(problemOf('timezone', 'Madrid/Europe') ?? '', /no time zone/);
    assert.match(problemOf('timezone', 'Europe/Madird') ?? '', /Did you mean “Europe\/Madrid”/);
    assert.match(problemOf('country', 'XX') ?? '', /code of a country/);
    assert.match(problemOf('approvers', 'Ana Gil, Nobody Known') ?? '', /“Nobody Known” is neither/);
    for (const folder of ['../x', '/etc', 'C:\\x', '.git/x', 'a/../../b', '.changebook', 'a"b', '{x}'])
      assert.match(problemOf('records', folder) ?? '', /no folder inside/, folder);
    for (const folder of ['.', 'records', 'docs/ops/', './años'])
      assert.equal(problemOf('records', folder), undefined, folder);
  });

  it('take names, addresses and both', () => {
    const named = answersFrom({ approvers: 'cleo martí, New <new@example.org>' }, guess, facts.authors);
    assert.deepEqual(named.approvers, [cleo, { name: 'New', address: 'new@example.org' }]);
    assert.deepEqual(answersFrom({ approvers: '-', country: 'none' }, guess, facts.authors).approvers, []);
    assert.equal(answersFrom({ country: 'es' }, guess, facts.authors).country, 'ES');
    assert.equal(answersFrom({ timezone: 'europe/madrid' }, guess, facts.authors).timezone, 'Europe/Madrid');
  });
});
