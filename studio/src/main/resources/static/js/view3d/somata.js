import * as THREE from 'three';
import { Dots } from './dots.js';

/** Radius of a soma that is a dot, um: chosen, a small pyramidal cell's. */
const RADIUS_UM = 7;

/** The coarsest level of detail: one dot for each cell whose neurites would be too fine to see. */
export class Somata {
  /** @param {import('./data.js').Circuit} circuit @param {Record<string, any>} shared uniforms */
  constructor(circuit, shared) {
    const n = circuit.index.cells;
    this.per = circuit.index.cells_per_group;
    this.dots = new Dots(shared, 1.8, true);
    const at = new Float32Array(3 * n);
    const cells = new Float32Array(2 * n);
    const soma = somaRows(circuit);
    for (let c = 0; c < n; c++) {
      at.set([circuit.cells.x[c], circuit.cells.y[c], circuit.cells.z[c]], 3 * c);
      cells.set([c, soma[c]], 2 * c);
    }
    this.dots.fill(at, () => 0xffffff, () => 0);
    this.dots.geometry.setAttribute('aCell', new THREE.BufferAttribute(cells, 2));
    this.sizes = /** @type {THREE.BufferAttribute} */ (this.dots.geometry.getAttribute('aSize'));
    this.count = 0;
    this.object = this.dots.object;
  }

  /** Shows the cells of a group as dots, or hides them. @param {number} group @param {boolean} shown */
  show(group, shown) {
    const sizes = /** @type {Float32Array} */ (this.sizes.array);
    const end = Math.min(sizes.length, (group + 1) * this.per);
    for (let c = group * this.per; c < end; c++) {
      this.count += Number(shown) - Number(sizes[c] > 0);
      sizes[c] = shown ? RADIUS_UM : 0;
    }
    this.sizes.needsUpdate = true;
  }

  dispose() {
    this.dots.dispose();
  }
}

/** Row of the report at each cell's soma, -1 where none was recorded. */
function somaRows(circuit) {
  const rows = new Int32Array(circuit.index.cells).fill(-1);
  const n = circuit.index.voltage ? circuit.index.voltage.compartments : 0;
  for (let c = n - 1; c >= 0; c--) {
    if (circuit.type(c) === 0) {
      rows[circuit.cellOf(c)] = c;
    }
  }
  return rows;
}
