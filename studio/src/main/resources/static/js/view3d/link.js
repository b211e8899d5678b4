/**
 * The view in the address, after '#', so that a link shows what its sender saw.
 * @typedef {{run?: string, eye?: number[], target?: number[], t?: number, slow?: number, colour?: string, axons?: boolean, glow?: boolean,
 *     cell?: number, capsule?: string, only?: number[], paths?: boolean, synapses?: boolean, flat?: boolean, hide?: string[], cuts?: number[][], live?: boolean}} Seen
 */

/** @param {string} hash @returns {Seen} */
export function readLink(hash) {
  const words = new URLSearchParams(hash.replace(/^#/, ''));
  /** @type {Seen} */
  const seen = {};
  const numbers = (key) => (words.get(key) || '').split(',').map(Number);
  const triple = (key) => (words.has(key) && numbers(key).length === 3 && numbers(key).every(Number.isFinite) ? numbers(key) : undefined);
  const flag = (key) => (words.has(key) ? words.get(key) === '1' : undefined);
  const number = (key) => (words.has(key) && Number.isFinite(Number(words.get(key))) ? Number(words.get(key)) : undefined);
  seen.run = words.get('run') || undefined;
  seen.eye = triple('eye');
  seen.target = triple('at');
  seen.t = number('t');
  seen.slow = number('slow');
  seen.colour = words.get('colour') || undefined;
  seen.axons = flag('axons');
  seen.glow = flag('glow');
  seen.cell = number('cell');
  seen.paths = flag('paths');
  seen.synapses = flag('synapses');
  seen.flat = flag('flat');
  seen.only = words.has('only') ? numbers('only').filter(Number.isInteger) : undefined;
  seen.hide = words.has('hide') ? String(words.get('hide')).split(',').filter(Boolean) : undefined;
  const cuts = (words.get('cuts') || '').split(';').map((c) => c.split(',').map(Number));
  seen.cuts = words.has('cuts') ? cuts.filter((c) => c.length === 4 && c.every(Number.isFinite)).slice(0, 3) : undefined;
  seen.live = flag('live');
  return seen;
}

/** @param {Seen} seen @returns {string} with its '#' */
export function writeLink(seen) {
  const words = new URLSearchParams();
  const put = (key, value) => value !== undefined && value !== '' && words.set(key, String(value));
  const flag = (key, value, usual) => value !== undefined && value !== usual && words.set(key, value ? '1' : '0');
  const short = (list) => list && list.map((v) => Number(v.toFixed(1))).join(',');
  put('run', seen.run);
  put('eye', short(seen.eye));
  put('at', short(seen.target));
  put('t', seen.t === undefined ? undefined : Number(seen.t.toFixed(3)));
  put('slow', seen.slow);
  put('colour', seen.colour === 'voltage' ? undefined : seen.colour);
  flag('axons', seen.axons, true);
  flag('glow', seen.glow, true);
  flag('paths', seen.paths, false);
  flag('synapses', seen.synapses, false);
  flag('flat', seen.flat, false);
  put('cell', seen.cell !== undefined && seen.cell >= 0 ? seen.cell : undefined);
  put('only', seen.only && seen.only.length > 0 ? seen.only.join(',') : undefined);
  put('hide', seen.hide && seen.hide.length > 0 ? seen.hide.join(',') : undefined);
  put('cuts', seen.cuts && seen.cuts.length > 0 ? seen.cuts.map((c) => c.map((v, k) => Number(v.toFixed(k < 3 ? 4 : 1))).join(',')).join(';') : undefined);
  flag('live', seen.live, false);
  return '#' + words.toString().replaceAll('%2C', ',').replaceAll('%3B', ';');
}

/**
 * What a viewer shows now.
 * @param {import('./viewer.js').Viewer} viewer
 * @returns {Seen}
 */
export function seenBy(viewer) {
  const { camera, controls } = viewer.stage;
  const { t_ms, slowdown, live } = viewer.app.time;
  return {
    run: viewer.circuit.id, eye: camera.position.toArray(), target: controls.target.toArray(), t: t_ms, slow: slowdown, live,
    cell: viewer.picked ? viewer.picked.cell : -1, ...viewer.look,
  };
}

/**
 * Lets a viewer show what an address says.
 * @param {import('./viewer.js').Viewer} viewer
 * @param {Seen} seen
 */
export async function restore(viewer, seen) {
  const { voltages, stage } = viewer;
  const time = {};
  if (seen.t !== undefined) {
    time.t_ms = seen.t;
  }
  if (seen.slow !== undefined) {
    time.slowdown = Math.min(10000, Math.max(1, seen.slow));
  }
  if (seen.live && voltages && !voltages.index.whole) {
    Object.assign(time, { live: true, playing: false, t_ms: voltages.t1_ms });
  }
  viewer.app.time.set(time, 'live');
  if (seen.eye && seen.target) {
    stage.camera.position.fromArray(seen.eye);
    stage.controls.target.fromArray(seen.target);
    stage.controls.update();
  }
  if (seen.cell !== undefined && seen.cell < viewer.circuit.index.cells) {
    await viewer.pickCell(seen.cell);
  }
  const look = {};
  for (const key of ['colour', 'axons', 'glow', 'synapses', 'paths', 'flat', 'only', 'hide', 'cuts']) {
    if (seen[key] !== undefined) {
      look[key] = seen[key];
    }
  }
  await viewer.show(look);
}
