import { layerEdges } from './layers.js';
import { timeText } from './ticker.js';

/**
 * What lies over the picture follows it: clock, scale bar, the picked cell's card, where the layers lie.
 * @param {HTMLElement} root the element that holds them
 * @param {import('./viewer.js').Viewer} viewer
 */
export function follow(root, viewer) {
  set(root, '.clock b', viewer.voltages ? timeText(viewer.app.time.t_ms) : '');
  scaleBar(root, viewer);
  label(root, viewer);
  layerRail(root, viewer);
}

function set(root, selector, words) {
  const at = root.querySelector(selector);
  if (at && at.textContent !== words) {
    at.textContent = words;
  }
}

/** Where the layers lie, beside the cells, while they are seen from the side. */
function layerRail(root, viewer) {
  const rail = /** @type {HTMLElement | null} */ (root.querySelector('.depths3d'));
  if (!rail || !viewer.bands) {
    return;
  }
  const edges = layerEdges(viewer);
  rail.hidden = edges.length === 0;
  [...rail.children].forEach((child, i) => {
    const edge = edges[i];
    const mark = /** @type {HTMLElement} */ (child);
    mark.hidden = !edge;
    if (edge) {
      mark.style.transform = `translate(${edge.x}px, ${edge.top}px)`;
      mark.style.height = `${Math.max(1, edge.bottom - edge.top - 3)}px`;
    }
  });
}

/** The scale bar: 1, 2 or 5 times a power of ten. */
function scaleBar(root, viewer) {
  const bar = /** @type {HTMLElement | null} */ (root.querySelector('.scalebar i'));
  if (!bar) {
    return;
  }
  const distance = viewer.stage.camera.position.distanceTo(viewer.stage.controls.target);
  const um_per_px = viewer.stage.pixel * distance;
  const wish = um_per_px * Math.min(160, viewer.stage.size.width * 0.22);
  const power = Math.pow(10, Math.floor(Math.log10(wish)));
  const um = power * ([5, 2, 1].find((m) => m * power <= wish) || 1);
  bar.style.width = `${um / um_per_px}px`;
  const words = um >= 1000 ? `${um / 1000} mm` : `${um} µm`;
  const text = /** @type {HTMLElement} */ (root.querySelector('.scalebar span'));
  if (text.textContent !== words) {
    text.textContent = words;
  }
}

/** The picked cell's card and pin stay beside it. */
function label(root, viewer) {
  const card = /** @type {HTMLElement | null} */ (root.querySelector('.card'));
  const pin = /** @type {HTMLElement | null} */ (root.querySelector('.pin'));
  if (!card || !pin || !viewer.picked) {
    return;
  }
  const at = viewer.project(viewer.picked.at);
  const { width, height } = viewer.stage.size;
  pin.style.transform = `translate(${at.x}px, ${at.y}px)`;
  pin.hidden = at.behind || viewer.look.flat;
  const x = Math.min(Math.max(8, at.x + 16), width - card.offsetWidth - 8);
  const y = Math.min(Math.max(64, at.y - card.offsetHeight / 2), height - card.offsetHeight - 60);
  card.style.transform = `translate(${x}px, ${y}px)`;
  const volt = viewer.voltage();
  set(root, '.card .volt', Number.isNaN(volt) ? (viewer.picked.compartment < 0 ? 'not recorded' : '…') : `${volt.toFixed(1).replace('-', '−')} mV`);
}
