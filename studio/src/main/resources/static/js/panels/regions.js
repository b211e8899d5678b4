import { html, nothing } from 'lit';
import { follow, Panel } from 'bw/panel.js';
import { number, source, unit } from 'bw/words.js';

/** The region tree with a search, and what is known of the chosen region, with sources. */
class RegionsPanel extends Panel {
  static properties = { regions: { state: true }, words: { state: true }, facts: { state: true } };

  constructor() {
    super();
    /** @type {any[] | null} */
    this.regions = null;
    this.words = '';
    /** @type {any} */
    this.facts = null;
  }

  start() {
    this.ends.push(this.app.on('route', () => this.describe()));
  }

  async load() {
    this.regions = (await this.ask('/api/atlas/regions')).regions;
    await this.describe();
  }

  async describe() {
    const acronym = this.app.route.entry;
    this.facts = acronym ? await this.ask(`/api/atlas/regions/${encodeURIComponent(acronym)}`) : null;
  }

  view() {
    if (!this.regions) {
      return html`<p class="loading">Loading…</p>`;
    }
    const wanted = this.words.toLowerCase();
    const shown = this.regions.filter((r) => `${r.acronym} ${r.name}`.toLowerCase().includes(wanted));
    const parents = new Map(this.regions.map((r) => [r.id, r]));
    const depth = (r) => { let d = 0; let p = parents.get(r.parent_id); while (p && d < 12) { d++; p = parents.get(p.parent_id); } return d; };
    return html`<label class="for-reader" for="region-filter">Find a region</label><input id="region-filter" type="search" data-first-field placeholder="Find a region" @input=${(e) => (this.words = e.target.value)}>
      <ul class="plain scroll regions" role="list">${shown.map((r) => this.line(r, wanted ? 0 : depth(r)))}</ul>
      ${shown.length === 0 ? html`<p class="quiet">No region of the atlas is called so.</p>` : nothing}
      ${this.facts ? this.known(this.facts) : html`<p class="small quiet">Choose a region to see what is known of its layers.</p>`}`;
  }

  line(r, depth) {
    const path = `/atlas/${encodeURIComponent(r.acronym)}`;
    return html`<li class="depth-${Math.min(depth, 5)}"><a class="list-choice" href=${path} aria-current=${this.app.route.entry === r.acronym ? 'true' : 'false'}
      @click=${(e) => follow(this.app, e, path)}><strong>${r.acronym}</strong> <span class="quiet">${r.name}</span></a></li>`;
  }

  known(facts) {
    return html`<section class="stack known"><h3>${facts.region.acronym} <span class="quiet">${facts.region.name}</span></h3>
      ${facts.area_mm2 ? html`<p>Pial area ${number(facts.area_mm2)} <span class="unit">mm²</span></p>` : nothing}
      ${facts.layers.length > 0 ? html`<div class="scroll"><table><thead><tr><th>Layer</th><th class="num">Thick (µm)</th><th class="num">Neurons per mm³</th><th class="num">Neurons</th><th class="num">Inhibitory</th></tr></thead>
        <tbody>${facts.layers.map((l) => html`<tr><td>${l.layer}</td><td class="num">${number(l.thickness_um)}</td><td class="num">${number(Math.round(l.neurons_per_mm3))}</td><td class="num">${number(Math.round(l.neurons))}</td><td class="num">${number(Math.round(1000 * l.inhibitory_fraction) / 10)} %</td></tr>`)}</tbody></table></div>` : nothing}
      ${facts.assumptions.length > 0 ? html`<details><summary>Sources of these numbers</summary><ul class="small">${facts.assumptions.map((a) => html`<li><code>${a.path}</code> = ${a.value} ${unit(a.unit)}<br><span class="quiet">${source(a.source)}</span>
        ${a.generalised.map((g) => html` <span class="tag you">${g}</span>`)}</li>`)}</ul></details>` : nothing}</section>`;
  }
}
customElements.define('bw-panel-regions', RegionsPanel);
