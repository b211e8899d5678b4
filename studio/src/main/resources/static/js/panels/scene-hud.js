import { html, nothing, svg } from 'lit';
import { DARK, hex, LIGHT, VIRIDIS } from 'bw/view3d/colours.js';
import { MOST, name, reach } from 'bw/view3d/cuts.js';
import { KEYS } from 'bw/view3d/keys.js';

const HIDDEN_COLUMNS = /^(x|y|z|orientation_|node_id$|morphology$|model_template$)/;

/**
 * What the colours mean.
 * @param {import('bw/view3d/viewer.js').Viewer} viewer
 */
export function legend(viewer) {
  return viewer.voltages && viewer.look.colour === 'voltage' ? voltageRamp() : columnColours(viewer);
}

function theme() {
  return document.documentElement.dataset.theme === 'light' ? LIGHT : DARK;
}

/** A bar of colours that run into each other. @param {string} id @param {number[]} colours */
function ramp(id, colours) {
  return html`<svg class="ramp" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><defs><linearGradient id=${id}>
    ${colours.map((c, i) => stop(i / (colours.length - 1), c))}</linearGradient></defs><rect width="100" height="6" fill="url(#${id})"></rect></svg>`;
}

function voltageRamp() {
  return html`<p>membrane voltage</p>${ramp('v3d-fire', theme().fire)}
    <div class="ends"><span>−72</span><span>−21</span><span>30 mV</span></div>`;
}

function columnColours(viewer) {
  const scheme = viewer.legend;
  const column = scheme && viewer.circuit.column(viewer.look.colour);
  if (!scheme) {
    return html`<ul>${['soma', 'axon', 'basal', 'apical'].map((t) => swatch(theme()[t], t))}</ul>`;
  }
  if (scheme.range) {
    const unit = column.unit === '1' ? '' : ` ${column.unit}`;
    return html`<p>${viewer.look.colour}</p>${ramp('v3d-number', VIRIDIS)}
      <div class="ends"><span>${scheme.range[0].toPrecision(3)}</span><span>${scheme.range[1].toPrecision(3)}${unit}</span></div>`;
  }
  return html`<p>${viewer.look.colour}</p><ul>${scheme.legend.map((l) => swatch(l.colour, `${l.words} (${l.count})`))}</ul>`;
}

/**
 * The controls of the view.
 * @param {any} panel the panel: `shut`, `help`, `fly()`, `listen()`, `layer(viewer, layer)`
 * @param {import('bw/view3d/viewer.js').Viewer} viewer
 */
export function tools(panel, viewer) {
  const { look, circuit } = viewer;
  if (panel.shut) {
    return html`<div class="tools shut"><button aria-expanded="false" @click=${() => (panel.shut = false)}>View</button></div>`;
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
      <button aria-pressed=${viewer.stage.fly.on} title="F" @click=${() => panel.fly()}>Fly</button>
      <button aria-pressed=${Boolean(viewer.sound)} title="M" ?disabled=${circuit.spikes.t_ms.length === 0} @click=${() => panel.listen()}>Sound</button>
    </div>
    ${viewer.bands.length > 1 ? html`<div class="chips" role="group" aria-label="Layers">${viewer.bands.map((b) => html`<button
        aria-pressed=${!look.hide.includes(String(b.layer))} @click=${() => panel.layer(viewer, String(b.layer))}>L${b.layer}</button>`)}</div>` : nothing}
    ${cutTools(viewer)}
    <div class="chips"><button title="0" @click=${() => viewer.frame()}>Whole</button>
      ${look.only.length > 0 ? html`<button @click=${() => viewer.show({ only: [] })}>Show all</button>` : nothing}
      <button title="?" @click=${() => (panel.help = true)}>Keys</button><button aria-expanded="true" @click=${() => (panel.shut = true)}>Hide</button></div>
  </div>`;
}

/** The planes that cut the picture open: a slider each, and ways to add one. */
function cutTools(viewer) {
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

/** What is known of the picked cell. @param {import('bw/view3d/viewer.js').Viewer} viewer */
export function card(viewer) {
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

/** The list of keys. @param {any} panel the panel: `help` */
export function keySheet(panel) {
  return html`<div class="helper-sheet" role="dialog" aria-label="Keys of the 3D view"><h3>Keys and fingers</h3>
    <dl class="keys">${KEYS.map(([key, what]) => html`<dt>${key}</dt><dd>${what}</dd>`)}</dl>
    <button @click=${() => (panel.help = false)}>Back to the picture</button></div>`;
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
