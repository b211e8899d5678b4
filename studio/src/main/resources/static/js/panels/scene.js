import { html, nothing } from 'lit';
import { emptyView, Panel } from 'bw/panel.js';
import { card, keySheet, legend, tools } from 'bw/panels/scene-hud.js';
import { act } from 'bw/view3d/keys.js';
import { readLink, restore, seenBy, writeLink } from 'bw/view3d/link.js';
import { patched } from 'bw/view3d/patch.js';
import { chosenRun } from 'bw/view3d/runs.js';
import { datasetOf, play } from 'bw/view3d/scenefile.js';
import { follow } from 'bw/view3d/overlays.js';
import { sheet } from 'bw/view3d/sheet.js';
import { speedText, tick, timeKey } from 'bw/view3d/ticker.js';
import { Viewer } from 'bw/view3d/viewer.js';

sheet();

const WORDS = { v: 'voltage', layer: 'layer', m_type: 'm-type' };
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
    await restore(this.viewer, readLink(location.hash));
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
      restore(this.viewer, seen);
    } else {
      this.reload();
    }
  }

  /** Keeps the address in step, not oftener than a browser likes. */
  write() {
    clearTimeout(this.writing);
    this.writing = setTimeout(() => {
      if (this.viewer && this.viewer.circuit && this.viewer.stats.ready && !this.app.time.playing) {
        history.replaceState(history.state, '', writeLink(seenBy(this.viewer)));
      }
    }, 400);
  }

  /** After each picture. */
  drawn() {
    this.write();
    follow(this, /** @type {Viewer} */ (this.viewer));
  }

  key(event) {
    const viewer = this.viewer;
    if (!viewer || !viewer.circuit || event.ctrlKey || event.metaKey || event.altKey || /** @type {HTMLElement} */ (event.target).matches('select')) {
      return;
    }
    if (event.target !== event.currentTarget && (event.key === ' ' || event.key === 'Enter')) {
      return;
    }
    if (act(this, viewer, event.key) || timeKey(this.app, event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  fly() {
    const { fly } = /** @type {Viewer} */ (this.viewer).stage;
    fly.set(!fly.on);
    this.app.announce(fly.on ? 'Flying: drag to look around, W A S D Q E to move, F or Escape to stop.' : 'Orbiting.');
    this.requestUpdate();
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
    return html`
      <div class="hud clock"><b></b>
        <span>${circuit.index.cells.toLocaleString('en')} cells${voltages ? html`, ${speedText(this.app.time.slowdown)}` : nothing}</span></div>
      <div class="hud depths3d" aria-hidden="true" hidden>${viewer && viewer.bands ? viewer.bands.map((b) => html`<span><b>L${b.layer}</b></span>`) : nothing}</div>
      <div class="hud scalebar" aria-hidden="true"><i></i><span></span></div>
      <div class="hud legend">${legend(viewer)}</div>
      ${tools(this, viewer)}
      ${viewer.picked ? card(viewer) : nothing}
      ${this.help ? keySheet(this) : nothing}`;
  }
}
customElements.define('bw-panel-scene', ScenePanel);

function webgl2() {
  return !new URLSearchParams(location.search).has('nowebgl') && Boolean(document.createElement('canvas').getContext('webgl2'));
}
