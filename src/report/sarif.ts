import type { Log, ReportingDescriptor, Result } from 'sarif';
import type { RequirementTrace, ScenarioTrace, SpecificationTrace, Trace } from '../trace/model.js';
import { isProblem } from '../trace/summary.js';
import { isBad, isExecuted, labelOf } from '../trace/verdict.js';
import { messageOf } from './error_message.js';
import { titleOf } from './scenario_title.js';
import { sarifAddress, SARIF_SCHEMA } from './sarif_address.js';

/** Each requirement that keeps the run from conforming, on the line of its sentence. SARIF 2.1.0, for code scanning services. */
export function renderSarif(trace: Trace): string {
  const found = trace.specifications.flatMap((specification) =>
    specification.requirements
      .filter((requirement) => isProblem(requirement, trace.selection))
      .map((requirement) => ({ specification, requirement })),
  );
  const rules = new Map<string, ReportingDescriptor>();
  for (const { requirement } of found) {
    if (!rules.has(requirement.label)) rules.set(requirement.label, ruleOf(requirement));
  }
  const indexes = new Map([...rules.keys()].map((id, index) => [id, index]));
  const log: Log = {
    $schema: SARIF_SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'iospec', version: trace.tool.version, rules: [...rules.values()] } },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: trace.complete, startTimeUtc: trace.startedAt }],
        results: found.map(({ specification, requirement }) => ({
          ruleIndex: indexes.get(requirement.label) ?? -1,
          ...resultOf(requirement, specification),
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 1)}\n`;
}

function ruleOf({ label, text, section }: RequirementTrace): ReportingDescriptor {
  return {
    id: label,
    shortDescription: { text: sentenceOf(text) },
    fullDescription: { text: sentenceOf(text) },
    ...(section.length === 0 ? {} : { help: { text: `${sentenceOf(text)}\n\n${section.join(' › ')}` } }),
    defaultConfiguration: { level: 'error' },
  };
}

function resultOf(requirement: RequirementTrace, { name }: SpecificationTrace): Result {
  const { label, file, line, endLine, verdict } = requirement;
  return {
    ruleId: label,
    // What was not tried is no defect of the adapter yet.
    level: isExecuted(verdict) ? 'error' : 'warning',
    message: { text: explain(requirement) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: sarifAddress(file, process.cwd()),
          region: { startLine: line, endLine },
        },
        logicalLocations: [{ name: label, fullyQualifiedName: `${name}/${label}` }],
      },
    ],
    // The same requirement is the same alert, wherever edits move its line.
    partialFingerprints: { 'requirement/v1': `${name}/${label}` },
    properties: { verdict },
  };
}

/** What went wrong first, and how often the like did. */
function explain({ label, text, verdict, reason, scenarios }: RequirementTrace): string {
  const bad = scenarios.filter((scenario) => isBad(scenario.verdict));
  const [first] = bad.filter((scenario) => scenario.verdict === verdict);
  return [
    `${label} ${labelOf(verdict)}: ${sentenceOf(text)}`,
    ...(first === undefined ? [reason ?? ''] : describe(first)),
    ...(bad.length > 1 ? [`${bad.length} of its ${scenarios.length} scenarios did not pass.`] : []),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function describe(scenario: ScenarioTrace): readonly string[] {
  const { feature, line, error, reason } = scenario;
  return [
    `Scenario: ${titleOf(scenario)}, ${feature}:${line}`,
    ...(error === null
      ? [reason ?? '']
      : [
          `Step: ${error.step}`,
          ...(error.expected === null ? [] : [`Expected: ${error.expected}`]),
          ...(error.observed === null ? [] : [`Observed: ${error.observed}`]),
          messageOf(error),
        ]),
  ];
}

/** A requirement may have no words; a description must have some. */
function sentenceOf(text: string): string {
  return text === '' ? '(no text)' : text;
}
