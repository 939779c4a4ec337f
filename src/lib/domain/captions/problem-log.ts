import type { Problem, ProblemCode, ProblemData } from '#lib/domain/captions/types.ts';

const nothing: ProblemData = {};

/** Collects problems by offset while a file is read; lines are counted once, at the end. */
export class ProblemLog {
  #entries: { code: ProblemCode; at: number; data: ProblemData }[] = [];

  add(code: ProblemCode, at: number, data: ProblemData = nothing): void {
    this.#entries.push({ code, at, data });
  }

  /** In the order of the file. Linear in the text. */
  toProblems(text: string): Problem[] {
    const entries = this.#entries.sort((a, b) => a.at - b.at);
    let line = 1;
    let nextEnd = text.indexOf('\n');
    return entries.map(({ code, at, data }) => {
      while (nextEnd >= 0 && nextEnd < at) {
        line++;
        nextEnd = text.indexOf('\n', nextEnd + 1);
      }
      return { code, line, data };
    });
  }
}

/** A piece of a file for a message: one line, 60 characters at most. */
export function excerpt(text: string, from: number, to: number): string {
  const piece = text.slice(from, Math.min(to, from + 61)).replaceAll('\n', ' ');
  return piece.length > 60 ? `${piece.slice(0, 60)}…` : piece;
}
