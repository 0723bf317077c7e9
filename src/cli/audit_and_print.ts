import { renderAudit } from '../report/audit.js';
import { progressOn } from '../report/progress.js';
import type { RequirementProof } from '../trace/proof.js';
import { auditDocument } from '../audit/auditing.js';
import { chooseAdapters, claimedDocuments, requireMatch } from '../verify/chosen_adapters.js';
import { isColorful } from './colors.js';
import { readDocuments } from '../verify/documents.js';
import { UsageError } from '../errors.js';

interface Asked {
  readonly documents: readonly string[];
  readonly adapters: readonly string[];
  readonly requirements: readonly string[] | null;
  readonly format: 'table' | 'json';
  readonly parallel: number;
  readonly timeoutMs: number;
}

/**
 * Audits documents and prints what is proven.
 * @returns The exit status: 0 all proven, 1 not.
 */
export async function auditAndPrint(asked: Asked): Promise<number> {
  const abort = new AbortController();
  const interrupt = (): void => {
    abort.abort();
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    const { signal } = abort;
    const adapters = await chooseAdapters(asked.adapters, { timeoutMs: asked.timeoutMs, signal });
    const isNamed = asked.adapters.length > 0;
    const specifications = await readDocuments(claimedDocuments(asked.documents, isNamed ? adapters : []));
    if (isNamed) requireMatch(specifications, adapters);
    const proofs: RequirementProof[] = [];
    for (const specification of specifications) {
      if (signal.aborted) break;
      const onProgress = progressOn(process.stderr);
      proofs.push(...(await auditDocument(specification, { ...asked, adapters, signal, onProgress })));
    }
    if (signal.aborted) process.stderr.write('interrupted: the audit is incomplete\n');
    else if (proofs.length === 0)
      throw new UsageError(`${asked.requirements?.join(', ') ?? ''}: no such requirement`);
    process.stdout.write(renderAudit(proofs, asked.format, isColorful(process.stdout)));
    return !signal.aborted && proofs.every(({ proof }) => proof !== 'unproven') ? 0 : 1;
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}
