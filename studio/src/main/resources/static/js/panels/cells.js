import { html, nothing } from 'lit';
import { isNothingYet } from 'bw/activity.js';
import { ink, layerInk, pen, redrawn, ticks } from 'bw/canvas.js';
import { emptyView, linkTo, Panel } from 'bw/panel.js';
import { forget, placed } from 'bw/tissue.js';
import { number, unit } from 'bw/words.js';

/** Where the cells of the last circuit stand: a dot each, coloured by layer; a click selects one. */
class CellsPanel extends Panel {
  static properties = { found: { state: true }, side: { state: true }, picked: { state: true } };

  constructor() {
    super();
    /** @type {any} */
    this.found = null;
    this.side = 'xy';
    this.picked = -1;
  }

  start() {
    this.ends.push(this.app.on('notebook', () => { forget(); this.reload(); }));
  }

  async load() {
    this.found = await placed(this);
  }

  render() {
    return isNothingYet(this.problem) ? emptyView('Nothing was built yet', 'Approve a plan that places cells; each appears here as a dot at its place.', linkTo(this.app, '/plan', 'Go to Plan', 'button primary')) : super.render();
  }

  view() {
    if (!this.found) {
      return html`<p class="loading">Loading…</p>`;
    }
    const { node_id, region, shape, fraction, cells_in_shape } = this.found;
    return html`<div class="stack"><div class="bar" role="group" aria-label="Side">${['xy', 'zy', 'xz'].map((s) => html`<button class="chip" aria-pressed=${this.side === s} @click=${() => (this.side = s)}>${s[0]}–${s[1]}</button>`)}
        <span class="small quiet push">${region}, ${unit(shape)}</span></div>
      <div class="plot square" @click=${(e) => this.click(e)}><canvas role="img" aria-label="${node_id.length} cells of ${region} seen along one axis"></canvas></div>
      <p class="small quiet">${number(node_id.length)} of the ${number(Math.round(cells_in_shape))} cells that the shape holds (${number(Math.round(fraction * 1000) / 10)} %). ${fraction < 0.999 ? this.found.thinning : ''}
        ${[1, 2, 3, 4, 5, 6].filter((l) => this.found.layer.includes(l)).map((l) => html`<span class="legend" data-layer=${l}>L${l}</span>`)} A click on a dot tells its cell.</p>
      ${this.picked >= 0 ? this.cell(this.picked) : nothing}</div>`;
  }

  cell(i) {
    const f = this.found;
    return html`<p role="status"><strong>Cell ${f.node_id[i]}</strong> ${f.mtype[i]}, ${f.synapse_class[i] === 'INH' ? 'inhibitory' : 'excitatory'}, layer ${f.layer[i]}, ${number(Math.round(f.depth_um[i]))} µm below the pia</p>`;
  }

  updated() {
    const canvas = /** @type {HTMLCanvasElement | null} */ (this.querySelector('canvas'));
    if (canvas && canvas !== this.drawnOn) {
      this.drawnOn = canvas;
      this.ends.push(redrawn(canvas, () => this.draw()));
    }
    this.draw();
  }

  places(wide, high) {
    const [u, v] = [this.found[this.side[0]], this.found[this.side[1]]];
    const [u0, u1, v0, v1] = [...ends(u), ...ends(v)];
    const scale = Math.min((wide - 70) / (u1 - u0 || 1), (high - 50) / (v1 - v0 || 1));
    const left = 50 + (wide - 60 - scale * (u1 - u0)) / 2;
    return { x: (a) => left + scale * (a - u0), y: (b) => high - 34 - scale * (b - v0), u, v, u0, u1, v0, v1 };
  }

  draw() {
    const canvas = /** @type {HTMLCanvasElement | null} */ (this.querySelector('canvas'));
    const it = canvas && this.found && pen(canvas);
    if (!it) {
      return;
    }
    const { context, wide, high } = it;
    const p = this.places(wide, high);
    context.font = `11px ${ink('--font')}`;
    context.fillStyle = ink('--plot-axis');
    context.textAlign = 'center';
    ticks(p.u0, p.u1, 4).forEach((t) => context.fillText(String(t), p.x(t), high - 16));
    context.fillText(`${this.side[0]} (µm)`, wide / 2, high - 3);
    context.textAlign = 'right';
    ticks(p.v0, p.v1, 6).forEach((t) => context.fillText(String(t), 44, p.y(t) + 4));
    context.save();
    context.translate(10, (high - 34) / 2);
    context.rotate(-Math.PI / 2);
    context.textAlign = 'center';
    context.fillText(`${this.side[1]} (µm)`, 0, 0);
    context.restore();
    const size = Math.max(1.2, Math.min(3.5, 260 / Math.sqrt(this.found.node_id.length)));
    const colours = Array.from({ length: 8 }, (_, l) => layerInk(l));
    context.globalAlpha = 0.85;
    this.found.node_id.forEach((_, i) => {
      context.fillStyle = colours[this.found.layer[i]] || colours[0];
      context.beginPath();
      context.arc(p.x(p.u[i]), p.y(p.v[i]), i === this.picked ? size + 3 : size, 0, 7);
      context.fill();
    });
    /** @type {any} */ (window).bw.stats.cell_dots = this.found.node_id.length;
  }

  click(event) {
    const box = this.querySelector('canvas').getBoundingClientRect();
    const p = this.places(box.width, box.height);
    let best = { d: 12, i: -1 };
    this.found.node_id.forEach((_, i) => {
      const d = Math.hypot(p.x(p.u[i]) - event.clientX + box.left, p.y(p.v[i]) - event.clientY + box.top);
      if (d < best.d) best = { d, i };
    });
    this.picked = best.i;
    if (best.i >= 0) {
      this.app.selection.set({ node_id: this.found.node_id[best.i], section: -1, compartment: -1 }, this);
    }
  }
}
customElements.define('bw-panel-cells', CellsPanel);

function ends(values) {
  let [low, high] = [Infinity, -Infinity];
  for (const v of values) { if (v < low) low = v; if (v > high) high = v; }
  return [low, high];
}
