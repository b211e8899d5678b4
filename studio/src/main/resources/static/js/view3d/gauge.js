/**
 * Tells how long pictures take: `cpu_ms` until the commands are handed over, `gpu_ms` until the graphics card (or the software that stands in for
 * it) says that it is done with them, `interval_ms` between two pictures that follow each other, each the median of the last ones. The browser answers a
 * question about the graphics card only between two of its own turns, so `gpu_ms` is true to some milliseconds.
 */
export class Gauge {
  /** @param {WebGL2RenderingContext} gl @param {Record<string, any>} stats */
  constructor(gl, stats) {
    this.gl = gl;
    this.stats = stats;
    /** @type {{sync: WebGLSync, began: number} | null} */
    this.pending = null;
    this.lists = { cpu_ms: [], gpu_ms: [], interval_ms: [] };
    this.last = 0;
    this.turn = 0;
  }

  /** Once per turn of the browser, whether something is drawn or not. */
  look() {
    this.turn++;
    const { gl, pending } = this;
    if (pending && gl.getSyncParameter(pending.sync, gl.SYNC_STATUS) === gl.SIGNALED) {
      gl.deleteSync(pending.sync);
      this.pending = null;
      this.note('gpu_ms', performance.now() - pending.began);
    }
  }

  /** Draws, and measures. @param {() => void} draw */
  measure(draw) {
    const began = performance.now();
    draw();
    this.note('cpu_ms', performance.now() - began);
    if (!this.pending) {
      const sync = this.gl.fenceSync(this.gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
      this.gl.flush();
      this.pending = sync && { sync, began };
    }
    if (this.last === this.turn - 1) {
      this.note('interval_ms', began - this.before);
    }
    this.last = this.turn;
    this.before = began;
  }

  note(name, value) {
    const list = this.lists[name];
    list.push(value);
    list.splice(0, list.length - 15);
    this.stats[name] = [...list].sort((a, b) => a - b)[list.length >> 1];
  }
}
