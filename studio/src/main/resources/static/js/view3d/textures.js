import * as THREE from 'three';
import { linear } from './colours.js';

const WIDTH = 2048;
const CELLS = 256;

/** What the capsules' shader looks up: voltage and owner of each compartment, colour and last spikes of each cell. */
export class Textures {
  /** @param {import('./data.js').Circuit} circuit */
  constructor(circuit) {
    const n = circuit.index.voltage ? circuit.index.voltage.compartments : 1;
    this.rows = Math.max(1, Math.ceil(n / WIDTH));
    this.before = bytes(this.rows);
    this.after = bytes(this.rows);
    this.held = [-1, -1];
    this.where = owners(circuit, this.rows);
    const cellRows = Math.max(1, Math.ceil(circuit.index.cells / CELLS));
    this.cells = floats(cellRows);
    this.spikes = floats(cellRows, -1e6);
    this.trains = trains(circuit);
    /** Bytes sent to the graphics card for the last picture. */
    this.sent = 0;
  }

  /** Learns the spikes that have come since. @param {import('./data.js').Circuit} circuit */
  learn(circuit) {
    this.trains = trains(circuit);
  }

  /** Shows two neighbouring frames; gives whether both are here. @param {import('./voltage.js').Voltages} voltages @param {number} frame */
  show(voltages, frame) {
    this.sent = 0;
    const low = Math.floor(frame);
    const high = Math.min(low + 1, voltages.index.frames - 1);
    const a = voltages.frame(low);
    const b = voltages.frame(high);
    if (!a || !b) {
      return false;
    }
    if (this.held[1] === low && low !== high) {
      [this.before, this.after] = [this.after, this.before];
      this.held.reverse();
    }
    [[this.before, a, low], [this.after, b, high]].forEach(([texture, steps, number], i) => {
      if (this.held[i] !== number) {
        texture.image.data.set(steps);
        texture.needsUpdate = true;
        this.sent += steps.length;
        this.held[i] = number;
      }
    });
    return true;
  }

  /** The four last spikes of each cell. @param {number} t_ms */
  tell(t_ms) {
    const data = this.spikes.image.data;
    for (const [cell, train] of this.trains) {
      let n = 0;
      while (n < train.length && train[n] <= t_ms) {
        n++;
      }
      for (let k = 0; k < 4; k++) {
        data[4 * cell + k] = n - 1 - k >= 0 ? train[n - 1 - k] : -1e6;
      }
    }
    this.spikes.needsUpdate = this.trains.size > 0;
  }

  /**
   * Colours and shows cells.
   * @param {(cell: number) => number} colour sRGB
   * @param {(cell: number) => 'hidden' | 'dim' | 'plain' | 'bright'} look
   * @param {number} cells
   */
  paint(colour, look, cells) {
    const data = this.cells.image.data;
    const alphas = { hidden: 0, dim: 0.4, bright: 0.8, plain: 1 };
    for (let c = 0; c < cells; c++) {
      data.set(linear(colour(c)), 4 * c);
      data[4 * c + 3] = alphas[look(c)];
    }
    this.cells.needsUpdate = true;
  }

  dispose() {
    [this.before, this.after, this.where, this.cells, this.spikes].forEach((t) => t.dispose());
  }
}

function bytes(rows) {
  const texture = new THREE.DataTexture(new Uint8Array(WIDTH * rows), WIDTH, rows, THREE.RedFormat, THREE.UnsignedByteType);
  texture.needsUpdate = true;
  return texture;
}

function floats(rows, value = 0) {
  const data = new Float32Array(4 * CELLS * rows).fill(value);
  const texture = new THREE.DataTexture(data, CELLS, rows, THREE.RGBAFormat, THREE.FloatType);
  texture.needsUpdate = true;
  return texture;
}

/** Row of the cell and type of the section of each compartment. */
function owners(circuit, rows) {
  const data = new Uint16Array(2 * WIDTH * rows);
  if (circuit.where && circuit.index.voltage) {
    for (let c = 0; c < circuit.index.voltage.compartments; c++) {
      data[2 * c] = circuit.cellOf(c);
      data[2 * c + 1] = circuit.type(c);
    }
  }
  const texture = new THREE.DataTexture(data, WIDTH, rows, THREE.RGIntegerFormat, THREE.UnsignedShortType);
  texture.internalFormat = 'RG16UI';
  texture.needsUpdate = true;
  return texture;
}

function trains(circuit) {
  /** @type {Map<number, number[]>} */
  const found = new Map();
  circuit.spikes.t_ms.forEach((t, i) => {
    const cell = circuit.spikes.cell[i];
    const train = found.get(cell);
    train ? train.push(t) : found.set(cell, [t]);
  });
  return found;
}
