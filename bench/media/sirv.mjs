// The rival: sirv, as SvelteKit's own servers use it. usage: node sirv.mjs FOLDER PORT
import { createServer } from 'node:http';
import sirv from 'sirv';

const [, , folder, port] = process.argv;
const serve = sirv(folder, { etag: true });
createServer((request, response) => serve(request, response, () => response.writeHead(404).end())).listen(
  Number(port),
  '127.0.0.1'
);
