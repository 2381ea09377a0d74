import fs from 'node:fs';
import net from 'node:net';

// The least a client in Node has to do for one file: a few large buffers that are used over and over, filled by the system
// itself, and asynchronous writes. JavaScript, so that no time goes into stripping types.
//
//     node copy.mjs get|put HOST PORT USER PASSWORD NAME PATH

const BUFFER_BYTES = 512 * 1024;
const BUFFERS = 4;

const [work, host, port, user, password, name, path] = process.argv.slice(2);

const control = net.connect({ host, port: Number(port), noDelay: true });
const lines = [];
const waiting = [];
let text = '';
control.setEncoding('latin1').on('data', (piece) => {
  text += piece;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n')) {
    const line = text.slice(0, end);
    text = text.slice(end + 1);
    if (!/^\d{3} /.test(line)) continue;
    const next = waiting.shift();
    if (next) next(line);
    else lines.push(line);
  }
});
const reply = () =>
  lines.length > 0 ? Promise.resolve(lines.shift()) : new Promise((resolve) => waiting.push(resolve));
const ask = (command) => {
  control.write(`${command}\r\n`);
  return reply();
};

const passivePort = async () => {
  const [, high, low] = /,(\d+),(\d+)\)/.exec(await ask('PASV'));
  return Number(high) * 256 + Number(low);
};

const download = async () => {
  const free = Array.from({ length: BUFFERS }, () => Buffer.allocUnsafeSlow(BUFFER_BYTES));
  const file = fs.openSync(path, 'w');
  const done = Promise.withResolvers();
  let position = 0;
  let writing = 0;
  let paused = false;
  let ended = false;
  const data = net.connect({
    ...{ host, port: await passivePort() },
    onread: {
      buffer: () => free.pop(),
      callback: (length, buffer) => {
        writing += 1;
        fs.write(file, buffer, 0, length, position, (error) => {
          if (error) throw error;
          writing -= 1;
          free.push(buffer);
          if (paused) data.resume();
          paused = false;
          if (ended && writing === 0) done.resolve();
        });
        position += length;
        paused = free.length === 0;
        return !paused;
      },
    },
  });
  data.on('end', () => {
    ended = true;
    if (writing === 0) done.resolve();
  });
  await ask(`RETR ${name}`);
  await done.promise;
  data.end();
  fs.closeSync(file);
  await reply();
};

const upload = async () => {
  const buffers = [Buffer.allocUnsafeSlow(BUFFER_BYTES), Buffer.allocUnsafeSlow(BUFFER_BYTES)];
  const file = fs.openSync(path, 'r');
  const data = net.connect({ host, port: await passivePort() }).resume();
  await ask(`STOR ${name}`);
  await new Promise((resolve, reject) => {
    let position = 0;
    let turn = 0;
    // One is read into while the other is on its way.
    let sent = Promise.resolve();
    const step = () => {
      const buffer = buffers[turn % 2];
      turn += 1;
      fs.read(file, buffer, 0, BUFFER_BYTES, position, async (error, length) => {
        if (error) return reject(error);
        position += length;
        await sent;
        if (length === 0) return resolve();
        sent = new Promise((written) => data.write(buffer.subarray(0, length), written));
        step();
      });
    };
    step();
  });
  data.end();
  fs.closeSync(file);
  await reply();
};

await reply();
await ask(`USER ${user}`);
await ask(`PASS ${password}`);
await ask('TYPE I');
await (work === 'get' ? download() : upload());
control.end('QUIT\r\n');
