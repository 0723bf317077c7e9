import { preparing } from '../../../src/stage/preparation.js';
import type { Bench } from './bench.js';
import type { ClientSide } from './client_side.js';
import type { PoolSide } from './pool_side.js';

/** A bench with both of its sides, and the state of the client's flow. */
export interface Sides extends Bench {
  readonly client: ClientSide;
  readonly service: PoolSide;
  readonly state: string;
}

/** How each state of a flow is reached. */
const ROUTES = new Map<string, (stage: Sides) => Promise<void>>([
  ['TLSPOOL_FLOW_UNPROTECTED', ({ client }) => client.createFlow()],
  [
    'TLSPOOL_FLOW_IDENTITY_AND_FEATURES',
    async ({ client }) => {
      await client.createFlow();
      client.succeed('tlspool_flow_ping');
    },
  ],
  [
    'TLSPOOL_FLOW_INTRODUCED',
    async (stage) => {
      await enterFlowState(stage, 'TLSPOOL_FLOW_IDENTITY_AND_FEATURES');
      await passOn(stage, 'PING');
    },
  ],
  [
    'TLSPOOL_FLOW_HANDSHAKE',
    async ({ client }) => {
      await client.createFlow();
      await client.starttls(client.flow);
    },
  ],
  [
    'TLSPOOL_FLOW_LOCAL_IDENTITY_CHECK',
    async (stage) => {
      await enterFlowState(stage, 'TLSPOOL_FLOW_HANDSHAKE');
      await passOn(stage, 'STARTTLS_LOCALID');
    },
  ],
  [
    'TLSPOOL_FLOW_RECONNECT',
    async (stage) => {
      await enterFlowState(stage, 'TLSPOOL_FLOW_HANDSHAKE');
      await passOn(stage, 'PLAINTEXT_CONNECT');
    },
  ],
  [
    'TLSPOOL_FLOW_PROTECTED',
    async (stage) => {
      await enterFlowState(stage, 'TLSPOOL_FLOW_HANDSHAKE');
      await passOn(stage, 'STARTTLS');
    },
  ],
  [
    'TLSPOOL_FLOW_OVER',
    async (stage) => {
      await enterFlowState(stage, 'TLSPOOL_FLOW_IDENTITY_AND_FEATURES');
      await stage.settle();
      stage.client.inject({ cmd: 'ERROR', tlserrno: 1, message: 'no' });
      await stage.settle();
    },
  ],
]);

async function passOn(stage: Sides, command: string): Promise<void> {
  await stage.client.advanceTo(command);
  stage.client.release();
  await stage.settle();
}

/**
 * Brings the client's flow into a state.
 * @throws PreparationError when it does not get there.
 */
export async function enterFlowState(stage: Sides, state: string): Promise<void> {
  const route = ROUTES.get(state);
  if (route === undefined)
    throw new Error(`no way into the state ${state} is known; the document defines no such state`);
  if (stage.state === state) return;
  await preparing(`bring the client into ${state}`, async () => {
    await route(stage);
    if (stage.state !== state) throw new Error(`it is in ${stage.state}`);
  });
}

/** Brings the side under test where the function would succeed. */
export async function prepareFor(stage: Sides, functionName: string): Promise<void> {
  const { client, service } = stage;
  await preparing(`get ready for ${functionName}`, async () => {
    if (functionName === 'tlspool_service_stop') service.start();
    else if (functionName.startsWith('tlspool_service')) return;
    else if (functionName === 'tlspool_async_open') await listenUnlessNobodyShall(stage);
    else await client.connect();
    if (functionName === 'tlspool_async_cancel') stage.call('tlspool_async_request');
  });
  if (functionName === 'tlspool_flow_accept' || functionName === 'tlspool_flow_refuse')
    await enterFlowState(stage, 'TLSPOOL_FLOW_RECONNECT');
  else if (/^tlspool_flow_(?!create)/.test(functionName))
    await enterFlowState(stage, 'TLSPOOL_FLOW_UNPROTECTED');
  if (functionName === 'tlspool_flow_starttls')
    await preparing('get a connection to hand over', () => client.prepareConnection());
}

async function listenUnlessNobodyShall({ client }: Sides): Promise<void> {
  if (!client.isAlone) await client.listen();
}
