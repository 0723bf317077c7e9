import pc from 'picocolors';
import { counted } from '../trace/counted.js';
import type { RequirementProof } from '../trace/proof.js';
import { printable } from './printable.js';

/** Renders an audit: for a reader, what is not proven and the counts, or as one JSON array with everything. */
export function renderAudit(
  rawProofs: readonly RequirementProof[],
  format: 'table' | 'json',
  isColorful: boolean,
): string {
  if (format === 'json') return `${JSON.stringify(rawProofs, null, 2)}\n`;
  const proofs = printable(rawProofs);
  const colors = pc.createColors(isColorful);
  const count = (wanted: RequirementProof['proof']): number =>
    proofs.filter(({ proof }) => proof === wanted).length;
  const width = Math.max(0, ...proofs.map(({ label }) => label.length));
  const rows = proofs.flatMap(({ label, proof, reason, file, line, obligations }) => {
    const killed = new Set(obligations.flatMap((one) => one.killed));
    const all = new Set(obligations.flatMap((one) => [...one.killed, ...one.survived]));
    const word = proof === 'unproven' ? colors.red(proof) : proof === 'proven' ? colors.green(proof) : proof;
    const noticed = obligations.flatMap((one) => one.noticed);
    const changed = [...noticed, ...obligations.flatMap((one) => one.unnoticed)];
    const facts = [
      `${killed.size} of ${all.size} broken adapters found`,
      ...(changed.length > 0 ? [`${noticed.length} of ${changed.length} changed values noticed`] : []),
    ];
    const row = `${label.padEnd(width)}  ${word}  ${facts.join(', ')}`;
    if (proof !== 'unproven') return [row];
    const survivors = obligations
      .filter((one) => one.killed.length === 0 && one.noticed.length === 0)
      .flatMap(({ survived }) => survived.map((name) => `    not found: ${name}`));
    return [row, `  ${file}:${line} ${reason ?? ''}`, ...survivors];
  });
  const facts = [
    `${count('proven')} proven`,
    `${count('unproven')} unproven`,
    `${count('notApplicable')} not applicable`,
  ];
  return `${[...rows, `${counted(proofs.length, 'requirement')}: ${facts.join(', ')}`].join('\n')}\n`;
}
