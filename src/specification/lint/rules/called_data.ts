import { placeOf, prototypeOf } from '../document.js';
import { quoted } from '../names.js';
import type { LintRule } from '../rule.js';

const CALLS = /\b(?:call|calls|calling|invoke|invokes|invoking) (?:the )?(\w+)/g;

export const calledData: LintRule = {
  id: 'called-data',
  severity: 'error',
  finds: 'a sentence that calls a `void*` parameter, mostly the context in place of its callback',
  why: "Data can't be called; which function is meant is a guess.",
  bad: '## toy_open\n\n```c\nint toy_open(ON_TOY on_toy, void* on_toy_context);\n```\n\n**SRS_TOY_01_001: [** `toy_open` shall call `on_toy_context`. **]**',
  good: '## toy_open\n\n```c\nint toy_open(ON_TOY on_toy, void* on_toy_context);\n```\n\n**SRS_TOY_01_001: [** `toy_open` shall call `on_toy`. **]**',
  check: (document) =>
    document.requirements.flatMap((requirement) => {
      const parameters = prototypeOf(document, requirement)?.parameters ?? [];
      const data = parameters.filter(({ type }) => /\bvoid\b.*\*/i.test(type)).map(({ name }) => name);
      return [...requirement.text.matchAll(CALLS)]
        .map((match) => match[1] ?? '')
        .filter((name) => data.includes(name))
        .map((name) => ({
          message: `${quoted(name)} is data and can't be called`,
          slice: placeOf(document, requirement, name),
        }));
    }),
};
