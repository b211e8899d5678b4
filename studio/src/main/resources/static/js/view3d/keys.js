import { MOST, reach } from './cuts.js';

/** Keys, gestures and what they do, as the list of the view tells them. */
export const KEYS = [
  ['Drag, one finger', 'orbit'], ['Right drag, two fingers', 'pan'], ['Wheel, pinch', 'nearer, farther'],
  ['W A S D, Q E', 'forward, left, back, right, down, up'], ['F', 'fly: the pointer turns your head, keys move you while they are held'],
  ['C', 'cut open, facing you (three cuts, then none)'], ['; :', 'move the cut away, towards you'], ['Shift drag', 'move the cut'], ['Arrows', 'orbit'], ['+ −', 'nearer, farther'],
  ['Click', 'pick a compartment'], ['Space', 'play, pause'], [', .', 'a tenth of a millisecond back, on'], ['[ ]', 'slower, faster'],
  ['Home', 'to the beginning'], ['0', 'all cells into the picture'], ['Enter', 'the picked cell into the picture'], ['X', 'axons'], ['G', 'glow'], ['Y', 'synapses'],
  ['P', 'pathways of the picked cell'], ['I', 'isolate the picked cell'], ['T', 'dendrogram'], ['M', 'sound'], ['1 … 6', 'hide or show a layer'],
  ['Esc', 'let go of the picked cell'], ['?', 'this list'],
];

/**
 * Does what a key asks of the view.
 * @param {any} panel the panel: `help`, `fly()`, `isolate(viewer)`, `layer(viewer, layer)`, `listen()`
 * @param {import('./viewer.js').Viewer} viewer
 * @param {string} key
 * @returns {boolean} whether the key means something
 */
export function act(panel, viewer, key) {
  const look = viewer.look;
  const moves = { w: [0, 0, 1], s: [0, 0, -1], a: [-1, 0, 0], d: [1, 0, 0], q: [0, -1, 0], e: [0, 1, 0] };
  const turns = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
  const acts = {
    0: () => viewer.frame(),
    Enter: () => viewer.picked && viewer.frame(viewer.picked.cell),
    x: () => viewer.show({ axons: !look.axons }),
    g: () => viewer.show({ glow: !look.glow }),
    y: () => viewer.show({ synapses: !look.synapses }),
    p: () => viewer.show({ paths: !look.paths }),
    i: () => panel.isolate(viewer),
    t: () => viewer.show({ flat: !look.flat }),
    m: () => panel.listen(),
    f: () => panel.fly(),
    c: () => (look.cuts.length < MOST ? viewer.addCut() : viewer.show({ cuts: [] })),
    ';': () => moveCut(viewer, -1),
    ':': () => moveCut(viewer, 1),
    Escape: () => (panel.help ? (panel.help = false) : viewer.stage.fly.on ? panel.fly() : viewer.choose(null)),
    '?': () => (panel.help = !panel.help),
    '+': () => viewer.stage.move(0, 0, 2),
    '=': () => viewer.stage.move(0, 0, 2),
    '-': () => viewer.stage.move(0, 0, -2),
  };
  const low = key.length === 1 ? key.toLowerCase() : key;
  if (viewer.stage.fly.key(low, true)) {
    return true;
  }
  if (moves[low]) {
    viewer.stage.move(...moves[low]);
  } else if (turns[low]) {
    viewer.stage.turn(...turns[low]);
  } else if (acts[low]) {
    acts[low]();
  } else if (/^[1-6]$/.test(low)) {
    panel.layer(viewer, low);
  } else {
    return false;
  }
  return true;
}

/** Moves the cut that was made or touched last by a fiftieth of its way. */
function moveCut(viewer, way) {
  const cut = viewer.look.cuts[viewer.cut];
  if (cut) {
    const [low, high] = reach(cut, viewer.stage.bounds);
    viewer.moveCut(viewer.cut, (way * (high - low)) / 50);
  }
}
