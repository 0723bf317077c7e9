import { AstBuilder, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator } from '@cucumber/messages';
import { Then } from '../../../src/system/phrase_registry.js';
import type { Execution, Files } from '../stage/workplace.js';
import type { CommandWorld } from '../stage/world.js';

const FOLDER = 'features/';

/** What the steps read of a rule. */
interface Rule {
  readonly name: string;
  readonly tags: readonly { readonly name: string }[];
  readonly children: readonly { readonly scenario?: Scenario }[];
}

interface Scenario {
  readonly steps: readonly { readonly text: string }[];
  readonly examples: readonly {
    readonly tableBody: readonly { readonly cells: readonly { readonly value: string }[] }[];
  }[];
}

/** The feature files among some files. */
export function featuresIn(files: Files): Files {
  return new Map([...files].filter(([path]) => path.startsWith(FOLDER)));
}

const parse = (text: string) =>
  new Parser(new AstBuilder(IdGenerator.incrementing()), new GherkinClassicTokenMatcher()).parse(text);

function rulesOf({ files }: Execution): readonly Rule[] {
  return [...featuresIn(files).values()].flatMap((text) =>
    (parse(text).feature?.children ?? []).flatMap(({ rule }) => (rule === undefined ? [] : [rule])),
  );
}

function scenariosOf({ children }: Rule): readonly Scenario[] {
  return children.flatMap(({ scenario }) => (scenario === undefined ? [] : [scenario]));
}

function stepsOf(rule: Rule): readonly string[] {
  return scenariosOf(rule).flatMap(({ steps }) => steps.map(({ text }) => text));
}

function cellsOf(rule: Rule): readonly string[] {
  return scenariosOf(rule).flatMap(({ examples }) =>
    examples.flatMap(({ tableBody }) => tableBody.flatMap(({ cells }) => cells.map(({ value }) => value))),
  );
}

function same(left: Files, right: Files): boolean {
  return JSON.stringify([...left].sort()) === JSON.stringify([...right].sort());
}

function listed(files: Files): string {
  return files.size === 0 ? 'none' : [...files.keys()].join(', ');
}

Then(/^iospec shall write the rule (\S+)$/, function (this: CommandWorld, label: string) {
  const rules = rulesOf(this.stage.execution);
  const found = rules.filter(
    ({ name, tags }) => name === label && tags.some((tag) => tag.name === `@${label}`),
  );
  const observed = rules.map(({ name }) => name).join(', ');
  this.expect.that(found.length === 1, `iospec writes one rule ${label}`, label, observed);
});

Then(/^iospec shall write a step that ends in (.+)$/, function (this: CommandWorld, words: string) {
  const steps = rulesOf(this.stage.execution).flatMap(stepsOf);
  const holds = steps.filter((text) => text.endsWith(words)).length === 1;
  this.expect.that(
    holds,
    'iospec writes a step in the words of the sentence',
    `… ${words}`,
    steps.join(' / '),
  );
});

Then(
  /^iospec shall write the step (.+) under each rule that uses the phrase$/,
  function (this: CommandWorld, words: string) {
    // The definition comes first; every rule behind it uses the phrase.
    const rules = rulesOf(this.stage.execution).slice(1);
    this.expect.that(rules.length > 0, 'rules use the phrase', 'some', 'none');
    for (const rule of rules) {
      const steps = stepsOf(rule);
      const holds = steps.some((text) => text.endsWith(` ${words}`));
      this.expect.that(
        holds,
        `${rule.name} has the step that the phrase stands for`,
        words,
        steps.join(' / '),
      );
    }
  },
);

Then(/^iospec shall write an example with (\S+)$/, function (this: CommandWorld, value: string) {
  const cells = rulesOf(this.stage.execution).flatMap(cellsOf);
  this.expect.that(cells.includes(value), 'iospec writes an example', value, cells.join(', '));
});

Then(/^iospec shall write a feature that Gherkin can read$/, function (this: CommandWorld) {
  const features = featuresIn(this.stage.execution.files);
  this.expect.that(features.size > 0, 'iospec writes a feature', 'a feature', 'none');
  for (const [path, text] of features) {
    let observed = 'read';
    try {
      parse(text);
    } catch (error) {
      observed = String(error);
    }
    this.expect.that(observed === 'read', `Gherkin can read ${path}`, 'read', observed);
  }
});

Then(/^iospec shall leave the features as they were$/, function (this: CommandWorld) {
  const { before, files } = this.stage.execution;
  const [old, now] = [featuresIn(before), featuresIn(files)];
  this.expect.that(
    same(old, now),
    'the features are as they were',
    listed(old),
    `${listed(now)}, other files or texts`,
  );
});

Then(/^iospec shall leave the feature in (\S+) as it was$/, function (this: CommandWorld, folder: string) {
  const { before, files } = this.stage.execution;
  const within = [...before].filter(([path]) => path.startsWith(`${folder}/`));
  this.expect.that(within.length > 0, `a feature stands in ${folder}`, 'a feature', 'none');
  for (const [path, text] of within) {
    this.expect.that(
      files.get(path) === text,
      `${path} is as it was`,
      text,
      files.get(path) ?? 'no such file',
    );
  }
});

Then(/^iospec shall write the features as they were before the edit$/, function (this: CommandWorld) {
  const wanted = featuresIn(this.stage.unedited);
  const now = featuresIn(this.stage.execution.files);
  this.expect.that(wanted.size > 0, 'features stood before the edit', 'some', 'none');
  this.expect.that(
    same(wanted, now),
    'the edit is undone',
    listed(wanted),
    `${listed(now)}, other files or texts`,
  );
});

Then(/^iospec shall report (\S+) as (\w+)$/, function (this: CommandWorld, path: string, kind: string) {
  const { stderr } = this.stage.execution;
  const holds = stderr.split('\n').some((line) => line.startsWith(`${path}:`) && line.endsWith(`: ${kind}`));
  this.expect.that(holds, `iospec reports ${path} as ${kind}`, `${path}: ${kind}`, stderr);
});
