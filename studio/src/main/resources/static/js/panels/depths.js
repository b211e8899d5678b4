import { html } from 'lit';
import { isNothingYet } from 'bw/activity.js';
import { ink, layerInk, pen, redrawn, ticks } from 'bw/canvas.js';
import { emptyView, Panel } from 'bw/panel.js';
import { forget, placed } from 'bw/tissue.js';
import { number } from 'bw/words.js';

/** Density by depth: what was placed, scaled by the share that was asked for, beside what the recipe says of each layer. */
class DepthsPanel extends Panel {
  static properties = { rows: { state: true }, region: { state: true } };

  constructor() {
    super();
    /** @type {any[] | null} */
    this.rows = null;
    this.region = '';
  }

  start() {
    this.ends.push(this.app.on('notebook', () => { forget(); this.reload(); }));
    this.ends.push(this.app.on('route', () => this.reload()));
  }

  async load() {
    const cells = await placed(this).catch((failure) => (isNothingYet(failure.problem) ? null : Promise.reject(failure)));
    this.region = this.panel.region || this.app.route.entry || (cells && cells.region) || '';
    if (!this.region) {
      this.rows = [];
      return;
    }
    const facts = await this.ask(`/api/atlas/regions/${encodeURIComponent(this.region)}`);
    const same = cells && cells.region === this.region;
    const total = facts.layers.reduce((sum, l) => sum + l.thickness_um, 0);
    let top = 0;
    this.rows = facts.layers.map((l) => {
      const count = same ? cells.layer.filter((x) => x === l.layer).length : 0;
      const filled = same ? new Set(cells.layer) : new Set();
      const thick = [...facts.layers].filter((x) => filled.has(x.layer)).reduce((sum, x) => sum + x.thickness_um, 0);
      const volume = thick > 0 ? (cells.volume_mm3 * l.thickness_um) / thick : 0;
      const row = { layer: l.layer, top, bottom: top + l.thickness_um, recipe: l.neurons_per_mm3, count,
        placed: same && count > 0 && volume > 0 ? count / volume / (cells.fraction || 1) : null };
      top += l.thickness_um;
      return row;
    });
    this.total = total;
  }

  view() {
    if (!this.rows) {
      return html`<p class="loading">Loading…</p>`;
    }
    if (this.rows.length === 0) {
      return emptyView('Choose a region', 'Its cell densities by depth appear here, and beside them what was placed in your last study.');
    }
    const any = this.rows.some((r) => r.placed !== null);
    return html`<figure><div class="plot depths"><canvas role="img" aria-label="Neurons per cubic millimetre by depth in ${this.region}"></canvas></div>
      <figcaption>${this.region}: neurons per mm³ by depth below the pia. Upright line: the recipe; its sources stand under Regions and in every plan. ${any ? 'Bars: placed in the last study, divided by the share that was placed; the error bar is √n.' : 'Nothing was placed in this region yet.'}</figcaption></figure>
      <details><summary>As a table</summary><table><thead><tr><th>Layer</th><th class="num">Depth (µm)</th><th class="num">Recipe (per mm³)</th><th class="num">Placed (per mm³)</th><th class="num">n</th></tr></thead>
        <tbody>${this.rows.map((r) => html`<tr><td>${r.layer}</td><td class="num">${Math.round(r.top)}–${Math.round(r.bottom)}</td><td class="num">${number(Math.round(r.recipe))}</td><td class="num">${r.placed === null ? '–' : number(Math.round(r.placed))}</td><td class="num">${r.count}</td></tr>`)}</tbody></table></details>`;
  }

  updated() {
    const canvas = /** @type {HTMLCanvasElement | null} */ (this.querySelector('canvas'));
    if (canvas && canvas !== this.drawnOn) {
      this.drawnOn = canvas;
      this.ends.push(redrawn(canvas, () => this.draw()));
    }
    this.draw();
  }

  draw() {
    const canvas = /** @type {HTMLCanvasElement | null} */ (this.querySelector('canvas'));
    const it = canvas && this.rows && this.rows.length > 0 && pen(canvas);
    if (!it) {
      return;
    }
    const { context, wide, high } = it;
    const most = Math.max(...this.rows.map((r) => Math.max(r.recipe, r.placed || 0))) * 1.12;
    const x = (d) => 86 + ((wide - 98) * d) / most;
    const y = (um) => 8 + ((high - 46) * um) / this.total;
    context.font = `11px ${ink('--font')}`;
    context.textAlign = 'center';
    for (const t of ticks(0, most, wide / 120)) {
      context.fillStyle = ink('--plot-grid');
      context.fillRect(x(t), 8, 1, high - 46);
      context.fillStyle = ink('--plot-axis');
      context.fillText(number(t), x(t), high - 22);
    }
    context.fillText('neurons per mm³', (86 + wide) / 2, high - 5);
    context.textAlign = 'right';
    this.rows.forEach((r, i) => context.fillText(String(Math.round(r.top)), 54, y(r.top) + (i === 0 ? 10 : 4)));
    context.fillText(String(Math.round(this.total)), 54, y(this.total) + 4);
    context.save();
    context.translate(11, (8 + high - 38) / 2);
    context.rotate(-Math.PI / 2);
    context.textAlign = 'center';
    context.fillText('depth (µm)', 0, 0);
    context.restore();
    for (const r of this.rows) {
      context.fillStyle = layerInk(r.layer);
      if (r.placed !== null) {
        context.globalAlpha = 0.45;
        context.fillRect(x(0), y(r.top) + 1, x(r.placed) - x(0), y(r.bottom) - y(r.top) - 2);
        context.globalAlpha = 1;
        const spread = r.placed / Math.sqrt(r.count);
        context.fillRect(x(r.placed - spread), (y(r.top) + y(r.bottom)) / 2 - 1, x(r.placed + spread) - x(r.placed - spread), 2);
      }
      context.textAlign = 'right';
      context.fillText(`L${r.layer}`, 78, (y(r.top) + y(r.bottom)) / 2 + 4);
      context.fillStyle = ink('--ink');
      context.fillRect(x(r.recipe) - 1, y(r.top), 2, y(r.bottom) - y(r.top));
    }
  }
}
customElements.define('bw-panel-depths', DepthsPanel);
