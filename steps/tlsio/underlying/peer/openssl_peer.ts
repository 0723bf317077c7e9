import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certificatesFor, type Credentials } from '../../../../src/stage/certificates.js';

/** A TLS server of another make: OpenSSL's `s_server` in a process of its own. It sends each line back reversed. */
export interface OpenSslPeer {
  readonly host: string;
  readonly port: number;
  /** PEM of the authority that signed its certificate. */
  readonly trustedCerts: string;
  /** What `s_server` has printed so far: protocol, cipher, `CONNECTION CLOSED`. */
  readonly output: string;
  /** Ends the process; resolves when it is gone. */
  dispose(): Promise<void>;
}

export interface OpenSslPeerOptions {
  /** Host name that the certificate is for. Default: `localhost`. */
  readonly hostname?: string;
  /** The command. Default: `openssl`, found by the path. */
  readonly command?: string;
  /** Milliseconds in which the server must listen. Default: 10,000. */
  readonly deadlineMs?: number;
}

/** What `openssl version` says, or null where there is no such command. */
export function opensslVersion(command = 'openssl'): string | null {
  const { status, stdout } = spawnSync(command, ['version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

/** Whether there is an `openssl` command to run a peer with. */
export function opensslAvailable(command?: string): boolean {
  return opensslVersion(command) !== null;
}

/**
 * Starts `openssl s_server` on a free port of 127.0.0.1.
 * @throws Error when there is no such command, or it does not come to listen; its message has what it printed.
 */
export async function createOpenSslPeer(options: OpenSslPeerOptions = {}): Promise<OpenSslPeer> {
  const { hostname = 'localhost', command = 'openssl', deadlineMs = 10_000 } = options;
  if (!opensslAvailable(command))
    throw new Error(`no TLS peer by OpenSSL: the command ${command} cannot be run`);
  const { authority, server } = await certificatesFor(hostname);
  const folder = await mkdtemp(join(tmpdir(), 'iospec-openssl-'));
  try {
    const child = await start(command, folder, server.good);
    const printed = new Printed(child);
    const port = await printed.port(deadlineMs);
    return {
      host: '127.0.0.1',
      port,
      trustedCerts: authority,
      get output() {
        return printed.text;
      },
      dispose: () => end(child),
    };
  } finally {
    // The server has read them by now, and keys shall not lie about.
    await rm(folder, { recursive: true, force: true });
  }
}

async function start(command: string, folder: string, credentials: Credentials): Promise<ChildProcess> {
  const certificate = join(folder, 'certificate.pem');
  const key = join(folder, 'key.pem');
  await writeFile(certificate, credentials.certificate, { mode: 0o600 });
  await writeFile(key, credentials.privateKey, { mode: 0o600 });
  const child = spawn(
    command,
    ['s_server', '-accept', '127.0.0.1:0', '-cert', certificate, '-key', key, '-rev'],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const killWithParent = (): void => {
    child.kill('SIGKILL');
  };
  process.once('exit', killWithParent);
  child.once('close', () => process.off('exit', killWithParent));
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}

/** What a server prints, and the port it names there. */
class Printed {
  text = '';

  constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8');
      stream?.on('data', (chunk: string) => {
        this.text += chunk;
        child.emit('printed');
      });
    }
  }

  async port(deadlineMs: number): Promise<number> {
    const timer = setTimeout(() => this.child.kill('SIGKILL'), deadlineMs);
    const gone = once(this.child, 'close').then(() => true);
    try {
      for (;;) {
        const port = /^ACCEPT \S*:(\d+)$/m.exec(this.text)?.[1];
        if (port !== undefined) return Number(port);
        if (await Promise.race([gone, once(this.child, 'printed').then(() => false)])) {
          throw new Error(`openssl s_server ended before it listened:\n${this.text}`);
        }
      }
    } finally {
      clearTimeout(timer);
    }
  }
}
