const KEPT_BYTES = 192 << 20;

/**
 * The voltages of a run, frame by frame. Blocks are fetched when they are needed and a few ahead; each holds sixteen frames and can be
 * read on its own, so that any moment of a run is one fetch away.
 */
export class Voltages {
  /** @param {import('./data.js').Circuit} circuit */
  constructor(circuit) {
    this.circuit = circuit;
    /** @type {Map<number, Uint8Array[]>} */
    this.blocks = new Map();
    /** @type {Map<number, Promise<void>>} */
    this.coming = new Map();
    /** Told when a block has come. */
    this.arrived = () => {};
    /** Told when a block could not be fetched. @type {(failure: unknown) => void} */
    this.failed = () => {};
    this.retry_ms = 0;
    /** How long the last block took from question to unpacked. */
    this.fetched_ms = 0;
  }

  /** What there is of them by now. @returns {import('./data.js').VoltageIndex} */
  get index() {
    return /** @type {any} */ (this.circuit.index.voltage);
  }

  get t1_ms() {
    return this.index.t0_ms + Math.max(0, this.index.frames - 1) * this.index.dt_ms;
  }

  /** The frame at a time, with its fraction. */
  frameAt(t_ms) {
    const at = (t_ms - this.index.t0_ms) / this.index.dt_ms;
    return Math.min(Math.max(at, 0), this.index.frames - 1);
  }

  /** Steps of a frame if it is here, and asks for it and what follows if not. @param {number} frame @returns {Uint8Array | null} */
  frame(frame) {
    const per = this.index.frames_per_block;
    const block = Math.floor(frame / per);
    const held = this.blocks.get(block);
    this.want(block);
    if (frame % per > per / 4) {
      this.want(block + 1);
      this.want(block + 2);
    }
    return held ? held[frame % per] : null;
  }

  /** Voltage in mV of a compartment at a frame that is here; NaN where it is not. */
  at(frame, compartment) {
    const per = this.index.frames_per_block;
    const held = this.blocks.get(Math.floor(frame / per));
    return held ? this.index.offset_mV + this.index.step_mV * held[frame % per][compartment] : NaN;
  }

  /** @param {number} block */
  want(block) {
    if (block < 0 || block * this.index.frames_per_block >= this.index.frames || this.coming.has(block)) {
      return;
    }
    if (this.blocks.has(block)) {
      return;
    }
    const began = performance.now();
    const fetching = this.fetch(block)
      .then(() => {
        this.retry_ms = 0;
        this.fetched_ms = performance.now() - began;
        this.arrived();
      })
      .catch((failure) => {
        this.retry_ms = Math.min(8000, 2 * (this.retry_ms || 250));
        this.failed(failure);
        return new Promise((later) => setTimeout(later, this.retry_ms)).then(() => this.arrived());
      })
      .finally(() => this.coming.delete(block));
    this.coming.set(block, fetching);
  }

  async fetch(block) {
    const { frames, frames_per_block: per, compartments, compartments_per_part: most } = this.index;
    const n = Math.min(per, frames - block * per);
    const steps = Array.from({ length: n }, () => new Uint8Array(compartments));
    const parts = Math.ceil(compartments / most);
    await Promise.all(
      Array.from({ length: parts }, async (_, part) => {
        const bytes = new Uint8Array(await this.circuit.buffer(`voltage/${part}/${block}`));
        unpack(bytes, n, steps, part * most, Math.min(most, compartments - part * most));
      }),
    );
    this.blocks.set(block, steps);
    const most_blocks = Math.max(4, Math.floor(KEPT_BYTES / (compartments * per)));
    for (const eldest of this.blocks.keys()) {
      if (this.blocks.size <= most_blocks) {
        break;
      }
      this.blocks.delete(eldest);
    }
  }
}

/** The five changes of each code: -1, 0 or 1 each. */
const CHANGES = new Int8Array(5 * 243);
for (let code = 0; code < 243; code++) {
  for (let k = 0, rest = code; k < 5; k++, rest = Math.floor(rest / 3)) {
    CHANGES[5 * code + k] = (rest % 3) - 1;
  }
}

/**
 * First the steps of the first frame, each less its neighbour's; then five changes to a byte, for all compartments, and the next five. Code 255 says
 * that the five stand at the end, as they are.
 * @param {Uint8Array} bytes
 * @param {number} frames
 * @param {Uint8Array[]} into
 * @param {number} first first compartment
 * @param {number} count how many there are
 */
export function unpack(bytes, frames, into, first, count) {
  let beside = 0;
  for (let c = 0; c < count; c++) {
    beside = (beside + bytes[c]) & 255;
    into[0][first + c] = beside;
  }
  const planes = Math.ceil((frames - 1) / 5);
  let large = count * (1 + planes);
  for (let p = 0; p < planes; p++) {
    const from = 1 + 5 * p;
    const n = Math.min(5, frames - from);
    for (let c = 0; c < count; c++) {
      const code = bytes[count * (1 + p) + c];
      let now = into[from - 1][first + c];
      const table = code === 255 ? bytes : CHANGES;
      const at = code === 255 ? large : 5 * code;
      for (let k = 0; k < n; k++) {
        now = (now + table[at + k]) & 255;
        into[from + k][first + c] = now;
      }
      large += code === 255 ? 5 : 0;
    }
  }
}
