import * as THREE from 'three';
import { isCutAway } from './cuts.js';

const TYPES = ['soma', 'axon', 'basal dendrite', 'apical dendrite'];

/**
 * What was picked: `compartment` is -1 where nothing was recorded; `place` is the share of the section's length, NaN where only
 * the path from the soma is known, and the other way round.
 * @typedef {{cell: number, at: THREE.Vector3, compartment: number, section: number, place: number, type: string, path_um: number}} Picked
 */

/**
 * What lies under a point of the canvas: a piece of a neurite, or the nearest soma that is drawn as a dot.
 * @param {import('./viewer.js').Viewer} viewer
 * @param {number} x CSS pixels
 * @param {number} y CSS pixels
 * @returns {Picked | null}
 */
export function under(viewer, x, y) {
  const { circuit, stage } = viewer;
  const hit = stage.picker.pick(stage, x, y);
  if (!hit) {
    const cell = dotAt(viewer, x, y);
    return cell < 0 ? null : wholeCell(circuit, cell);
  }
  const word = hit.mesh.word(hit.capsule);
  const recorded = word >>> 31 === 0;
  const first = hit.mesh.number * circuit.index.cells_per_group;
  return {
    cell: recorded ? circuit.cellOf(word) : first + ((word >>> 17) & 0x3fff),
    at: hit.mesh.middle(hit.capsule),
    compartment: recorded ? word : -1,
    section: recorded ? circuit.section(word) : -1,
    place: recorded ? circuit.place(word) : NaN,
    type: TYPES[recorded ? circuit.type(word) : (word >>> 15) & 3],
    path_um: recorded ? NaN : word & 0x7fff,
  };
}

/**
 * A whole cell, by its soma.
 * @param {import('./data.js').Circuit} circuit
 * @param {number} cell row
 * @returns {Picked}
 */
export function wholeCell(circuit, cell) {
  const at = new THREE.Vector3(circuit.cells.x[cell], circuit.cells.y[cell], circuit.cells.z[cell]);
  let compartment = -1;
  const n = circuit.index.voltage ? circuit.index.voltage.compartments : 0;
  for (let c = 0; c < n && compartment < 0; c++) {
    if (circuit.cellOf(c) === cell && circuit.type(c) === 0) {
      compartment = c;
    }
  }
  return { cell, at, compartment, section: 0, place: 0.5, type: TYPES[0], path_um: 0 };
}

/** The nearest soma that is drawn as a dot under a point; -1 where there is none. */
function dotAt(viewer, x, y) {
  const { cells, index } = viewer.circuit;
  const { sizes } = viewer.stage.levels.somata;
  const { only, cuts, hide } = viewer.look;
  const hidden = viewer.bands.filter((b) => hide.includes(String(b.layer)));
  let best = -1;
  let nearest = Infinity;
  const at = new THREE.Vector3();
  for (let c = 0; c < index.cells; c++) {
    if (sizes.array[c] > 0 && (only.length === 0 || only.includes(c))) {
      const spot = viewer.project(at.set(cells.x[c], cells.y[c], cells.z[c]));
      const away = viewer.stage.camera.position.distanceTo(at);
      const seen = !isCutAway(cuts, at.x, at.y, at.z) && !hidden.some((b) => at.y >= b.bottom && at.y < b.top);
      if (seen && !spot.behind && Math.hypot(spot.x - x, spot.y - y) < 6 && away < nearest) {
        best = c;
        nearest = away;
      }
    }
  }
  return best;
}
