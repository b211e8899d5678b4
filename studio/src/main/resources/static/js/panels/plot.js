import { html } from 'lit';
import { emptyView, Panel } from 'bw/panel.js';

/** A picture of an entry: `source` is its file, "raster.png". */
class PlotPanel extends Panel {
  static properties = { entry: { state: true } };

  start() {
    this.ends.push(this.app.on('route', () => this.reload()));
    this.ends.push(this.app.on('notebook', () => this.reload()));
  }

  async load() {
    let name = this.panel.entry || this.app.route.entry;
    if (!name) {
      const all = await this.ask('/api/notebook');
      name = all.length > 0 ? all[0].name : '';
    }
    this.entry = name ? await this.ask(`/api/notebook/${encodeURIComponent(name)}`) : null;
  }

  view() {
    const { source } = this.panel;
    if (!this.entry || !source || !this.entry.files.includes(source)) {
      return emptyView('There is no such picture', this.entry ? `The entry ${this.entry.name} has: ${this.entry.files.filter((f) => /\.(png|svg)$/.test(f)).join(', ') || 'none'}.` : 'Run a plan first.');
    }
    return html`<figure class="pictures"><img src="/api/notebook/${encodeURIComponent(this.entry.name)}/file?name=${encodeURIComponent(source)}" alt=${source}><figcaption>${this.entry.request}</figcaption></figure>`;
  }
}
customElements.define('bw-panel-plot', PlotPanel);
