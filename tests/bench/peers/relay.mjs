// The ceiling: a `ws` server that reads nothing and sends each message to everybody else in the room.
import { WebSocketServer } from 'ws';

const rooms = new Map();
const server = new WebSocketServer({ host: '127.0.0.1', port: Number(process.env.PORT) });

server.on('connection', (socket, request) => {
  const name = request.url;
  const room = rooms.get(name) ?? new Set();
  rooms.set(name, room.add(socket));
  socket.on('message', (data) => {
    for (const other of room) if (other !== socket && other.readyState === 1) other.send(data);
  });
  socket.on('close', () => room.delete(socket));
  socket.on('error', () => {});
});
