const KEPT_BYTES = 192 << 20;

/**
 * The voltages of a run, frame by frame. Blocks are fetched when they are needed and a few ahead; each holds sixteen frames and can be
 * read on its own, so that any moment of a run is one fetch away.
 */
export class Voltages {
  /** @param {import('./data.js').Circuit} circuit */
  constructor(circuit) {
    this.circuit = circuit;
    this.index = /** @type {import('./data.js').VoltageIndex} */ (circuit.index.voltage);
    /** @type {Map<number, Uint8Array[]>} */
    this.blocks = new Map();
    /** @type {Map<number, Promise<void>>} */
    this.coming = new Map();
    /** Told when a block has come. */
    this.arrived = () => {};
    /** Told when a block could not be fetched. @type {(failure: unknown) => void} */
    this.failed = () => {};
    this.retry_ms = 0;
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
    const fetching = this.fetch(block)
      .then(() => {
        this.retry_ms = 0;
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
        unpack(bytes, n, steps, part * most);
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

/**
 * First the steps of the first frame, then, compartment after compartment, the changes to the next frames, modulo 256.
 * @param {Uint8Array} bytes
 * @param {number} frames
 * @param {Uint8Array[]} into
 * @param {number} first first compartment
 */
export function unpack(bytes, frames, into, first) {
  const count = bytes.length / frames;
  const changes = frames - 1;
  for (let c = 0; c < count; c++) {
    let now = bytes[c];
    into[0][first + c] = now;
    let at = count + c * changes;
    for (let f = 1; f <= changes; f++) {
      now = (now + bytes[at++]) & 255;
      into[f][first + c] = now;
    }
  }
}
