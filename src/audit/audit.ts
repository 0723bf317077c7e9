import { UsageError } from '../errors.js';
import type { RunOptions } from '../run/run.js';
import type { RequirementProof } from '../trace/proof.js';
import { choose, type Choice } from '../verify/choice.js';
import { AdapterWorkers } from '../verify/describe_adapters.js';
import { auditDocument } from './auditing.js';

/** What an audit is asked for. */
export interface AuditRequest
  extends Choice, Pick<RunOptions, 'parallel' | 'timeoutMs' | 'signal' | 'onProgress'> {
  /** Ids or labels; null: every requirement. */
  readonly requirements: readonly string[] | null;
}

/**
 * Breaks adapters in every way that breaks a duty of their documents, and looks whether the requirements' own scenarios find it.
 * @returns A proof for each requirement, cell and call sequence; those found until then where the signal fired.
 * @throws UserError, with one line for the user.
 */
export async function audit(request: AuditRequest): Promise<readonly RequirementProof[]> {
  const { timeoutMs, signal } = request;
  const workers = new AdapterWorkers({ timeoutMs, signal });
  const { specifications, systems, adapters } = await choose(request, workers).finally(() => workers.end());
  const proofs: RequirementProof[] = [];
  for (const specification of specifications) {
    if (signal.aborted) break;
    const system = await systems.of(specification.name);
    proofs.push(...(await auditDocument(specification, { ...request, adapters, system })));
  }
  if (!signal.aborted && proofs.length === 0)
    throw new UsageError(`${request.requirements?.join(', ') ?? ''}: no such requirement`);
  return proofs;
}
