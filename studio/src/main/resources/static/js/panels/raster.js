import { html, nothing } from 'lit';
import { activity, isNothingYet } from 'bw/activity.js';
import { ink, layerInk, pen, redrawn, ticks } from 'bw/canvas.js';
import { emptyView, linkTo, Panel } from 'bw/panel.js';
import { number } from 'bw/words.js';

const MARGIN = { left: 44, right: 10, top: 8, bottom: 34 };

/** Every spike of a run: time across, cells from the pia down, coloured by layer. A click moves the time of all panels. */
class RasterPanel extends Panel {
  static properties = { found: { state: true } };

  constructor() {
    super();
    /** @type {any} */
    this.found = null;
  }

  start() {
    this.ends.push(this.app.time.subscribe(() => this.cursor()));
    this.ends.push(this.app.selection.subscribe(() => this.cursor()));
    this.ends.push(this.app.on('route', () => this.reload()));
  }

  async load() {
    const found = await activity(this);
    const order = found.node_id.map((_, i) => i).sort((a, b) => found.depth_um[a] - found.depth_um[b]);
    this.row = new Map(order.map((i, row) => [found.node_id[i], row]));
    this.index = new Map(found.node_id.map((id, i) => [id, i]));
    this.order = order;
    this.found = found;
  }

  view() {
    if (!this.found) {
      return html`<p class="loading">Loading…</p>`;
    }
    const { simulations, spike_ms, node_id, dataset, request } = this.found;
    const fired = new Set(this.found.spike_node).size;
    return html`<div class="stack"><div class="bar">
        ${simulations.length > 1 ? html`<label class="for-reader" for="which-run">Run</label><select id="which-run" class="which" @change=${(e) => this.choose(e.target.value)}>
          ${simulations.map((s) => html`<option value=${s.id} ?selected=${s.id === dataset}>${s.label}</option>`)}</select>` : nothing}
        <span class="small quiet">${request}</span></div>
      <div class="plot raster" @click=${(e) => this.click(e)}><canvas class="dots" role="img" aria-label="Raster of ${spike_ms.length} spikes of ${fired} of ${node_id.length} cells over ${number(this.found.duration_ms)} ms"></canvas>
        <canvas class="over" aria-hidden="true"></canvas></div>
      <p class="small quiet">${number(spike_ms.length)} spikes of ${number(fired)} of ${number(node_id.length)} cells, the most superficial at the top; simulation ${dataset.slice(0, 12)}.
        ${[1, 2, 3, 4, 5, 6].filter((l) => this.found.layer.includes(l)).map((l) => html`<span class="legend" data-layer=${l}>L${l}</span>`)}</p></div>`;
  }

  render() {
    return isNothingYet(this.problem)
      ? emptyView('Nothing was simulated yet', 'Approve a plan that stimulates or simulates; its spikes appear here.', linkTo(this.app, '/plan', 'Go to Plan', 'button primary'))
      : super.render();
  }

  choose(id) {
    const { found } = this;
    this.app.time.set({ t_ms: 0, playing: false });
    this.app.go(`/experiment/${encodeURIComponent(found.entry)}?run=${id}`, true);
  }

  updated() {
    const canvas = /** @type {HTMLCanvasElement | null} */ (this.querySelector('canvas.dots'));
    if (canvas && canvas !== this.drawnOn) {
      this.drawnOn = canvas;
      this.ends.push(redrawn(canvas, () => this.draw()));
    }
    this.draw();
  }

  across(wide) {
    const { duration_ms } = this.found;
    return (t) => MARGIN.left + ((wide - MARGIN.left - MARGIN.right) * t) / (duration_ms || 1);
  }

  down(high) {
    const rows = this.order.length;
    return (row) => MARGIN.top + ((high - MARGIN.top - MARGIN.bottom) * (row + 0.5)) / (rows || 1);
  }

  draw() {
    const canvas = /** @type {HTMLCanvasElement | null} */ (this.querySelector('canvas.dots'));
    const it = canvas && this.found && pen(canvas);
    if (!it) {
      return;
    }
    const { context, wide, high } = it;
    const x = this.across(wide);
    const y = this.down(high);
    this.axes(context, x, y, wide, high);
    const size = Math.max(1.6, Math.min(4, (high - 42) / (this.order.length || 1)));
    const colours = Array.from({ length: 8 }, (_, l) => layerInk(l));
    this.found.spike_ms.forEach((t, i) => {
      const id = this.found.spike_node[i];
      context.fillStyle = colours[this.found.layer[this.index.get(id)] || 0];
      context.fillRect(x(t) - 1, y(this.row.get(id)) - size / 2, 2, size);
    });
    /** @type {any} */ (window).bw.stats.raster_spikes = this.found.spike_ms.length;
    this.cursor();
  }

  axes(context, x, y, wide, high) {
    context.font = `11px ${ink('--font')}`;
    const base = high - MARGIN.bottom;
    context.fillStyle = ink('--plot-axis');
    context.textAlign = 'center';
    for (const t of ticks(0, this.found.duration_ms, wide / 90)) {
      context.fillStyle = ink('--plot-grid');
      context.fillRect(x(t), MARGIN.top, 1, base - MARGIN.top);
      context.fillStyle = ink('--plot-axis');
      context.fillText(String(t), x(t), base + 14);
    }
    context.fillText('time (ms)', (MARGIN.left + wide) / 2, base + 29);
    let from = 0;
    while (from < this.order.length) {
      const layer = this.found.layer[this.order[from]];
      let to = from;
      while (to < this.order.length && this.found.layer[this.order[to]] === layer) to++;
      if (to - from > this.order.length / 40) {
        context.fillStyle = layerInk(layer);
        context.textAlign = 'right';
        context.fillText(layer ? `L${layer}` : '–', MARGIN.left - 10, (y(from) + y(to - 1)) / 2 + 4);
        context.fillRect(MARGIN.left - 5, y(from) - 0.5, 2, Math.max(1, y(to - 1) - y(from)));
      }
      from = to;
    }
    if (this.found.onset_ms > 0) {
      context.fillStyle = ink('--needs-you');
      context.fillRect(x(this.found.onset_ms), MARGIN.top, 1, base - MARGIN.top);
      context.textAlign = 'left';
      context.fillText('stimulus', x(this.found.onset_ms) + 4, MARGIN.top + 10);
    }
  }

  cursor() {
    const canvas = /** @type {HTMLCanvasElement | null} */ (this.querySelector('canvas.over'));
    const it = canvas && this.found && pen(canvas);
    if (!it) {
      return;
    }
    const { context, wide, high } = it;
    context.fillStyle = ink('--accent');
    context.fillRect(this.across(wide)(this.app.time.t_ms) - 0.75, MARGIN.top, 1.5, high - MARGIN.top - MARGIN.bottom);
    const row = this.row.get(this.app.selection.node_id);
    if (row !== undefined) {
      context.globalAlpha = 0.35;
      context.fillRect(MARGIN.left, this.down(high)(row) - 1.5, wide - MARGIN.left - MARGIN.right, 3);
    }
  }

  /** Time goes to where the click was; a spike near it selects its cell. */
  click(event) {
    const box = this.querySelector('canvas.dots').getBoundingClientRect();
    const [px, py] = [event.clientX - box.left, event.clientY - box.top];
    const t = ((px - MARGIN.left) / (box.width - MARGIN.left - MARGIN.right)) * this.found.duration_ms;
    this.app.time.set({ t_ms: Math.min(this.found.duration_ms, Math.max(0, t)), playing: false }, this);
    const x = this.across(box.width);
    const y = this.down(box.height);
    let best = null;
    this.found.spike_ms.forEach((s, i) => {
      const d = Math.hypot(x(s) - px, y(this.row.get(this.found.spike_node[i])) - py);
      if (d < 8 && (!best || d < best.d)) best = { d, id: this.found.spike_node[i] };
    });
    if (best) {
      this.app.selection.set({ node_id: best.id, section: -1, compartment: -1 }, this);
      this.app.announce(`Cell ${best.id} is selected.`);
    }
  }
}
customElements.define('bw-panel-raster', RasterPanel);
