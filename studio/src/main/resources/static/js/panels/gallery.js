import { html } from 'lit';
import { Panel } from 'bw/panel.js';
import { number } from 'bw/words.js';

const KINDS = { apical_dendrite: 'Apical', basal_dendrite: 'Basal', axon: 'Axon' };

/** One grown cell of each m-type: the picture, then a row each with what it was grown from, its licence and its size. */
class GalleryPanel extends Panel {
  static properties = { rows: { state: true } };

  constructor() {
    super();
    /** @type {any[] | null} */
    this.rows = null;
  }

  async load() {
    this.rows = await this.ask('/api/grown');
  }

  view() {
    if (!this.rows) {
      return html`<p class="loading">Loading…</p>`;
    }
    return html`<figure class="gallery"><a href="/api/grown/gallery.png" target="_blank" rel="noopener"><img src="/api/grown/gallery.png" alt="One grown cell of each of ${this.rows.length} m-types between pia and white matter, by layer" /></a>
      <figcaption>Rat S1, layers and pia to scale, somata in mid-layer, seed 0. Red names: grown from another type's reconstructions, an assumption. Select the picture to see it whole.</figcaption></figure>
      <div class="scroll"><table><caption>The cells of the picture</caption><thead><tr><th>M-type</th><th>Grown from</th>${Object.values(KINDS).map((k) => html`<th class="num">${k} (µm)</th><th class="num">Tips</th>`)}<th>Reconstructions</th></tr></thead>
        <tbody>${this.rows.map((row) => this.row(row))}</tbody></table></div>`;
  }

  row(row) {
    const assumed = row.grown_from !== row.mtype;
    return html`<tr><td>${row.mtype}</td><td>${assumed ? html`${row.grown_from} (assumed: ${row.generalised.join('; ')})` : 'itself'}</td>
      ${Object.keys(KINDS).map((k) => html`<td class="num">${k in row.lengths_um ? number(Math.round(row.lengths_um[k])) : '–'}</td><td class="num">${row.tips[k] ?? '–'}</td>`)}
      <td><details><summary>${row.sources.length}</summary><ul>${row.sources.map((s) => html`<li>${s}</li>`)}</ul></details></td></tr>`;
  }
}
customElements.define('bw-panel-gallery', GalleryPanel);
