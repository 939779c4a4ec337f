import pino from 'pino';

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** One line of JSON a message. Never a whole address, a token, a body or the words of a search. */
export interface Log {
  debug(message: string, data?: object): void;
  info(message: string, data?: object): void;
  warn(message: string, data?: object): void;
  error(message: string, data?: object): void;
}

/** Writes to standard error, so that a command's answer on standard output stays clean. */
export function createLog(level: LogLevel, destination: pino.DestinationStream = pino.destination(2)): Log {
  const out = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return {
    debug: (message, data = {}) => out.debug(data, message),
    info: (message, data = {}) => out.info(data, message),
    warn: (message, data = {}) => out.warn(data, message),
    error: (message, data = {}) => out.error(data, message)
  };
}

/**
 * An error for the log. A failed query is told without its values, which may be what somebody wrote or searched for.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('query' in error && 'params' in error)
    return `failed query: ${String(error.query)}\n${describeError(error.cause)}`;
  return error.stack ?? error.message;
}

/** For tests and commands that report in their own way. */
export const silentLog: Log = createLog('silent');
