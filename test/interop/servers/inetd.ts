import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

// inetd's "nowait" in small: address, port, then a program and its arguments, started anew for each connection with the
// socket as its standard input, output and error.
const [host, port, program = '', ...options] = process.argv.slice(2);

createServer({ pauseOnConnect: true }, (socket) => {
  socket.on('error', () => {});
  spawn(program, options, { stdio: [socket, socket, socket] });
  // The program has its own descriptors now; this one would keep the connection open after it.
  socket.destroy();
}).listen(Number(port), host);
