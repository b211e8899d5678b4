import { html } from 'lit';
import { activity, isNothingYet } from 'bw/activity.js';
import { emptyView, Panel } from 'bw/panel.js';

/** Spikes as a table: what the raster shows, for reading and for screen readers. */
class SpikesPanel extends Panel {
  static properties = { found: { state: true }, page: { state: true } };

  constructor() {
    super();
    /** @type {any} */
    this.found = null;
    this.page = 0;
  }

  start() {
    this.ends.push(this.app.on('route', () => this.reload()));
  }

  async load() {
    this.found = await activity(this);
  }

  render() {
    return isNothingYet(this.problem) ? emptyView('No spikes yet', 'Each spike with its time and cell is listed here.') : super.render();
  }

  view() {
    if (!this.found) {
      return html`<p class="loading">Loading…</p>`;
    }
    const rows = this.panel.rows || 20;
    const pages = Math.max(1, Math.ceil(this.found.spike_ms.length / rows));
    const from = Math.min(this.page, pages - 1) * rows;
    const at = new Map(this.found.node_id.map((id, i) => [id, i]));
    return html`<div class="scroll"><table><caption>Spikes ${this.found.spike_ms.length === 0 ? 'none' : `${from + 1} to ${Math.min(from + rows, this.found.spike_ms.length)} of ${this.found.spike_ms.length}`}</caption>
      <thead><tr><th class="num">Time (ms)</th><th class="num">Cell</th><th>Layer</th><th>M-type</th><th class="num">Depth (µm)</th></tr></thead>
      <tbody>${this.found.spike_ms.slice(from, from + rows).map((t, k) => {
        const id = this.found.spike_node[from + k];
        const i = at.get(id);
        return html`<tr><td class="num"><button class="link" @click=${() => this.go(t, id)}>${t.toFixed(3)}</button></td><td class="num">${id}</td>
          <td>${this.found.layer[i]}</td><td>${this.found.mtype[i]}</td><td class="num">${Math.round(this.found.depth_um[i])}</td></tr>`;
      })}</tbody></table></div>
      <div class="bar"><button ?disabled=${this.page === 0} @click=${() => this.page--}>Earlier</button><span class="small quiet">Page ${this.page + 1} of ${pages}</span>
        <button ?disabled=${this.page >= pages - 1} @click=${() => this.page++}>Later</button></div>`;
  }

  go(t_ms, node_id) {
    this.app.time.set({ t_ms, playing: false }, this);
    this.app.selection.set({ node_id, section: -1, compartment: -1 }, this);
  }
}
customElements.define('bw-panel-spikes', SpikesPanel);
