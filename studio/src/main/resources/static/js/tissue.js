import { nothing } from 'bw/activity.js';

/** @type {Promise<any> | null} */
let kept = null;

/** The cells of the last circuit; fetched once for all panels of a page. */
export function placed(panel) {
  kept = kept || panel.ask('/api/atlas/cells');
  return kept.then((found) => found || Promise.reject(nothing('NOTHING_BUILT'))).catch((failure) => { kept = null; throw failure; });
}

/** Forgets what was fetched: something new was built. */
export function forget() {
  kept = null;
}
