import { html } from 'lit';
import { EntryPanelBase } from 'bw/entry-panel.js';
import { emptyView } from 'bw/panel.js';

/** A picture of an entry: `source` is its file, "raster.png". */
class PlotPanel extends EntryPanelBase {
  view() {
    const { source } = this.panel;
    if (!this.entry || !source || !this.entry.files.includes(source)) {
      return emptyView('There is no such picture', this.entry ? `The entry ${this.entry.name} has: ${this.entry.files.filter((f) => /\.(png|svg)$/.test(f)).join(', ') || 'none'}.` : 'Run a plan first.');
    }
    return html`<figure class="pictures"><img src="/api/notebook/${encodeURIComponent(this.entry.name)}/file?name=${encodeURIComponent(source)}" alt=${source}><figcaption>${this.entry.request}</figcaption></figure>`;
  }
}
customElements.define('bw-panel-plot', PlotPanel);
