import { audit, type AuditRequest } from '../audit/audit.js';
import { renderAudit } from '../report/audit.js';
import { progressOn } from '../report/progress.js';
import { isColorful } from './colors.js';

interface Asked extends Omit<AuditRequest, 'signal' | 'onProgress'> {
  readonly format: 'table' | 'json';
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
    const proofs = await audit({ ...asked, signal, onProgress: progressOn(process.stderr) });
    if (signal.aborted) process.stderr.write('interrupted: the audit is incomplete\n');
    process.stdout.write(renderAudit(proofs, asked.format, isColorful(process.stdout)));
    return !signal.aborted && proofs.every(({ proof }) => proof !== 'unproven') ? 0 : 1;
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}
