import { ProblemError } from 'bw/problem.js';

/** Recordings that several panels of a page look at; fetched once for each run. @type {Map<string, Promise<any>>} */
const kept = new Map();

/**
 * Spikes and cells of the run that the page is about.
 * @param {import('./panel.js').Panel} panel
 */
export async function activity(panel) {
  const key = address(panel);
  if (!kept.has(key)) {
    kept.set(key, panel.ask('/api/activity?' + key));
  }
  try {
    const found = await /** @type {Promise<any>} */ (kept.get(key));
    if (!found) {
      throw nothing('NOTHING_SIMULATED');
    }
    const { time, selection } = panel.app;
    selection.set({ entry: found.entry, dataset: found.dataset });
    if (time.t1_ms <= time.t0_ms) {
      time.set({ t0_ms: 0, t1_ms: found.duration_ms });
    }
    return found;
  } catch (failure) {
    kept.delete(key);
    throw failure;
  }
}

/** What is said where the workspace holds nothing to show yet. */
export function nothing(reason) {
  return new ProblemError({ reason, detail: 'There is nothing here yet.', remedy: 'Run a plan first.', status: 204 });
}

/** The entry and the run, as a query. */
export function address(panel) {
  const entry = panel.panel.entry || panel.app.route.entry || '';
  const run = panel.app.route.query.get('run') || '';
  return `entry=${encodeURIComponent(entry)}&run=${encodeURIComponent(run)}`;
}

/** Whether a failure only says that nothing was simulated yet. */
export function isNothingYet(problem) {
  return problem && ['NOTEBOOK_EMPTY', 'NOTHING_SIMULATED', 'NOTHING_BUILT'].includes(problem.reason);
}
