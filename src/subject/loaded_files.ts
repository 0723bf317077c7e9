import { createRequire, register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';

/** Runs in the thread of module hooks: tells where each import leads. */
const HOOKS = `
  let port;
  export function initialize(data) { port = data.port; }
  export async function resolve(specifier, context, next) {
    const found = await next(specifier, context);
    port.postMessage(found.url);
    return found;
  }`;

/**
 * Notes, from now on, which files this process loads.
 * @returns A function that gives the paths so far, in the order in which they were asked for.
 */
export function noteLoadedFiles(): () => readonly string[] {
  const { port1, port2 } = new MessageChannel();
  port1.unref();
  register(`data:text/javascript,${encodeURIComponent(HOOKS)}`, {
    data: { port: port2 },
    transferList: [port2],
  });
  const { cache } = createRequire(import.meta.url);
  const required = new Set(Object.keys(cache));
  const imported = new Set<string>();
  return () => {
    for (let one = receiveMessageOnPort(port1); one !== undefined; one = receiveMessageOnPort(port1)) {
      const url = String(one.message);
      if (url.startsWith('file:')) imported.add(fileURLToPath(url.replace(/[?#].*$/, '')));
    }
    return [...new Set([...imported, ...Object.keys(cache).filter((file) => !required.has(file))])];
  };
}
