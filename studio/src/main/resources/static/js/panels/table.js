import { html } from 'lit';
import { activity } from 'bw/activity.js';
import { Panel } from 'bw/panel.js';
import { number } from 'bw/words.js';

const CELLS = ['node_id', 'layer', 'mtype', 'synapse_class', 'depth_um'];

/** Rows of a run: `source` is "cells" (with the number of their spikes) or "measures" of an entry. */
class TablePanel extends Panel {
  static properties = { rows: { state: true }, columns: { state: true } };

  async load() {
    const found = await activity(this);
    if (this.panel.source === 'measures') {
      const { findings } = await this.ask(`/api/notebook/${encodeURIComponent(found.entry)}`);
      this.columns = this.panel.columns || ['metric', 'group', 'variant', 'value', 'unit', 'n'];
      this.rows = findings.measures;
      return;
    }
    const spikes = new Map();
    found.spike_node.forEach((id) => spikes.set(id, (spikes.get(id) || 0) + 1));
    this.columns = this.panel.columns || [...CELLS, 'spikes'];
    this.rows = found.node_id.map((id, i) => ({ ...Object.fromEntries(CELLS.map((c) => [c, found[c][i]])), spikes: spikes.get(id) || 0 }));
  }

  view() {
    if (!this.rows) {
      return html`<p class="loading">Loading…</p>`;
    }
    const most = this.panel.rows || 50;
    return html`<div class="scroll"><table><caption>${Math.min(most, this.rows.length)} of ${this.rows.length} rows</caption><thead><tr>${this.columns.map((c) => html`<th>${c.replaceAll('_', ' ')}</th>`)}</tr></thead>
      <tbody>${this.rows.slice(0, most).map((row) => html`<tr>${this.columns.map((c) => html`<td class=${typeof row[c] === 'number' ? 'num' : ''}>${typeof row[c] === 'number' ? number(row[c]) : String(row[c] ?? '')}</td>`)}</tr>`)}</tbody></table></div>`;
  }
}
customElements.define('bw-panel-table', TablePanel);
