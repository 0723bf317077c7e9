import type { CPrototype, Requirement } from '../../model.js';
import { placeOf, prototypeOf, type LintDocument } from '../document.js';
import { isCapitals, NAME_SHAPE, quoted } from '../names.js';
import type { Defect, LintRule } from '../rule.js';

/** "the on_io_error parameter" */
const CALLED_PARAMETER = /\b(\w+) parameters?\b/g;

/** "If `buffers` is NULL", "If the `buffers` value is NULL" */
const GUARD =
  /\bif (?:the )?(?:(?:argument|parameter) )?(\w+)(?: (?:parameter|argument|value))? (?:is|are) NULL\b/gi;

/** "… provided during `store_open_async`" */
const RECEIVER = /\b(?:provided|supplied|passed|given) (?:in|to|during|into|through) (\w+)/g;

/** "`hostName` and `port`", at the end of what stands before "provided" */
const GIVEN =
  /((?:\w+(?:, and |, or |, | and | or )){0,8}\w+)(?: (?:parameters?|arguments?|callbacks?))?(?: (?:that|which) (?:was|were|has been|have been))?(?: as)? $/;
const LONGEST_GIVEN = 300;

/** A parameter that stands for a structure of others. */
const CONFIGURATION = /param|config|option|settings|info|args/i;

export const unknownParameter: LintRule = {
  id: 'unknown-parameter',
  severity: 'warning',
  finds: 'a parameter that the prototype of its function does not have',
  why: "The caller can't pass it, so the sentence is about nothing or about another parameter.",
  bad: '## toy_open\n\n```c\nint toy_open(TOY toy);\n```\n\n**SRS_TOY_01_001: [** If the `my_toy` parameter is NULL, `toy_open` shall return 1. **]**',
  good: '## toy_open\n\n```c\nint toy_open(TOY toy);\n```\n\n**SRS_TOY_01_001: [** If the `toy` parameter is NULL, `toy_open` shall return 1. **]**',
  check: (document) => {
    const signatures = signaturesOf(document);
    const members = new Set(
      document.declarations.structs.flatMap((struct) => struct.members.map(({ name }) => name)),
    );
    return document.requirements.flatMap((requirement): readonly Defect[] => {
      const reasons = new Map([
        ...providedParameters(signatures, requirement, members),
        ...ownParameters(document, signatures, requirement, members),
      ]);
      return [...reasons].map(([name, message]) => ({
        message,
        slice: placeOf(document, requirement, name),
      }));
    });
  },
};

type Names = ReadonlySet<string>;
type Reasons = readonly (readonly [name: string, reason: string])[];

/** What all prototypes of one function, or the one of a callback type, have between them. */
interface Signature {
  /** Line of the prototype that has a parameter, by its name. */
  readonly parameters: ReadonlyMap<string, number>;
  /** True when a parameter stands for a structure, so that its members are passed as well. */
  readonly takesStructure: boolean;
}

/** By the name of a function, or by that of a callback type in lower case. */
function signaturesOf({ functions, declarations }: LintDocument): ReadonlyMap<string, Signature> {
  const types = declarations.prototypes.filter(({ kind }) => kind === 'functionType');
  return new Map([
    ...types.map((type) => [type.name.toLowerCase(), signatureOf([type])] as const),
    ...[...functions].map(([name, prototypes]) => [name, signatureOf(prototypes)] as const),
  ]);
}

function signatureOf(prototypes: readonly CPrototype[]): Signature {
  const all = prototypes.flatMap(({ parameters, slice }) =>
    parameters.map((parameter) => ({ ...parameter, line: slice.line })),
  );
  return {
    parameters: new Map(all.map(({ name, line }) => [name, line])),
    takesStructure: all.some(({ name, type }) => CONFIGURATION.test(name) || CONFIGURATION.test(type)),
  };
}

/** True of a word that is meant as a name: it is shaped like one, or it stands in a code span. */
function isName(word: string, { markdown }: Requirement): boolean {
  return !isCapitals(word) && (NAME_SHAPE.test(word) || markdown.includes(`\`${word}\``));
}

/** Parameters that a sentence takes for those of its section's function. */
function ownParameters(
  document: LintDocument,
  signatures: ReadonlyMap<string, Signature>,
  requirement: Requirement,
  members: Names,
): Reasons {
  const prototype = prototypeOf(document, requirement);
  if (prototype === null) return [];
  const own = new Set(prototype.parameters.map(({ name }) => name));
  const named = (requirement.text.match(/\w+/g) ?? []).filter((word) => word !== prototype.name);
  const elsewhere = signatures.get(prototype.name)?.parameters;
  return [CALLED_PARAMETER, GUARD]
    .flatMap((pattern) => [...requirement.text.matchAll(pattern)].map((match) => match[1] ?? ''))
    .filter((name) => isName(name, requirement) && !own.has(name) && !members.has(name))
    .filter((name) => !named.some((word) => signatures.get(word)?.parameters.has(name)))
    .flatMap((name) => {
      const line = elsewhere?.get(name);
      if (line === undefined && document.declared.has(name)) return [];
      const place = line === undefined ? '' : ` in line ${prototype.slice.line}, only in line ${line}`;
      return [[name, `${quoted(name)} is no parameter of ${quoted(prototype.name)}${place}`] as const];
    });
}

/** Parameters that a sentence says were given to a function. */
function providedParameters(
  signatures: ReadonlyMap<string, Signature>,
  requirement: Requirement,
  members: Names,
): Reasons {
  return [...requirement.text.matchAll(RECEIVER)].flatMap(({ index, 1: receiver = '' }) => {
    const signature = signatures.get(receiver);
    const before = requirement.text.slice(Math.max(0, index - LONGEST_GIVEN), index);
    const given = GIVEN.exec(before)?.[1];
    if (signature === undefined || given === undefined) return [];
    return given
      .split(/, and |, or |, | and | or /)
      .filter((name) => isName(name, requirement) && !signature.parameters.has(name))
      .filter((name) => !(signature.takesStructure && members.has(name)))
      .map((name) => [name, `${quoted(name)} is no parameter of ${quoted(receiver)}`] as const);
  });
}
