import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { QuickAnswers } from '#lib/server/http/quick-answers.ts';

/** Longer heads are the ordinary server's, and so are its limits for them. */
const longestHead = 4096;

/**
 * Answers kept pages on the connection itself, before Node's HTTP server has looked at it: a kept page costs one look-up and one
 * write. What is not a whole plain request for a kept page goes to the HTTP server with every byte, and the connection
 * stays there. Nothing is parsed twice, so nothing can be read in two ways.
 */
export function answerQuickly(server: Server, find: QuickAnswers): { stop: () => void } {
  const ordinary = server.listeners('connection');
  const open = new Set<Quick>();
  const state = { isStopping: false };

  class Quick {
    readonly #socket: Socket;

    constructor(socket: Socket) {
      this.#socket = socket;
      open.add(this);
      socket.on('data', this.#onData).on('end', this.#onEnd).on('drain', this.#onDrain);
      socket.on('error', this.#leave).on('close', this.#leave).on('timeout', this.#leave);
      socket.setTimeout(server.headersTimeout);
    }

    readonly #onData = (chunk: Buffer): void => {
      const isFirst = this.#socket.writableLength === 0;
      const bytes = isFirst && !state.isStopping && chunk.length <= longestHead ? find(chunk.toString('latin1')) : null;
      if (!bytes) return this.#handOn(chunk);
      // a slow visitor has time to read; one who has read all is to ask soon
      this.#socket.setTimeout(this.#socket.write(bytes) ? server.keepAliveTimeout : server.timeout);
    };
    readonly #onDrain = (): void => void this.#socket.setTimeout(server.keepAliveTimeout);
    /** Who says no more still gets the answer. */
    readonly #onEnd = (): void => void this.#socket.end();
    readonly #leave = (): void => {
      open.delete(this);
      this.#socket.destroy();
    };

    closeIfIdle(): void {
      if (this.#socket.writableLength === 0) this.#leave();
      else this.#socket.end();
    }

    #handOn(chunk: Buffer): void {
      const socket = this.#socket;
      open.delete(this);
      socket.off('data', this.#onData).off('end', this.#onEnd).off('drain', this.#onDrain);
      socket.off('error', this.#leave).off('close', this.#leave).off('timeout', this.#leave);
      socket.setTimeout(0);
      for (const listener of ordinary) Reflect.apply(listener, server, [socket]);
      socket.emit('data', chunk);
    }
  }

  server.removeAllListeners('connection');
  server.on('connection', (socket: Socket) => void new Quick(socket));
  return {
    /** From now on every request is the ordinary server's, which says goodbye to each; who says nothing is let go. */
    stop() {
      state.isStopping = true;
      for (const each of open) each.closeIfIdle();
    }
  };
}
