import { ProblemError, problemIn } from 'bw/problem.js';

/**
 * @typedef {{compartments: number, compartments_per_part: number, frames: number, frames_per_block: number, t0_ms: number,
 *     dt_ms: number, offset_mV: number, step_mV: number, whole: boolean}} VoltageIndex
 * @typedef {{id: string, cells: number, groups: number, cells_per_group: number, tolerances_um: number[], axon_um_per_ms: number,
 *     synapses: boolean, shapes: boolean, voltage?: VoltageIndex}} ViewIndex
 * @typedef {{name: string, unit: string, description: string, values: any[]}} CellColumn
 * @typedef {{columns: CellColumn[], x: number[], y: number[], z: number[]}} Cells
 * @typedef {{count: number, body: number, cells: {first: number, count: number, axonFirst: number, axonCount: number}[],
 *     box: number[], extent: number[], radius: number, capsules: ArrayBuffer}} Group
 */

const HEADER = 64;
const CELL = 16;
export const CAPSULE = 20;

/** Reads one circuit from the server; counts the bytes that came over the wire. */
export class Circuit {
  /** @param {string} id dataset of a run, a wiring, or grown shapes */
  constructor(id) {
    this.id = id;
    this.bytes = 0;
    /** @type {ViewIndex} */
    this.index = /** @type {any} */ (null);
    /** @type {Cells} */
    this.cells = /** @type {any} */ (null);
    /** @type {{t_ms: number[], cell: number[]}} */
    this.spikes = { t_ms: [], cell: [] };
    /** Row of the cell, section, place on it (1/65535), length: of each compartment. @type {DataView | null} */
    this.where = null;
  }

  /** Reads what every view needs. */
  async open() {
    const [index, cells, spikes] = await Promise.all([this.json('index.json'), this.json('cells.json'), this.json('spikes.json')]);
    Object.assign(this, { index, cells, spikes });
    if (index.voltage) {
      this.where = new DataView(await this.buffer('compartments'));
    }
    return this;
  }

  /** Reads what has come since: frames and spikes of a run that goes on. */
  async grow() {
    const [index, spikes] = await Promise.all([this.json('index.json'), this.json('spikes.json')]);
    Object.assign(this, { index, spikes });
  }

  /** Row of a compartment's cell. @param {number} compartment */
  cellOf(compartment) {
    return /** @type {DataView} */ (this.where).getUint32(compartment * 12, true);
  }

  /** @param {number} compartment */
  section(compartment) {
    return /** @type {DataView} */ (this.where).getUint16(compartment * 12 + 4, true);
  }

  /** Type of its section: 0 soma, 1 axon, 2 basal, 3 apical. @param {number} compartment */
  type(compartment) {
    return /** @type {DataView} */ (this.where).getUint16(compartment * 12 + 6, true);
  }

  /** Centre of a compartment along its section, 0 to 1. @param {number} compartment */
  place(compartment) {
    return /** @type {DataView} */ (this.where).getUint16(compartment * 12 + 8, true) / 65535;
  }

  /** Values of a column of the cells. @param {string} name */
  column(name) {
    return this.cells.columns.find((c) => c.name === name);
  }

  /**
   * Capsules of a group of cells.
   * @param {number} level 0 the finest
   * @param {number} group
   * @param {boolean} flat as dendrograms
   * @returns {Promise<Group>}
   */
  async group(level, group, flat = false) {
    const data = await this.buffer(`${flat ? 'dendrograms' : 'geometry'}/${level}/${group}`);
    const view = new DataView(data);
    if (view.getUint32(0, true) !== 0x31475742) {
      throw new Error('no capsules at this address');
    }
    const cells = [];
    const n = view.getUint32(8, true);
    for (let c = 0; c < n; c++) {
      const at = HEADER + c * CELL;
      cells.push({
        first: view.getUint32(at, true),
        count: view.getUint32(at + 4, true),
        axonFirst: view.getUint32(at + 8, true),
        axonCount: view.getUint32(at + 12, true),
      });
    }
    const floats = (at) => [0, 4, 8].map((o) => view.getFloat32(at + o, true));
    return {
      count: view.getUint32(12, true),
      body: view.getUint32(16, true),
      cells,
      box: floats(20),
      extent: floats(32),
      radius: view.getFloat32(44, true),
      capsules: data.slice(HEADER + n * CELL),
    };
  }

  /** Synapses of a cell, or all. @param {number} cell row, or -1 */
  async synapses(cell) {
    const data = new DataView(await this.buffer(cell < 0 ? 'synapses' : `synapses/${cell}`));
    const n = data.byteLength / 24;
    const found = { count: n, at: new Float32Array(3 * n), source: new Uint32Array(n), target: new Uint32Array(n), excitatory: new Uint8Array(n) };
    for (let i = 0; i < n; i++) {
      for (let k = 0; k < 3; k++) {
        found.at[3 * i + k] = data.getFloat32(24 * i + 4 * k, true);
      }
      found.source[i] = data.getUint32(24 * i + 12, true);
      found.target[i] = data.getUint32(24 * i + 16, true);
      found.excitatory[i] = data.getUint32(24 * i + 20, true);
    }
    return found;
  }

  async json(path) {
    return JSON.parse(new TextDecoder().decode(await this.buffer(path)));
  }

  /** @param {string} path @param {RequestInit} [options] */
  async buffer(path, options = {}) {
    const answer = await fetch(`/api/view/${this.id}/${path}`, { credentials: 'same-origin', ...options });
    if (!answer.ok) {
      throw new ProblemError(await problemIn(answer));
    }
    const data = await answer.arrayBuffer();
    this.bytes += Number(answer.headers.get('Content-Length')) || data.byteLength;
    return data;
  }
}
