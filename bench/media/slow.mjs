// Many readers who take little at a time. usage: node slow.mjs PORT PATH READERS BYTES_A_SECOND SECONDS → one line of JSON
import { connect } from 'node:net';

const [, , port, path, readers, rate, seconds] = process.argv;
const count = Number(readers);
const everyMs = 500;
let errors = 0;
let bytes = 0;
const open = () =>
  new Promise((resolve) => {
    const socket = connect(Number(port), '127.0.0.1');
    let status = '';
    socket.on('connect', () => socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`));
    socket.on('data', (chunk) => {
      if (!status) status = chunk.toString('latin1', 9, 12);
      bytes += chunk.length;
      taken += chunk.length;
      if (taken > (Number(rate) * everyMs) / 1000) socket.pause();
    });
    let taken = 0;
    const timer = setInterval(() => {
      taken = 0;
      socket.resume();
    }, everyMs);
    let isOver = false;
    const end = (failed) => {
      if (isOver) return;
      isOver = true;
      clearInterval(timer);
      if (failed || status !== '200') errors++;
      socket.destroy();
      resolve();
    };
    socket.on('error', () => end(true)).on('close', () => end(true));
    setTimeout(() => end(false), Number(seconds) * 1000);
  });
await Promise.all(Array.from({ length: count }, open));
console.log(JSON.stringify({ errors, bytes }));
