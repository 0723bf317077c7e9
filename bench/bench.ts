// Prints how iospec compares with what it is built on, from one run. The method is in docs/bench.md.
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { asyncSocketFigures } from './async_socket.js';
import { extractionFigures } from './extraction.js';
import { lineOf, resultOf, type Figure, type Result } from './figure.js';
import { singleFigures } from './single.js';
import { tlspoolFigures } from './tlspool.js';
import { throughputFigures } from './throughput.js';
import { verifyFigures } from './verify_run.js';
import { webSocketFigures } from './websockets.js';

const PARTS: Readonly<Record<string, (quick: boolean) => Promise<readonly Figure[]>>> = {
  extraction: extractionFigures,
  throughput: throughputFigures,
  async_socket: asyncSocketFigures,
  websockets: webSocketFigures,
  tlspool: tlspoolFigures,
  single: singleFigures,
  verify: verifyFigures,
};

const USAGE = `usage: npm run bench -- [--quick] [--json] [${Object.keys(PARTS).join('|')}]...`;

function asked(): {
  readonly quick: boolean;
  readonly json: boolean;
  readonly parts: readonly string[];
} | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { quick: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
    });
    if (positionals.some((name) => !(name in PARTS))) return null;
    return { ...values, parts: positionals.length > 0 ? positionals : Object.keys(PARTS) };
  } catch {
    return null;
  }
}

async function main(): Promise<void> {
  const options = asked();
  if (options === null) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const machine = `Node.js ${process.version}, ${availableParallelism()} x ${cpus()[0]?.model ?? 'processor'}`;
  if (!options.json)
    console.log(`${machine}${options.quick ? '; a quick run, whose figures say nothing' : ''}`);
  const results: Result[] = [];
  for (const name of options.parts) {
    console.error(`measuring ${name} …`);
    for (const figure of (await PARTS[name]?.(options.quick)) ?? []) {
      const result = resultOf(figure);
      results.push(result);
      if (!options.json) console.log(lineOf(result));
    }
  }
  const judged = results.filter(({ verdict }) => verdict !== null);
  const met = judged.filter(({ verdict }) => verdict === 'met').length;
  if (options.json) console.log(JSON.stringify({ machine, quick: options.quick, results }, null, 2));
  else console.log(`${met} of ${judged.length} aims met`);
}

await main();
