import * as THREE from 'three';
import { GroupMesh } from './capsules.js';
import { Somata } from './somata.js';

/** Capsules of a group at the coarsest level, before it was ever read: about 32 cells of 320. */
const GUESS = 10_000;
/** How far neurites reach from their somata, um: chosen, a basal dendrite and some. */
const REACH_UM = 250;
/** Groups that are kept ready; beyond, those that are not shown are let go. */
const KEPT = 400;

/**
 * Keeps each group of cells at the level of detail that its distance asks for; what is finer comes when it is needed. Beyond the coarsest
 * level a cell is a dot.
 */
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
    /** The number of the level at which cells are dots. */
    this.dotted = circuit.index.tolerances_um.length;
    /** Most capsules drawn at once: beyond, everything goes a level coarser, and what is farthest becomes dots. */
    this.budget = 4_000_000;
    this.axons = true;
    this.flat = false;
    /** @type {(failure: unknown) => void} */
    this.failed = () => {};
    this.somata = new Somata(circuit, shared);
    this.into.add(this.somata.object);
    this.spheres = this.shown.map((_, group) => this.sphere(group));
    this.shown.forEach((_, group) => this.somata.show(group, true));
  }

  /** Reads all groups at one level; nothing where cells are dots at first. */
  async open(level) {
    if (level < this.dotted) {
      await Promise.all(this.shown.map((_, group) => this.fetch(level, group)));
    }
  }

  /** Where the cells of a group are, before their shapes are known. */
  sphere(group) {
    const { x, y, z } = this.circuit.cells;
    const box = new THREE.Box3();
    const end = Math.min(x.length, (group + 1) * this.circuit.index.cells_per_group);
    for (let c = group * this.circuit.index.cells_per_group; c < end; c++) {
      box.expandByPoint(new THREE.Vector3(x[c], y[c], z[c]));
    }
    const sphere = box.getBoundingSphere(new THREE.Sphere());
    sphere.radius += REACH_UM;
    return sphere;
  }

  /** Chooses levels for where the camera is. @param {THREE.PerspectiveCamera} camera @param {number} pixel size of a pixel at distance 1 */
  choose(camera, pixel) {
    let coarser = 0;
    const wanted = this.spheres.map((sphere, group) => this.level(this.shown[group]?.body.geometry.boundingSphere || sphere, camera, pixel));
    while (coarser < this.dotted - 1 && this.count(wanted, coarser) > this.budget) {
      coarser++;
    }
    const best = wanted.map((level) => (level === this.dotted ? level : Math.min(this.dotted - 1, level + coarser)));
    this.thin(best, camera);
    best.forEach((level, group) => {
      const mesh = this.meshes.get(`${level}/${group}`);
      if (level === this.dotted) {
        this.show(group, null);
      } else if (mesh) {
        this.show(group, mesh);
      } else {
        this.fetch(level, group).catch(this.failed);
      }
    });
  }

  /** Where even the coarsest neurites are too many, the farthest groups become dots. */
  thin(best, camera) {
    let drawn = best.reduce((sum, level, group) => sum + this.capsulesOf(level, group), 0);
    if (drawn <= this.budget) {
      return;
    }
    const far = best.map((_, group) => group).sort((a, b) => camera.position.distanceTo(this.spheres[b].center) - camera.position.distanceTo(this.spheres[a].center));
    for (const group of far) {
      if (drawn <= this.budget) {
        return;
      }
      drawn -= this.capsulesOf(best[group], group);
      best[group] = this.dotted;
    }
  }

  level(sphere, camera, pixel) {
    if (!this.circuit.index.shapes) {
      return this.dotted;
    }
    const distance = Math.max(20, camera.position.distanceTo(sphere.center) - sphere.radius * 0.6);
    const tolerable_um = 0.9 * pixel * distance;
    const tolerances = this.circuit.index.tolerances_um;
    let level = 0;
    while (level < this.dotted - 1 && tolerances[level + 1] <= tolerable_um) {
      level++;
    }
    return level === this.dotted - 1 && tolerable_um > 3 * tolerances[level] ? this.dotted : level;
  }

  count(wanted, coarser) {
    return wanted.reduce((sum, level, group) => sum + this.capsulesOf(level === this.dotted ? level : Math.min(this.dotted - 1, level + coarser), group), 0);
  }

  capsulesOf(level, group) {
    if (level === this.dotted) {
      return 0;
    }
    const mesh = this.meshes.get(`${level}/${group}`) || this.shown[group];
    return mesh ? mesh.data.count : GUESS;
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
      this.letGo();
      this.changed();
    } finally {
      setTimeout(() => this.coming.delete(key), 1000);
    }
  }

  /** Draws a group so: its neurites, or dots where there is no mesh. */
  show(group, mesh) {
    const before = this.shown[group];
    if (before === mesh) {
      return;
    }
    if (before) {
      this.into.remove(before.object);
    }
    this.shown[group] = mesh;
    this.somata.show(group, !mesh);
    if (mesh) {
      mesh.axon.visible = this.axons;
      this.into.add(mesh.object);
    }
  }

  letGo() {
    for (const [key, mesh] of this.meshes) {
      if (this.meshes.size <= KEPT) {
        return;
      }
      if (!this.shown.includes(mesh)) {
        this.meshes.delete(key);
        mesh.dispose();
      }
    }
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
    if (ends[0].length === 0) {
      const { x, y, z } = this.circuit.cells;
      [x, y, z].forEach((values, k) => (ends[k] = Array.from(values)));
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

  /** The ball about the box of all somata and dendrites, the outermost included: what fog is measured by. */
  sphereOfBodies() {
    const box = new THREE.Box3();
    for (const mesh of this.shown) {
      for (let i = 0; mesh && i < mesh.data.body; i += 7) {
        box.expandByPoint(mesh.middle(i));
      }
    }
    return (box.isEmpty() ? this.bounds() : box).getBoundingSphere(new THREE.Sphere());
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
    this.somata.dispose();
    this.meshes.forEach((mesh) => mesh.dispose());
  }
}
