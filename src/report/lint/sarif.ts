import { packageVersion } from '../../package.js';
import { LINT_RULES, type Finding, type LintRule } from '../../specification/lint/index.js';
import type { SourceSlice } from '../../specification/index.js';
import { SARIF_SCHEMA, sarifAddress } from '../sarif_address.js';
import type { LintReader } from './reader.js';

/** A log in the Static Analysis Results Interchange Format, version 2.1.0. */
export function renderLintSarif(findings: readonly Finding[], { folder }: LintReader): string {
  const indexes = new Map(LINT_RULES.map(({ id }, index) => [id, index]));
  const log = {
    $schema: SARIF_SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'iospec', version: packageVersion(), rules: LINT_RULES.map(descriptorOf) },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map(({ rule, severity, message, requirement, slice }) => ({
          ruleId: rule,
          ruleIndex: indexes.get(rule),
          level: severity,
          message: { text: message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: sarifAddress(slice.file, folder),
                region: regionOf(slice),
              },
              ...(requirement === null ? {} : { logicalLocations: [{ name: requirement }] }),
            },
          ],
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function descriptorOf({ id, severity, finds, why, bad, good }: LintRule): object {
  return {
    id,
    name: id.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: `Finds ${finds}.` },
    fullDescription: { text: why },
    help: { text: `${why}\n\nInstead of\n\n${bad}\n\nwrite\n\n${good}` },
    defaultConfiguration: { level: severity },
  };
}

/** Columns count from 1; where a region runs over several lines, it ends with the last of them. */
function regionOf({ line, column, endLine, start, end }: SourceSlice): object {
  const region = { startLine: line, startColumn: column, endLine };
  return line === endLine ? { ...region, endColumn: column + end - start } : region;
}
