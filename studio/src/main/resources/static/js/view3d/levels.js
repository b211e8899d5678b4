import * as THREE from 'three';
import { GroupMesh } from './capsules.js';

/** Keeps each group of cells at the level of detail that its distance asks for; what is finer comes when it is needed. */
export class Levels {
  /**
   * @param {import('./data.js').Circuit} circuit
   * @param {THREE.Object3D} into
   * @param {Record<string, any>} shared uniforms
   * @param {() => void} changed told when something new can be drawn
   */
  constructor(circuit, into, shared, changed) {
    Object.assign(this, { circuit, into, shared, changed });
    /** @type {Map<string, GroupMesh>} */
    this.meshes = new Map();
    /** @type {Set<string>} */
    this.coming = new Set();
    /** @type {(GroupMesh | null)[]} */
    this.shown = Array(circuit.index.groups).fill(null);
    this.levels = circuit.index.tolerances_um.length;
    /** Most capsules drawn at once: beyond, everything goes a level coarser. */
    this.budget = 4_000_000;
    this.axons = true;
    this.flat = false;
    /** @type {(failure: unknown) => void} */
    this.failed = () => {};
  }

  /** Reads all groups at one level. */
  async open(level) {
    await Promise.all(this.shown.map((_, group) => this.fetch(level, group)));
  }

  /** Chooses levels for where the camera is. @param {THREE.PerspectiveCamera} camera @param {number} pixel size of a pixel at distance 1 */
  choose(camera, pixel) {
    let coarser = 0;
    const wanted = this.shown.map((now, group) => (now ? this.level(now, camera, pixel) : this.levels - 1));
    while (coarser < this.levels && this.count(wanted, coarser) > this.budget) {
      coarser++;
    }
    wanted.forEach((level, group) => {
      const best = Math.min(this.levels - 1, level + coarser);
      const key = `${best}/${group}`;
      const mesh = this.meshes.get(key);
      if (mesh) {
        this.show(group, mesh);
      } else {
        this.fetch(best, group).catch(this.failed);
      }
    });
  }

  level(mesh, camera, pixel) {
    const sphere = mesh.body.geometry.boundingSphere;
    const distance = Math.max(20, camera.position.distanceTo(sphere.center) - sphere.radius * 0.6);
    const tolerable_um = 0.9 * pixel * distance;
    let level = 0;
    while (level < this.levels - 1 && this.circuit.index.tolerances_um[level + 1] <= tolerable_um) {
      level++;
    }
    return level;
  }

  count(wanted, coarser) {
    return wanted.reduce((sum, level, group) => {
      const mesh = this.meshes.get(`${Math.min(this.levels - 1, level + coarser)}/${group}`) || this.shown[group];
      return sum + (mesh ? mesh.data.count : 0);
    }, 0);
  }

  async fetch(level, group) {
    const key = `${level}/${group}`;
    if (this.coming.has(key) || this.meshes.has(key)) {
      return;
    }
    this.coming.add(key);
    try {
      const data = await this.circuit.group(level, group);
      const mesh = new GroupMesh(group, group * this.circuit.index.cells_per_group, data, this.shared);
      if (this.flat) {
        mesh.lay(await this.circuit.group(level, group, true));
      }
      this.meshes.set(key, mesh);
      if (!this.shown[group]) {
        this.show(group, mesh);
      }
      this.changed();
    } finally {
      setTimeout(() => this.coming.delete(key), 1000);
    }
  }

  show(group, mesh) {
    const before = this.shown[group];
    if (before === mesh) {
      return;
    }
    if (before) {
      this.into.remove(before.object);
    }
    this.shown[group] = mesh;
    mesh.axon.visible = this.axons;
    this.into.add(mesh.object);
  }

  /** @param {boolean} shown */
  showAxons(shown) {
    this.axons = shown;
    this.meshes.forEach((mesh) => (mesh.axon.visible = shown));
  }

  /** Makes sure that what is shown knows its dendrograms. */
  async layFlat() {
    this.flat = true;
    await Promise.all(
      [...this.meshes].map(async ([key, mesh]) => {
        if (!mesh.hasFlat) {
          const [level, group] = key.split('/').map(Number);
          mesh.lay(await this.circuit.group(level, group, true));
        }
      }),
    );
  }

  get capsules() {
    return this.shown.reduce((n, mesh) => n + (mesh ? (this.axons ? mesh.data.count : mesh.data.body) : 0), 0);
  }

  /** Bounds of dendrites and somata, without the outermost of them. */
  bounds() {
    const ends = [[], [], []];
    for (const mesh of this.shown) {
      if (mesh) {
        const step = Math.max(1, Math.floor(mesh.data.body / 800));
        for (let i = 0; i < mesh.data.body; i += step) {
          const at = mesh.middle(i);
          [at.x, at.y, at.z].forEach((value, k) => ends[k].push(value));
        }
      }
    }
    const box = new THREE.Box3();
    if (ends[0].length > 0) {
      ends.forEach((values, k) => {
        values.sort((a, b) => a - b);
        box.min.setComponent(k, values[Math.floor(0.004 * values.length)]);
        box.max.setComponent(k, values[Math.floor(0.996 * values.length)]);
      });
    }
    return box;
  }

  /** Bounds of the dendrograms of some cells, or of all. @param {number[]} only rows of cells */
  flatBounds(only) {
    const box = new THREE.Box3();
    const per = this.circuit.index.cells_per_group;
    for (const mesh of this.shown) {
      if (mesh && mesh.flat) {
        mesh.data.cells.forEach((span, i) => {
          if (only.length === 0 || only.includes(mesh.number * per + i)) {
            for (let c = span.first; c < span.first + span.count; c++) {
              box.expandByPoint(mesh.middle(c, mesh.flat));
            }
            for (let c = span.axonFirst; this.axons && c < span.axonFirst + span.axonCount; c++) {
              box.expandByPoint(mesh.middle(c, mesh.flat));
            }
          }
        });
      }
    }
    return box.isEmpty() ? this.bounds() : box;
  }

  dispose() {
    this.meshes.forEach((mesh) => mesh.dispose());
  }
}
