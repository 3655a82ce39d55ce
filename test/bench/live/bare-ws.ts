import { createServer } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';

/** The floor: a server that knows nothing. It sends the body of each POST to every socket, after the same number of greetings as the gateway's protocol has. */
const sockets = new Set<WebSocket>();
const http = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const message = Buffer.concat(chunks).toString();
  for (const socket of sockets) socket.send(message);
  response.end();
});
new WebSocketServer({ server: http, perMessageDeflate: false }).on('connection', (socket) => {
  sockets.add(socket);
  socket.on('message', () => socket.send('{}'));
  socket.on('close', () => sockets.delete(socket));
});
http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  if (typeof address === 'object') console.log(`ready on http://127.0.0.1:${address?.port}`);
});
