/**
 * What went wrong, as the server tells it (application/problem+json).
 * @typedef {{reason: string, detail: string, remedy: string, status: number, faults?: {field: string, fault: string}[],
 *     facts?: Record<string, string>}} Problem
 */

/** An error that carries a problem. */
export class ProblemError extends Error {
  /** @param {Problem} problem */
  constructor(problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/**
 * Any failure as a problem.
 * @param {unknown} failure
 * @returns {Problem}
 */
export function problemOf(failure) {
  if (failure instanceof ProblemError) {
    return failure.problem;
  }
  return {
    reason: 'PAGE_FAILED',
    detail: failure instanceof Error ? failure.message : String(failure),
    remedy: 'This is a fault of the page; reload it.',
    status: 0,
  };
}

/**
 * The problem in an answer that is not OK.
 * @param {Response} answer
 * @returns {Promise<Problem>}
 */
export async function problemIn(answer) {
  const type = answer.headers.get('Content-Type') || '';
  if (type.includes('json')) {
    return answer.json();
  }
  return { reason: 'HTTP_' + answer.status, detail: `${answer.url} answered ${answer.status}.`, remedy: '', status: answer.status };
}
