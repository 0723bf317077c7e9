import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { createServer } from 'node:tls';
import { Given, Then, When } from '../../../../src/system/phrase_registry.js';
import {
  certificatesFor,
  createOpenSslPeer,
  opensslAvailable,
  type OpenSslPeer,
} from '../../underlying/index.js';
import { createLineIo } from '../../underlying/line/line_io.js';
import { diallingLine } from '../../underlying/line/socket_line.js';
import { receivedBytes } from '../cells.js';
import { callUnderTest } from '../../../../src/phrases/circumstances.js';
import { Note } from '../../../../src/stage/notes.js';
import { preparing, UnavailableError } from '../../../../src/stage/preparation.js';
import { Pump } from '../../../../src/stage/pump.js';
import type { UnderWay } from '../../../../src/stage/under_way.js';
import { LONG_STEP_MS } from '../../stage/vtable.js';
import { TlsioStage } from '../../stage/stage.js';
import type { TlsioWorld } from '../../stage/world.js';
import { sendMessages } from './messages.js';

const LOCAL_HOST = '127.0.0.1';
const HOST_NAME = 'localhost';

const server = new Note<OpenSslPeer>('no s_server was started');

/** A TLS server that is not the underlying IO's own. */
interface ForeignPeer {
  readonly port: number;
  readonly trustedCerts: string;
  dispose(): Promise<void>;
}

/** Replaces the stage by one whose adapter reaches the server over TCP. */
function standBefore(world: TlsioWorld, peer: ForeignPeer): void {
  const { stage } = world;
  const { under } = stage;
  const address = { hostname: HOST_NAME, port: peer.port };
  const reach = ({ port }: { readonly port: number }): Socket =>
    connect({ host: LOCAL_HOST, port, allowHalfOpen: true });
  const xio = createLineIo((_address, listener) => diallingLine(reach(address), listener));
  const chained = under.design === 'chained';
  world.stage = new TlsioStage(
    world.specification,
    world.adapter,
    world.timeline,
    {
      ...under,
      isInMemory: false,
      connect: reach,
      trustedCerts: peer.trustedCerts,
      config: {
        ...address,
        underlying_io_interface: chained ? xio.io : null,
        underlying_io_parameters: chained ? address : null,
      },
      dispose: async () => {
        await stage.dispose();
        await peer.dispose();
      },
    },
    stage.clock,
    stage.memory,
  );
}

Given(/^the peer is OpenSSL's s_server$/, async function (this: TlsioWorld) {
  if (!opensslAvailable()) throw new UnavailableError('there is no openssl command on this machine');
  const peer = await createOpenSslPeer({ hostname: HOST_NAME });
  standBefore(this, peer);
  this.stage.notes.set(server, peer);
});

Given(/^the peer speaks no more than TLS 1\.2$/, async function (this: TlsioWorld) {
  const { authority, server: credentials } = await certificatesFor(HOST_NAME);
  const { certificate: cert, privateKey: key } = credentials.good;
  const server = createServer({ cert, key, maxVersion: 'TLSv1.2' });
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  server.listen(0, LOCAL_HOST);
  await once(server, 'listening');
  standBefore(this, {
    port: (server.address() as AddressInfo).port,
    trustedCerts: authority,
    dispose: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  });
});

/** What another process or server does shows nowhere: only time ends the wait for its outcome. */
const UNSEEN: UnderWay = {
  isInMemory: false,
  moving: () => [{ what: 'whatever the peer has in hand', waitsForAdapter: false }],
  activity: () => 0,
};

function waitFor({ stage }: TlsioWorld, what: string, condition: () => boolean): Promise<void> {
  const pump = new Pump(UNSEEN, () => {
    if (stage.handle !== null) stage.call('tlsio_dowork');
  });
  return pump.waitUntil(what, condition);
}

async function openToIt(world: TlsioWorld): Promise<void> {
  await world.stage.ensureCreated();
  callUnderTest(world, 'tlsio_open_async');
  await waitFor(world, 'on_io_open_complete', () => world.stage.state !== 'TLSIO_STATE_EXT_OPENING');
}

When(/^the adapter opens to it$/, { timeout: LONG_STEP_MS }, function (this: TlsioWorld) {
  return openToIt(this);
});

Given(/^the adapter has opened to it$/, { timeout: LONG_STEP_MS }, async function (this: TlsioWorld) {
  await preparing('open to it', () => openToIt(this));
});

When(/^the line "(.+)" is sent$/, async function (this: TlsioWorld, line: string) {
  this.act();
  await sendMessages(this, [`${line}\n`]);
});

Then(
  /^the line "(.+)" shall be received$/,
  { timeout: LONG_STEP_MS },
  async function (this: TlsioWorld, line: string) {
    await waitFor(this, `the line "${line}"`, () => receivedBytes(this).includes('\n'));
    const received = receivedBytes(this).toString().trimEnd();
    this.expect.that(received === line, 'the answer comes back', line, received);
  },
);

When(
  /^tlsio_close_async is called and completes$/,
  { timeout: LONG_STEP_MS },
  async function (this: TlsioWorld) {
    callUnderTest(this, 'tlsio_close_async');
    await waitFor(this, 'on_io_close_complete', () => this.stage.state === 'TLSIO_STATE_EXT_CLOSED');
  },
);

/** s_server says so when it has read a close_notify; a connection that was cut is an error to it. */
Then(
  /^s_server shall have seen the connection close in good order$/,
  { timeout: LONG_STEP_MS },
  async function (this: TlsioWorld) {
    const printed = (): string => this.stage.notes.get(server).output;
    await waitFor(this, 'the end of the connection at s_server', () =>
      printed().includes('CONNECTION CLOSED'),
    );
    const errors = /error|unexpected eof/i.exec(printed())?.[0] ?? '';
    this.expect.that(errors === '', 's_server reports no error', 'CONNECTION CLOSED', errors);
  },
);
