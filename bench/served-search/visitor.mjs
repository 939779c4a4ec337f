import { Agent, request } from 'node:http';

let visitors = 0;

/** @typedef {{ status: number, body: string, ms: number }} Answered */

/** Somebody with a connection and an address of their own. @param {number} port */
export function visitor(port) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const mine = ++visitors;
  let asked = 0;
  const address = () => {
    // another address before the limit of requests a minute is reached: the limit is not what is measured
    const n = mine * 1000 + Math.floor(asked++ / 300);
    return `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;
  };
  return {
    /** @param {string} path @returns {Promise<Answered>} */
    get(path) {
      const started = performance.now();
      return new Promise((resolve, reject) => {
        const headers = { host: `localhost:${port}`, 'x-forwarded-for': address() };
        request({ host: '127.0.0.1', port, path, agent, headers }, (answer) => {
          /** @type {Buffer[]} */
          const chunks = [];
          answer.on('data', (chunk) => chunks.push(chunk));
          answer.on('error', reject);
          answer.on('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              body: Buffer.concat(chunks).toString('utf8'),
              ms: performance.now() - started
            })
          );
        })
          .on('error', reject)
          .end();
      });
    },
    leave: () => agent.destroy()
  };
}

/** @param {Record<string, string | number>} parameters */
export const api = (parameters) =>
  `/api/v1/search?${new URLSearchParams(Object.entries(parameters).map(([k, v]) => [k, String(v)]))}`;
/** @param {string} q */
export const page = (q) => `/en/search?${new URLSearchParams({ q })}`;

/** @param {number[]} times @param {number} share */
export const quantile = (times, share) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
/** @param {number[]} times */
export const quantiles = (times) => [0.5, 0.95, 0.99, 1].map((share) => Math.round(quantile(times, share) * 10) / 10);
