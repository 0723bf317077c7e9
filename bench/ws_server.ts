// A WebSocket server in a process of its own: tells its port, and answers once it has everything it was told to expect.
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { WS_PROTOCOL } from './ws_clients.js';

const server = new WebSocketServer({
  port: 0,
  host: '127.0.0.1',
  maxPayload: 0,
  handleProtocols: () => WS_PROTOCOL,
});
server.on('connection', (socket) => {
  let left = 0;
  socket.on('message', (data: Buffer) => {
    if (left === 0) left = data.readDoubleBE(0);
    else left -= data.length;
    if (left === 0) socket.send('.');
  });
  socket.on('error', () => {
    socket.terminate();
  });
});
server.on('listening', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit());
