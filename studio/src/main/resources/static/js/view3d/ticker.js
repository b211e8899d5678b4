/** How soon a run that is watched live is caught up with. */
const CATCH_UP_MS = 400;

/**
 * Lets the shared time run while it plays. One per document, whatever the number of panels.
 * @param {import('../app.js').App} app
 */
export function tick(app) {
  if (/** @type {any} */ (app).ticking) {
    return;
  }
  /** @type {any} */ (app).ticking = true;
  let before = 0;
  let last = 0;
  // Whoever goes to another moment no longer watches the newest one.
  app.time.subscribe((time, change) => {
    if (time.live && change.by !== 'ticker' && change.by !== 'live' && (change.changed.includes('t_ms') || (change.changed.includes('playing') && time.playing))) {
      app.time.set({ live: false });
    }
  });
  const step = (now) => {
    const { playing, live, t_ms, t0_ms, t1_ms, slowdown } = app.time;
    if (live && t_ms < t1_ms) {
      const next = t_ms + (t1_ms - t_ms) * Math.min(1, (now - last) / CATCH_UP_MS);
      app.time.set({ t_ms: t1_ms - next < 0.05 ? t1_ms : next }, 'ticker');
    }
    last = now;
    if (playing && before > 0 && t1_ms > t0_ms) {
      const next = t_ms + Math.min(250, now - before) / slowdown;
      app.time.set({ t_ms: next >= t1_ms ? t0_ms : next }, 'ticker');
    }
    before = playing ? now : 0;
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}

/** A time in ms with its unit: three digits are enough to tell frames apart. */
export function timeText(t_ms) {
  return `${t_ms.toFixed(2)} ms`;
}

/** A speed in words: "1000x slower". */
export function speedText(slowdown) {
  return slowdown <= 1 ? 'real time' : `${Math.round(slowdown).toLocaleString('en')}× slower`;
}

/** Keys of the time bar; gives whether it took one. */
export function timeKey(app, event) {
  const { t_ms, t0_ms, t1_ms, slowdown, playing } = app.time;
  const jump = (by) => app.time.set({ t_ms: Math.min(t1_ms, Math.max(t0_ms, t_ms + by)), playing: false });
  switch (event.key) {
    case ' ': app.time.set({ playing: !playing }); return true;
    case ',': jump(-0.1); return true;
    case '.': jump(0.1); return true;
    case '[': app.time.set({ slowdown: Math.min(10000, slowdown * Math.sqrt(10)) }); return true;
    case ']': app.time.set({ slowdown: Math.max(1, slowdown / Math.sqrt(10)) }); return true;
    case 'Home': app.time.set({ t_ms: t0_ms }); return true;
    default: return false;
  }
}
