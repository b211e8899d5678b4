import { html, nothing, svg } from 'lit';
import { emptyView, Panel } from 'bw/panel.js';
import { hex, DARK, LIGHT } from 'bw/view3d/colours.js';
import { layerEdges } from 'bw/view3d/layers.js';
import { readLink, writeLink } from 'bw/view3d/link.js';
import { patched } from 'bw/view3d/patch.js';
import { chosenRun } from 'bw/view3d/runs.js';
import { datasetOf, play } from 'bw/view3d/scenefile.js';
import { MOST, name, reach } from 'bw/view3d/cuts.js';
import { sheet } from 'bw/view3d/sheet.js';
import { speedText, tick, timeKey, timeText } from 'bw/view3d/ticker.js';
import { Viewer } from 'bw/view3d/viewer.js';

sheet();

const HIDDEN_COLUMNS = /^(x|y|z|orientation_|node_id$|morphology$|model_template$)/;
const WORDS = { v: 'voltage', layer: 'layer', m_type: 'm-type' };
const KEYS = [
  ['Drag, one finger', 'orbit'], ['Right drag, two fingers', 'pan'], ['Wheel, pinch', 'nearer, farther'],
  ['W A S D, Q E', 'forward, left, back, right, down, up'], ['F', 'fly: the pointer turns your head, keys move you while they are held'],
  ['C', 'cut open, facing you (three cuts, then none)'], ['; :', 'move the cut away, towards you'], ['Shift drag', 'move the cut'], ['Arrows', 'orbit'], ['+ −', 'nearer, farther'],
  ['Click', 'pick a compartment'], ['Space', 'play, pause'], [', .', 'a tenth of a millisecond back, on'], ['[ ]', 'slower, faster'],
  ['Home', 'to the beginning'], ['0', 'all cells into the picture'], ['Enter', 'the picked cell into the picture'], ['X', 'axons'], ['G', 'glow'], ['Y', 'synapses'],
  ['P', 'pathways of the picked cell'], ['I', 'isolate the picked cell'], ['T', 'dendrogram'], ['M', 'sound'], ['1 … 6', 'hide or show a layer'],
  ['Esc', 'let go of the picked cell'], ['?', 'this list'],
];

/** A circuit in three dimensions, with its voltages running along the neurites. */
class ScenePanel extends Panel {
  static properties = { ...Panel.properties, help: { state: true }, shut: { state: true }, trouble: { state: true }, lacking: { state: true } };

  constructor() {
    super();
    this.help = false;
    this.trouble = '';
    this.lacking = false;
    this.shut = matchMedia('(max-width: 820px)').matches;
    /** @type {Viewer | null} */
    this.viewer = null;
    this.run = '';
  }

  start() {
    tick(this.app);
    this.ends.push(this.app.time.subscribe(() => this.write()));
    this.ends.push(this.app.selection.subscribe((selection, change) => this.selected(selection, change)));
    const dressed = () => {
      this.viewer?.dress();
      this.requestUpdate();
    };
    addEventListener('bw-theme', dressed);
    this.ends.push(() => removeEventListener('bw-theme', dressed));
    this.ends.push(() => this.leave());
    // An editor or an agent sends {scene} or {patch}: a whole scene file, or a JSON Patch on the one that is shown.
    this.ends.push(this.app.on('scene', (sent) => this.sent(sent)));
    this.ends.push(this.app.on('live', (grown) => this.grown(grown)));
    const released = (e) => this.viewer?.stage.fly.key(e.key.toLowerCase(), false);
    addEventListener('keyup', released);
    this.ends.push(() => removeEventListener('keyup', released));
    const linked = () => this.linked();
    addEventListener('hashchange', linked);
    this.ends.push(() => removeEventListener('hashchange', linked));
  }

  async load() {
    if (typeof this.panel.scene === 'string' && !this.scene) {
      this.scene = await this.ask(`/api/scenes/${encodeURIComponent(this.panel.scene)}`);
    }
    this.scene = this.scene || this.panel.scene || null;
    this.run = (this.scene && datasetOf(this.scene)) || (await chosenRun(this));
    this.lacking = !webgl2();
    this.requestUpdate();
    await this.updateComplete;
    const canvas = /** @type {HTMLCanvasElement | null} */ (this.querySelector('.v3d canvas'));
    if (this.run && this.lacking) {
      this.hasVoltage = Boolean((await this.ask(`/api/view/${this.run}/index.json`)).voltage);
      this.requestUpdate();
    }
    if (!this.run || this.lacking || !canvas) {
      return;
    }
    if (this.viewer && this.viewer.circuit && this.viewer.circuit.id === this.run) {
      this.trouble = '';
      this.viewer.stage.touch();
      await this.viewer.grow();
      return;
    }
    this.leave();
    this.viewer = new Viewer(this.app, canvas, /** @type {any} */ (window).bw.stats);
    /** @type {any} */ (window).bw.viewer = this.viewer;
    this.sizes = new ResizeObserver(() => this.resized());
    this.sizes.observe(canvas);
    this.resized();
    this.viewer.addEventListener('drawn', () => this.drawn());
    this.viewer.addEventListener('picked', () => this.told());
    this.viewer.addEventListener('look', () => this.told());
    this.viewer.addEventListener('fault', (event) => this.fault(/** @type {CustomEvent} */ (event).detail));
    await this.viewer.open(this.run);
    if (this.scene) {
      await play(this.viewer, this.scene);
    }
    await this.viewer.show(this.wished());
    if (this.viewer.look.hide.length > 0) {
      this.viewer.frame();
    }
    await this.viewer.restore(readLink(location.hash));
    this.pointer(canvas);
    this.requestUpdate();
  }

  /** What the layout of the page says of the view. */
  wished() {
    const { layers, ...look } = this.panel.view || {};
    const { bands } = /** @type {Viewer} */ (this.viewer);
    return layers ? { ...look, hide: bands.map((b) => String(b.layer)).filter((l) => !layers.includes(Number(l))) } : look;
  }

  /** @param {{scene?: any, patch?: any[]}} sent */
  async sent(sent) {
    try {
      const before = this.scene ? datasetOf(this.scene) : '';
      this.scene = sent.patch ? patched(this.scene || {}, sent.patch) : sent.scene;
      const now = datasetOf(this.scene);
      if (now && now !== this.run && now !== before) {
        await this.reload();
      } else if (this.viewer && this.viewer.circuit) {
        await play(this.viewer, this.scene);
      }
      this.trouble = '';
    } catch (failure) {
      this.fault(failure);
    }
  }

  /** The run that is shown has come further. */
  async grown({ id }) {
    if (this.viewer && this.viewer.circuit && id === this.viewer.circuit.id) {
      await this.viewer.grow();
      this.requestUpdate();
    }
  }

  leave() {
    this.sizes?.disconnect();
    this.viewer?.dispose();
    this.viewer = null;
  }

  resized() {
    const box = this.querySelector('.v3d');
    if (box && box.clientWidth > 0 && box.clientWidth < 640 && !this.narrow) {
      this.narrow = true;
      this.shut = true; // the controls would hide half of a small picture
    }
    if (box && this.viewer && box.clientWidth > 0) {
      this.viewer.stage.resize(box.clientWidth, box.clientHeight);
    }
  }

  /** A click that did not drag picks. */
  pointer(canvas) {
    let down = null;
    let cutting = 0;
    canvas.addEventListener('pointerdown', (e) => {
      down = [e.clientX, e.clientY];
      cutting = e.clientY;
    });
    canvas.addEventListener('pointerdown', (e) => {
      if (this.viewer) {
        this.viewer.stage.controls.enabled = !this.viewer.stage.fly.on && !(e.shiftKey && this.viewer.look.cuts.length > 0);
      }
    }, { capture: true });
    canvas.addEventListener('pointermove', (e) => {
      const viewer = this.viewer;
      if (down && viewer && e.shiftKey && viewer.look.cuts.length > 0) {
        const distance = viewer.stage.camera.position.distanceTo(viewer.stage.controls.target);
        viewer.moveCut(viewer.cut, (cutting - e.clientY) * viewer.stage.pixel * distance);
        cutting = e.clientY;
      }
    });
    canvas.addEventListener('pointerup', (e) => {
      if (down && Math.hypot(e.clientX - down[0], e.clientY - down[1]) < 5 && e.button === 0) {
        const box = canvas.getBoundingClientRect();
        this.viewer?.pick(e.clientX - box.left, e.clientY - box.top);
      }
      down = null;
    });
  }

  fault(failure) {
    this.trouble = failure && failure.message ? failure.message : String(failure);
  }

  told() {
    this.requestUpdate();
    this.write();
  }

  /** Another panel chose a cell. */
  selected(selection, change) {
    const viewer = this.viewer;
    if (!viewer || !viewer.circuit || change.by === viewer || !change.changed.includes('node_id')) {
      return;
    }
    const ids = viewer.circuit.column('node_id');
    const row = ids ? ids.values.findIndex((id) => Number(id) === selection.node_id) : -1;
    if (row >= 0 && (!viewer.picked || viewer.picked.cell !== row)) {
      viewer.pickCell(row);
    }
  }

  linked() {
    const seen = readLink(location.hash);
    if (this.viewer && this.viewer.circuit && (!seen.run || seen.run === this.run)) {
      this.viewer.restore(seen);
    } else {
      this.reload();
    }
  }

  /** Keeps the address in step, not oftener than a browser likes. */
  write() {
    clearTimeout(this.writing);
    this.writing = setTimeout(() => {
      if (this.viewer && this.viewer.circuit && this.viewer.stats.ready && !this.app.time.playing) {
        history.replaceState(history.state, '', writeLink(this.viewer.seen()));
      }
    }, 400);
  }

  /** After each picture: clock, scale bar, voltage of the picked compartment, place of its label. */
  drawn() {
    this.write();
    const viewer = /** @type {Viewer} */ (this.viewer);
    const set = (selector, words) => {
      const at = this.querySelector(selector);
      if (at && at.textContent !== words) {
        at.textContent = words;
      }
    };
    set('.clock b', viewer.voltages ? timeText(this.app.time.t_ms) : '');
    this.scale(viewer);
    this.label(viewer, set);
    this.layers3d(viewer);
  }

  /** Where the layers lie, beside the cells, while they are seen from the side. */
  layers3d(viewer) {
    const rail = /** @type {HTMLElement | null} */ (this.querySelector('.depths3d'));
    if (!rail || !viewer.bands) {
      return;
    }
    const edges = layerEdges(viewer);
    rail.hidden = edges.length === 0;
    [...rail.children].forEach((child, i) => {
      const edge = edges[i];
      const mark = /** @type {HTMLElement} */ (child);
      mark.hidden = !edge;
      if (edge) {
        mark.style.transform = `translate(${edge.x}px, ${edge.top}px)`;
        mark.style.height = `${Math.max(1, edge.bottom - edge.top - 3)}px`;
      }
    });
  }

  scale(viewer) {
    const bar = /** @type {HTMLElement | null} */ (this.querySelector('.scalebar i'));
    if (!bar) {
      return;
    }
    const distance = viewer.stage.camera.position.distanceTo(viewer.stage.controls.target);
    const um_per_px = viewer.stage.pixel * distance;
    const wish = um_per_px * Math.min(160, viewer.stage.size.width * 0.22);
    const power = Math.pow(10, Math.floor(Math.log10(wish)));
    const um = power * ([5, 2, 1].find((m) => m * power <= wish) || 1);
    bar.style.width = `${um / um_per_px}px`;
    const words = um >= 1000 ? `${um / 1000} mm` : `${um} µm`;
    const text = /** @type {HTMLElement} */ (this.querySelector('.scalebar span'));
    if (text.textContent !== words) {
      text.textContent = words;
    }
  }

  label(viewer, set) {
    const card = /** @type {HTMLElement | null} */ (this.querySelector('.card'));
    const pin = /** @type {HTMLElement | null} */ (this.querySelector('.pin'));
    if (!card || !pin || !viewer.picked) {
      return;
    }
    const at = viewer.project(viewer.picked.at);
    const { width, height } = viewer.stage.size;
    pin.style.transform = `translate(${at.x}px, ${at.y}px)`;
    pin.hidden = at.behind || viewer.look.flat;
    const x = Math.min(Math.max(8, at.x + 16), width - card.offsetWidth - 8);
    const y = Math.min(Math.max(64, at.y - card.offsetHeight / 2), height - card.offsetHeight - 60);
    card.style.transform = `translate(${x}px, ${y}px)`;
    const volt = viewer.voltage();
    set('.card .volt', Number.isNaN(volt) ? (viewer.picked.compartment < 0 ? 'not recorded' : '…') : `${volt.toFixed(1).replace('-', '−')} mV`);
  }

  key(event) {
    const viewer = this.viewer;
    if (!viewer || !viewer.circuit || event.ctrlKey || event.metaKey || event.altKey || /** @type {HTMLElement} */ (event.target).matches('select')) {
      return;
    }
    if (event.target !== event.currentTarget && (event.key === ' ' || event.key === 'Enter')) {
      return;
    }
    if (this.act(viewer, event.key) || timeKey(this.app, event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  act(viewer, key) {
    const look = viewer.look;
    const moves = { w: [0, 0, 1], s: [0, 0, -1], a: [-1, 0, 0], d: [1, 0, 0], q: [0, -1, 0], e: [0, 1, 0] };
    const turns = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
    const acts = {
      0: () => viewer.frame(),
      Enter: () => viewer.picked && viewer.frame(viewer.picked.cell),
      x: () => viewer.show({ axons: !look.axons }),
      g: () => viewer.show({ glow: !look.glow }),
      y: () => viewer.show({ synapses: !look.synapses }),
      p: () => viewer.show({ paths: !look.paths }),
      i: () => this.isolate(viewer),
      t: () => viewer.show({ flat: !look.flat }),
      m: () => this.listen(),
      f: () => this.fly(),
      c: () => (look.cuts.length < MOST ? viewer.addCut() : viewer.show({ cuts: [] })),
      ';': () => this.moveCut(viewer, -1),
      ':': () => this.moveCut(viewer, 1),
      Escape: () => (this.help ? (this.help = false) : viewer.stage.fly.on ? this.fly() : viewer.choose(null)),
      '?': () => (this.help = !this.help),
      '+': () => viewer.stage.move(0, 0, 2),
      '=': () => viewer.stage.move(0, 0, 2),
      '-': () => viewer.stage.move(0, 0, -2),
    };
    const low = key.length === 1 ? key.toLowerCase() : key;
    if (viewer.stage.fly.key(low, true)) {
      return true;
    }
    if (moves[low]) {
      viewer.stage.move(...moves[low]);
    } else if (turns[low]) {
      viewer.stage.turn(...turns[low]);
    } else if (acts[low]) {
      acts[low]();
    } else if (/^[1-6]$/.test(low)) {
      this.layer(viewer, low);
    } else {
      return false;
    }
    return true;
  }

  fly() {
    const { fly } = /** @type {Viewer} */ (this.viewer).stage;
    fly.set(!fly.on);
    this.app.announce(fly.on ? 'Flying: drag to look around, W A S D Q E to move, F or Escape to stop.' : 'Orbiting.');
    this.requestUpdate();
  }

  /** Moves the cut that was made or touched last by a fiftieth of its way. */
  moveCut(viewer, way) {
    const cut = viewer.look.cuts[viewer.cut];
    if (cut) {
      const [low, high] = reach(cut, viewer.stage.bounds);
      viewer.moveCut(viewer.cut, (way * (high - low)) / 50);
    }
  }

  isolate(viewer) {
    const cell = viewer.picked ? viewer.picked.cell : -1;
    viewer.show({ only: viewer.look.only.length > 0 || cell < 0 ? [] : [cell] });
  }

  layer(viewer, layer) {
    const hide = viewer.look.hide.includes(layer) ? viewer.look.hide.filter((l) => l !== layer) : [...viewer.look.hide, layer];
    viewer.show({ hide });
  }

  listen() {
    const viewer = /** @type {Viewer} */ (this.viewer);
    viewer.listen(!viewer.sound);
    this.requestUpdate();
  }

  view() {
    if (!this.run && !this.loading) {
      return emptyView('Nothing to show yet', 'Ask for a circuit on the page Plan; when it is grown, it stands here.');
    }
    if (this.lacking) {
      return this.stills();
    }
    const ready = this.viewer && this.viewer.circuit && this.viewer.stats.ready;
    return html`<div class="v3d" tabindex="0" role="application" aria-label="Circuit in three dimensions; press ? for the keys"
        @keydown=${(e) => this.key(e)}>
      <canvas></canvas>
      ${ready ? this.around(/** @type {Viewer} */ (this.viewer)) : html`<div class="veil" role="status"><p>Reading the circuit…</p></div>`}
    </div>
    ${this.trouble ? html`<p class="notice" role="status">${this.trouble} The view goes on as soon as the studio answers.</p>` : nothing}`;
  }

  /** A browser without WebGL 2 sees pictures that the server drew. */
  stills() {
    return html`<div class="notice" role="alert"><strong>This browser cannot draw in three dimensions: it has no WebGL 2.</strong>
        Current versions of Firefox, Chrome, Edge and Safari have it, if the graphics driver allows; meanwhile, here are pictures that the server drew.</div>
      <div class="v3d-still stack">${(this.hasVoltage ? ['v', 'layer', 'm_type'] : ['layer', 'm_type']).map((by) => html`<figure>
        <img src="/api/view/${this.run}/still/${by}" alt="The circuit, coloured by ${WORDS[by]}, drawn by the server"><figcaption>Coloured by ${WORDS[by]}.</figcaption></figure>`)}</div>`;
  }

  around(viewer) {
    const { voltages, circuit } = viewer;
    const volts = voltages && viewer.look.colour === 'voltage';
    return html`
      <div class="hud clock"><b></b>
        <span>${circuit.index.cells.toLocaleString('en')} cells${voltages ? html`, ${speedText(this.app.time.slowdown)}` : nothing}</span></div>
      <div class="hud depths3d" aria-hidden="true" hidden>${viewer && viewer.bands ? viewer.bands.map((b) => html`<span><b>L${b.layer}</b></span>`) : nothing}</div>
      <div class="hud scalebar" aria-hidden="true"><i></i><span></span></div>
      <div class="hud legend">${volts ? this.ramp() : this.colours(viewer)}</div>
      ${this.tools(viewer)}
      ${viewer.picked ? this.card(viewer) : nothing}
      ${this.help ? this.sheet() : nothing}`;
  }

  ramp() {
    const theme = document.documentElement.dataset.theme === 'light' ? LIGHT : DARK;
    return html`<p>membrane voltage</p><svg class="ramp" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><defs><linearGradient id="v3d-fire">
        ${theme.fire.map((c, i) => stop(i / (theme.fire.length - 1), c))}</linearGradient></defs><rect width="100" height="6" fill="url(#v3d-fire)"></rect></svg>
      <div class="ends"><span>−72</span><span>−21</span><span>30 mV</span></div>`;
  }

  colours(viewer) {
    const scheme = viewer.legend;
    const column = scheme && viewer.circuit.column(viewer.look.colour);
    if (!scheme) {
      const theme = document.documentElement.dataset.theme === 'light' ? LIGHT : DARK;
      return html`<ul>${['soma', 'axon', 'basal', 'apical'].map((t) => swatch(theme[t], t))}</ul>`;
    }
    if (scheme.range) {
      const unit = column.unit === '1' ? '' : ` ${column.unit}`;
      return html`<p>${viewer.look.colour}</p><svg class="ramp" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><defs><linearGradient id="v3d-number">
        ${[0x440154, 0x414487, 0x2a788e, 0x22a884, 0x7ad151, 0xfde725].map((c, i) => stop(i / 5, c))}</linearGradient></defs>
        <rect width="100" height="6" fill="url(#v3d-number)"></rect></svg>
        <div class="ends"><span>${scheme.range[0].toPrecision(3)}</span><span>${scheme.range[1].toPrecision(3)}${unit}</span></div>`;
    }
    return html`<p>${viewer.look.colour}</p><ul>${scheme.legend.map((l) => swatch(l.colour, `${l.words} (${l.count})`))}</ul>`;
  }

  tools(viewer) {
    const { look, circuit } = viewer;
    if (this.shut) {
      return html`<div class="tools shut"><button aria-expanded="false" @click=${() => (this.shut = false)}>View</button></div>`;
    }
    const columns = circuit.cells.columns.filter((c) => !HIDDEN_COLUMNS.test(c.name));
    const toggle = (key, words, hint) => html`<button aria-pressed=${Boolean(look[key])} title=${hint} @click=${() => viewer.show({ [key]: !look[key] })}>${words}</button>`;
    return html`<div class="tools">
      <label>Colour <select @change=${(e) => viewer.show({ colour: e.target.value })}>
        ${circuit.index.voltage ? html`<option value="voltage" ?selected=${look.colour === 'voltage'}>voltage</option>` : nothing}
        <option value="type" ?selected=${look.colour === 'type'}>kind of neurite</option>
        ${columns.map((c) => html`<option value=${c.name} ?selected=${look.colour === c.name}>${c.name.replaceAll('_', ' ')}</option>`)}</select></label>
      <div class="chips">
        ${circuit.index.shapes ? toggle('axons', 'Axons', 'X') : nothing}${toggle('glow', 'Glow', 'G')}
        ${circuit.index.synapses ? toggle('synapses', 'Synapses', 'Y') : nothing}${circuit.index.shapes ? toggle('flat', 'Dendrograms', 'T') : nothing}
        <button aria-pressed=${viewer.stage.fly.on} title="F" @click=${() => this.fly()}>Fly</button>
        <button aria-pressed=${Boolean(viewer.sound)} title="M" ?disabled=${circuit.spikes.t_ms.length === 0} @click=${() => this.listen()}>Sound</button>
      </div>
      ${viewer.bands.length > 1 ? html`<div class="chips" role="group" aria-label="Layers">${viewer.bands.map((b) => html`<button
          aria-pressed=${!look.hide.includes(String(b.layer))} @click=${() => this.layer(viewer, String(b.layer))}>L${b.layer}</button>`)}</div>` : nothing}
      ${this.cuts(viewer)}
      <div class="chips"><button title="0" @click=${() => viewer.frame()}>Whole</button>
        ${look.only.length > 0 ? html`<button @click=${() => viewer.show({ only: [] })}>Show all</button>` : nothing}
        <button title="?" @click=${() => (this.help = true)}>Keys</button><button aria-expanded="true" @click=${() => (this.shut = true)}>Hide</button></div>
    </div>`;
  }

  /** The planes that cut the picture open: a slider each, and ways to add one. */
  cuts(viewer) {
    const { cuts } = viewer.look;
    const full = cuts.length >= MOST;
    return html`<div class="cuts" role="group" aria-label="Cuts">
      <div class="chips"><span>Cut</span>${['x', 'y', 'z'].map((axis) => html`<button ?disabled=${full} aria-label="Cut across ${axis}"
        @click=${() => viewer.addCut(axis)}>${axis}</button>`)}<button ?disabled=${full} title="C" @click=${() => viewer.addCut()}>facing me</button></div>
      ${cuts.map((cut, i) => {
        const [low, high] = reach(cut, viewer.stage.bounds);
        return html`<div class="cut"><input type="range" min=${low} max=${high} step=${(high - low) / 200} .value=${String(cut[3])}
            aria-label="Place of cut ${i + 1}, across ${name(cut)}" aria-valuetext="${Math.round(cut[3])} micrometres" @focus=${() => (viewer.cut = i)}
            @input=${(e) => { viewer.cut = i; viewer.moveCut(i, Number(e.target.value) - cut[3]); }}>
          <button aria-label="Turn cut ${i + 1} round" title="Other side" @click=${() => viewer.turnCut(i)}>⇄</button>
          <button aria-label="Remove cut ${i + 1}" @click=${() => viewer.show({ cuts: cuts.filter((_, k) => k !== i) })}>×</button></div>`;
      })}</div>`;
  }

  card(viewer) {
    const { picked, circuit, look } = viewer;
    const value = (name) => circuit.column(name)?.values[picked.cell];
    const place = picked.section >= 0 ? `${picked.type}${picked.section > 0 ? ` ${picked.section}, ${Math.round(100 * picked.place)} %` : ''}` : `${picked.type}, ${picked.path_um} µm from the soma`;
    const isolated = look.only.length === 1 && look.only[0] === picked.cell;
    return html`<div class="pin"></div><div class="card" role="status" aria-live="polite">
      <h3>Cell ${value('node_id') ?? picked.cell}</h3>
      <p>${[value('mtype'), value('etype'), value('region')].filter(Boolean).join(' · ')}</p><p>${place}</p>
      ${viewer.voltages ? html`<p class="volt"></p>` : nothing}
      <div class="chips"><button aria-pressed=${isolated} @click=${() => viewer.show({ only: isolated ? [] : [picked.cell] })}>Isolate</button>
        ${circuit.index.synapses ? html`<button aria-pressed=${look.paths} @click=${() => viewer.show({ paths: !look.paths })}>Pathways</button>` : nothing}
        <button @click=${() => viewer.frame(picked.cell)}>Nearer</button><button aria-label="Let go" @click=${() => viewer.choose(null)}>×</button></div>
      ${look.paths ? html`<p>${cells(viewer.reach.post.size)} ${viewer.reach.post.size === 1 ? 'listens' : 'listen'} to it, it listens to ${cells(viewer.reach.pre.size)}.</p>` : nothing}</div>`;
  }

  sheet() {
    return html`<div class="helper-sheet" role="dialog" aria-label="Keys of the 3D view"><h3>Keys and fingers</h3>
      <dl class="keys">${KEYS.map(([key, what]) => html`<dt>${key}</dt><dd>${what}</dd>`)}</dl>
      <button @click=${() => (this.help = false)}>Back to the picture</button></div>`;
  }
}
customElements.define('bw-panel-scene', ScenePanel);

function webgl2() {
  return !new URLSearchParams(location.search).has('nowebgl') && Boolean(document.createElement('canvas').getContext('webgl2'));
}

function stop(offset, colour) {
  return svg`<stop offset=${offset} stop-color=${hex(colour)}></stop>`;
}

function swatch(colour, words) {
  return html`<li><svg viewBox="0 0 10 10" aria-hidden="true"><circle cx="5" cy="5" r="4.5" fill=${hex(colour)}></circle></svg>${words}</li>`;
}

/** "1 cell", "no cell", "7 cells". @param {number} n */
function cells(n) {
  return n === 0 ? 'no cell' : n === 1 ? '1 cell' : `${n} cells`;
}
