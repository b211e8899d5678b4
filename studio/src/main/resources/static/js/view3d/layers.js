import * as THREE from 'three';

/**
 * Where the layers lie along the vertical, read off the cells: between the deepest cell of one and the highest of the next.
 * @param {import('./data.js').Circuit} circuit
 * @returns {{layer: number, top: number, bottom: number}[]} the pia first; the outermost reach to infinity
 */
export function layerBands(circuit) {
  const layers = circuit.column('layer');
  if (!layers) {
    return [];
  }
  /** @type {Map<number, {layer: number, top: number, bottom: number}>} */
  const found = new Map();
  layers.values.forEach((layer, cell) => {
    const y = circuit.cells.y[cell];
    const band = found.get(layer) || { layer, top: -Infinity, bottom: Infinity };
    band.top = Math.max(band.top, y);
    band.bottom = Math.min(band.bottom, y);
    found.set(layer, band);
  });
  const bands = [...found.values()].filter((b) => b.layer > 0).sort((a, b) => b.top + b.bottom - a.top - a.bottom);
  bands.forEach((band, i) => {
    if (i + 1 < bands.length) {
      const middle = (band.bottom + bands[i + 1].top) / 2;
      band.bottom = middle;
      bands[i + 1].top = middle;
    }
  });
  if (bands.length > 0) {
    bands[0].top = Infinity;
    bands[bands.length - 1].bottom = -Infinity;
  }
  return bands;
}

/**
 * Where each layer lies on the canvas, left of the cells, in CSS pixels; nothing where they are not seen from the side, or where there is no room.
 * @param {import('./viewer.js').Viewer} viewer
 * @returns {({x: number, top: number, bottom: number} | null)[]}
 */
export function layerEdges(viewer) {
  const { camera, controls, bounds, size } = viewer.stage;
  const off = camera.position.clone().sub(controls.target);
  if (viewer.bands.length < 2 || viewer.look.flat || size.width < 640 || Math.abs(off.y) > 0.5 * off.length()) {
    return [];
  }
  const corner = (x, y, z) => viewer.project(new THREE.Vector3(x, y, z));
  const left = Math.min(...[bounds.min.x, bounds.max.x].flatMap((x) => [bounds.min.z, bounds.max.z].map((z) => corner(x, bounds.min.y, z).x)));
  const x = Math.max(150, left - 46);
  const middle = bounds.getCenter(new THREE.Vector3());
  return viewer.bands.map((b) => {
    const top = Math.max(8, corner(middle.x, Math.min(b.top, Math.max(bounds.max.y, viewer.highest + 40)), middle.z).y);
    const bottom = Math.min(size.height - 8, corner(middle.x, Math.max(b.bottom, bounds.min.y), middle.z).y);
    return bottom - top > 5 && !viewer.look.hide.includes(String(b.layer)) ? { x, top, bottom } : null;
  });
}
