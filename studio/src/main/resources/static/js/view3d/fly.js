import * as THREE from 'three';

/** Looking around: the pointer turns the head, the keys that are held move the body. */
const MOVES = { w: [0, 0, 1], s: [0, 0, -1], a: [-1, 0, 0], d: [1, 0, 0], q: [0, -1, 0], e: [0, 1, 0] };
const RADIANS_PER_PIXEL = 0.0032;
/** Shares of the distance to what is looked at, per second. */
const SPEED = 0.9;

export class Fly {
  /** @param {import('./stage.js').Stage} stage @param {HTMLCanvasElement} canvas */
  constructor(stage, canvas) {
    this.stage = stage;
    this.on = false;
    /** @type {Set<string>} */
    this.held = new Set();
    this.before = 0;
    /** @type {[number, number] | null} */
    this.at = null;
    canvas.addEventListener('pointerdown', (e) => {
      if (this.on) {
        this.at = [e.clientX, e.clientY];
        canvas.setPointerCapture(e.pointerId);
      }
    });
    canvas.addEventListener('pointermove', (e) => {
      if (this.on && this.at && !e.shiftKey) {
        this.look(e.clientX - this.at[0], e.clientY - this.at[1]);
        this.at = [e.clientX, e.clientY];
      }
    });
    for (const name of ['pointerup', 'pointercancel']) {
      canvas.addEventListener(name, () => (this.at = null));
    }
    canvas.addEventListener('wheel', (e) => this.on && this.stage.move(0, 0, -Math.sign(e.deltaY) * 2), { passive: true });
  }

  /** @param {boolean} on */
  set(on) {
    this.on = on;
    this.held.clear();
    this.stage.controls.enabled = !on;
  }

  /** Takes a key that goes down or up; gives whether it moves. @param {string} key @param {boolean} down */
  key(key, down) {
    if (!this.on || !MOVES[key]) {
      return false;
    }
    down ? this.held.add(key) : this.held.delete(key);
    this.stage.touch();
    return true;
  }

  /** Turns the head: the eye stays, what is looked at goes round it. @param {number} dx pixels @param {number} dy */
  look(dx, dy) {
    const { camera, controls } = this.stage;
    const off = controls.target.clone().sub(camera.position);
    const at = new THREE.Spherical().setFromVector3(off);
    at.theta -= dx * RADIANS_PER_PIXEL;
    at.phi = Math.min(Math.PI - 0.02, Math.max(0.02, at.phi + dy * RADIANS_PER_PIXEL));
    controls.target.setFromSpherical(at).add(camera.position);
    camera.lookAt(controls.target);
    this.stage.touch();
  }

  /** Moves on while keys are held; gives whether it moves. @param {number} now */
  advance(now) {
    const seconds = Math.min(0.1, (now - this.before) / 1000);
    this.before = now;
    if (this.held.size === 0) {
      return false;
    }
    const sum = [0, 0, 0];
    this.held.forEach((key) => MOVES[key].forEach((m, k) => (sum[k] += m)));
    const share = (SPEED * seconds) / 0.06;
    this.stage.move(sum[0] * share, sum[1] * share, sum[2] * share);
    return true;
  }
}
