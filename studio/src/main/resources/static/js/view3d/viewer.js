import * as THREE from 'three';
import { busiest_ms } from './busiest.js';
import { byColumn, DARK, LIGHT } from './colours.js';
import { across, facing, MOST, turned } from './cuts.js';
import { Circuit } from './data.js';
import { Dots } from './dots.js';
import { layerBands } from './layers.js';
import { under, wholeCell } from './picking.js';
import { Sound } from './sound.js';
import { Stage } from './stage.js';
import { Voltages } from './voltage.js';

const GREY = 0x9aa6b8;
/** The picked cell, those that listen to it, those it listens to; on a dark and on a light ground. */
const TRACED = { dark: { picked: 0xffffff, post: 0xffb347, pre: 0x6ec6ff }, light: { picked: 0x14191c, post: 0xc25e00, pre: 0x0072b2 } };

/** What the scientist sees and does: one circuit on a {@link Stage}, with its time, colours and picked cell. */
export class Viewer extends EventTarget {
  /**
   * @param {import('../app.js').App} app
   * @param {HTMLCanvasElement} canvas
   * @param {Record<string, any>} stats
   */
  constructor(app, canvas, stats) {
    super();
    this.app = app;
    this.stage = new Stage(canvas, stats);
    this.stats = stats;
    this.look = { colour: 'voltage', axons: true, glow: true, synapses: false, paths: false, flat: false, only: [], hide: [], cuts: [] };
    /** Which of the cuts the keys move. */
    this.cut = 0;
    this.picked = null;
    this.reach = { pre: new Set(), post: new Set() };
    this.morph = { from: 0, to: 0, since: 0 };
    this.still = matchMedia('(prefers-reduced-motion: reduce)');
    this.stage.beforeDraw = (now) => this.advance(now);
    this.stage.afterDraw = () => this.dispatchEvent(new Event('drawn'));
    this.ends = [app.time.subscribe(() => this.stage.touch())];
    this.sound = null;
    this.dress();
  }

  /** Shows a dataset. @param {string} id */
  async open(id) {
    const began = performance.now();
    this.circuit = await new Circuit(id).open();
    const { cells, shapes } = this.circuit.index;
    const first = cells > 1500 || !shapes ? Infinity : cells > 300 ? 3 : 2;
    await this.stage.open(this.circuit, first);
    this.stage.levels.failed = (failure) => this.fail(failure);
    this.bands = layerBands(this.circuit);
    this.highest = this.circuit.cells.y.reduce((a, b) => Math.max(a, b), -Infinity);
    this.voltages = null;
    if (this.circuit.index.voltage) {
      this.voltages = new Voltages(this.circuit);
      this.voltages.arrived = () => this.stage.touch();
      this.voltages.failed = (failure) => this.fail(failure);
      const { t0_ms } = this.circuit.index.voltage;
      const t1_ms = this.voltages.t1_ms;
      const t_ms = this.app.time.t_ms;
      // A picture that nobody chose a moment for shows when most cells fire, as every still does.
      const first = this.circuit.index.voltage.whole ? busiest_ms(this.circuit.spikes.t_ms, t0_ms, t1_ms) : t0_ms;
      this.app.time.set({ t0_ms, t1_ms, t_ms: t_ms > t0_ms && t_ms <= t1_ms ? t_ms : first }, 'live');
    }
    this.synapses = new Dots(this.stage.uniforms);
    this.stage.world.add(this.synapses.object);
    this.synapses.object.visible = false;
    this.stage.fit();
    this.paint();
    this.stage.draw();
    this.stats.first_frame_ms = performance.now() - began;
    this.stats.ready = true;
    this.dispatchEvent(new Event('open'));
  }

  /** Reads what a run that goes on has recorded since, and shows its newest moment where the scientist watches it live. */
  async grow() {
    if (!this.voltages || this.voltages.index.whole || this.growing) {
      this.growsAgain = Boolean(this.growing);
      return;
    }
    this.growing = true;
    try {
      await this.circuit.grow();
      this.stage.textures.learn(this.circuit);
      this.app.time.set({ t1_ms: this.voltages.t1_ms }, 'live');
      this.stats.frames = this.voltages.index.frames;
      this.stage.touch();
    } catch (failure) {
      this.fail(failure);
    } finally {
      this.growing = false;
    }
    if (this.growsAgain) {
      this.growsAgain = false;
      await this.grow();
    }
  }

  fail(failure) {
    this.dispatchEvent(new CustomEvent('fault', { detail: failure }));
  }

  /** Chooses light or dark as the studio is. */
  dress() {
    const dark = document.documentElement.dataset.theme !== 'light';
    this.stage.dress(dark ? DARK : LIGHT);
    this.paint();
  }

  /** Changes what is shown. @param {Partial<typeof this.look>} some */
  async show(some) {
    Object.assign(this.look, some);
    if (!this.circuit) {
      return;
    }
    if ('axons' in some) {
      this.stage.levels.showAxons(this.look.axons);
    }
    if ('glow' in some) {
      this.stage.glow = this.look.glow;
      this.stage.arrange();
    }
    if ('hide' in some || 'cuts' in some) {
      this.clip();
    }
    if ('flat' in some) {
      await this.turnFlat();
    }
    if ('synapses' in some || 'paths' in some || 'only' in some) {
      await this.readReach();
    }
    this.paint();
    this.dispatchEvent(new Event('look'));
  }

  clip() {
    const hidden = this.bands.filter((b) => this.look.hide.includes(String(b.layer)));
    const { uBands, uBandCount } = this.stage.uniforms;
    hidden.slice(0, 8).forEach((b, i) => uBands.value[i].set(Math.max(b.bottom, -1e6), Math.min(b.top, 1e6)));
    uBandCount.value = Math.min(8, hidden.length);
    const { uPlanes, uPlaneCount } = this.stage.uniforms;
    this.look.cuts.slice(0, MOST).forEach((cut, i) => uPlanes.value[i].set(...cut));
    uPlaneCount.value = Math.min(MOST, this.look.cuts.length);
  }

  /** Cuts the picture open: across an axis, or facing the eye. One more than there can be begins anew. @param {'x' | 'y' | 'z'} [axis] */
  addCut(axis) {
    const cuts = this.look.cuts.length < MOST ? this.look.cuts : [];
    const { camera, controls } = this.stage;
    const cut = axis ? across(axis, this.stage.bounds.getCenter(new THREE.Vector3())) : facing(camera.position, controls.target);
    this.cut = cuts.length;
    return this.show({ cuts: [...cuts, cut] });
  }

  /** Moves a cut along its normal. @param {number} number @param {number} by um */
  moveCut(number, by) {
    return this.show({ cuts: this.look.cuts.map((c, i) => (i === number ? [c[0], c[1], c[2], c[3] + by] : c)) });
  }

  /** @param {number} number */
  turnCut(number) {
    return this.show({ cuts: this.look.cuts.map((c, i) => (i === number ? turned(c) : c)) });
  }

  async turnFlat() {
    if (this.look.flat) {
      await this.stage.levels.layFlat();
    }
    const now = this.stage.uniforms.uMorph.value;
    if (this.look.flat) {
      this.upright = { eye: this.stage.camera.position.clone(), target: this.stage.controls.target.clone() };
      this.stage.fit(this.stage.levels.flatBounds(this.look.only), 0, 0);
    } else if (this.upright) {
      this.stage.camera.position.copy(this.upright.eye);
      this.stage.controls.target.copy(this.upright.target);
      this.stage.controls.update();
    }
    this.morph = { from: now, to: this.look.flat ? 1 : 0, since: performance.now() };
    if (this.still.matches) {
      this.stage.uniforms.uMorph.value = this.morph.to;
      this.morph.from = this.morph.to;
    }
  }

  /** Brings time, voltages and the morph up to date; gives whether something moves by itself. */
  advance(now) {
    if (!this.circuit || !this.stage.levels) {
      return false;
    }
    const u = this.stage.uniforms;
    let busy = false;
    if (u.uMorph.value !== this.morph.to) {
      const share = Math.min(1, (now - this.morph.since) / 1400);
      const eased = share * share * (3 - 2 * share);
      u.uMorph.value = share >= 1 ? this.morph.to : this.morph.from + eased * (this.morph.to - this.morph.from);
      busy = true;
    }
    const { t_ms, playing } = this.app.time;
    if (this.voltages && (this.stage.dirty || playing || this.app.time.live)) {
      const frame = this.voltages.frameAt(t_ms);
      this.waiting = !this.stage.textures.show(this.voltages, frame);
      if (!this.waiting) {
        u.uBetween.value = frame - Math.floor(frame);
        u.uTime.value = t_ms;
        this.stage.textures.tell(t_ms);
        this.stats.shown_ms = t_ms;
      }
    }
    return busy || playing || (this.app.time.live && this.app.time.t_ms < this.app.time.t1_ms);
  }

  /** Colours the cells anew. */
  paint() {
    if (!this.circuit) {
      return;
    }
    const { colour, only, paths } = this.look;
    const column = colour === 'voltage' || colour === 'type' ? null : this.circuit.column(colour);
    const scheme = column ? byColumn(column) : null;
    const cell = this.picked ? this.picked.cell : -1;
    const tracing = paths && cell >= 0;
    this.legend = scheme;
    this.stage.uniforms.uByColumn.value = Boolean(scheme) || tracing;
    this.stage.uniforms.uHasVoltage.value = Boolean(this.voltages) && colour === 'voltage';
    const traced = this.stage.dark ? TRACED.dark : TRACED.light;
    const hue = (c) => (tracing ? (c === cell ? traced.picked : this.reach.post.has(c) ? traced.post : this.reach.pre.has(c) ? traced.pre : GREY) : scheme ? scheme.colours[c] : GREY);
    const seen = (c) => {
      if (only.length > 0 && !only.includes(c)) {
        return 'hidden';
      }
      if (tracing) {
        return c === cell || this.reach.post.has(c) || this.reach.pre.has(c) ? 'plain' : 'dim';
      }
      return c === cell ? 'bright' : 'plain';
    };
    this.stage.textures.paint(hue, seen, this.circuit.index.cells);
    this.stage.touch();
  }

  /** Reads the synapses that are wanted: the picked cell's, or all. */
  async readReach() {
    const cell = this.picked ? this.picked.cell : -1;
    this.reach = { pre: new Set(), post: new Set() };
    const wanted = this.circuit.index.synapses && (this.look.synapses || (this.look.paths && cell >= 0));
    this.synapses.object.visible = Boolean(wanted);
    if (!wanted) {
      return;
    }
    const found = await this.circuit.synapses(cell);
    for (let i = 0; i < found.count; i++) {
      if (cell >= 0) {
        found.source[i] === cell ? this.reach.post.add(found.target[i]) : this.reach.pre.add(found.source[i]);
      }
    }
    const { only } = this.look;
    this.synapses.fill(
      found.at,
      (i) => (found.excitatory[i] ? 0xff7a59 : 0x59a8ff),
      (i) => (only.length > 0 && !only.includes(found.target[i]) ? 0 : 1.4),
    );
    this.synapseCount = found.count;
  }

  /** Picks what lies under a point of the canvas; lets go where nothing does. */
  pick(x, y) {
    return this.choose(under(this, x, y));
  }

  /** Picks a whole cell by its row. @param {number} cell */
  pickCell(cell) {
    return this.choose(wholeCell(this.circuit, cell));
  }

  async choose(picked) {
    this.picked = picked;
    const ids = this.circuit.column('node_id');
    this.app.selection.set(
      picked
        ? { dataset: this.circuit.id, node_id: ids ? Number(ids.values[picked.cell]) : picked.cell, section: picked.section, compartment: picked.compartment }
        : { node_id: -1, section: -1, compartment: -1 },
      this,
    );
    if (this.look.paths || this.look.synapses) {
      await this.readReach();
    }
    this.paint();
    this.dispatchEvent(new Event('picked'));
    return picked;
  }

  /** Voltage of the picked compartment now, mV. */
  voltage() {
    if (!this.picked || this.picked.compartment < 0 || !this.voltages) {
      return NaN;
    }
    return this.voltages.at(Math.round(this.voltages.frameAt(this.app.time.t_ms)), this.picked.compartment);
  }

  /** Where a point of the circuit lies on the canvas, in CSS pixels. @param {THREE.Vector3} at */
  project(at) {
    const p = at.clone().project(this.stage.camera);
    return { x: ((p.x + 1) / 2) * this.stage.size.width, y: ((1 - p.y) / 2) * this.stage.size.height, behind: p.z > 1 };
  }

  /** What hidden layers leave of the circuit's box. */
  shownBox() {
    const box = this.stage.bounds.clone();
    const shown = this.bands.filter((b) => !this.look.hide.includes(String(b.layer)));
    if (shown.length > 0 && shown.length < this.bands.length) {
      box.max.y = Math.min(box.max.y, Math.max(...shown.map((b) => b.top)));
      box.min.y = Math.max(box.min.y, Math.min(...shown.map((b) => b.bottom)));
    }
    return box;
  }

  /** Puts the camera before one cell, or before everything. @param {number} [cell] */
  frame(cell = -1) {
    if (cell < 0) {
      this.stage.fit(this.shownBox());
      return;
    }
    const box = new THREE.Box3();
    for (const mesh of this.stage.levels.shown) {
      const span = mesh && mesh.data.cells[cell - mesh.number * this.circuit.index.cells_per_group];
      if (span) {
        for (let i = 0; i < span.count; i++) {
          box.expandByPoint(mesh.middle(span.first + i));
        }
      }
    }
    this.stage.fit(box.isEmpty() ? this.stage.bounds : box.expandByScalar(20));
  }

  /** Spikes as sound, on or off; must follow a click, or browsers stay silent. */
  listen(on) {
    this.sound?.close();
    this.sound = on ? new Sound(this.app, this.circuit) : null;
  }

  dispose() {
    this.ends.forEach((end) => end());
    this.sound?.close();
    this.synapses?.dispose();
    this.stage.dispose();
  }
}
