import { html, nothing } from 'lit';
import { emptyView, Panel } from 'bw/panel.js';

/** Stills drawn by the renderer from the last circuit, and the pictures and movies of all entries. */
class RendersPanel extends Panel {
  static properties = { pictures: { state: true }, still: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** @type {any[] | null} */
    this.pictures = null;
    this.still = '';
    this.busy = false;
  }

  start() {
    this.ends.push(this.app.on('notebook', () => this.reload()));
    this.ends.push(() => this.still && URL.revokeObjectURL(this.still));
  }

  async load() {
    const entries = (await this.ask('/api/notebook')).slice(0, 12);
    const all = await Promise.all(entries.map((e) => this.ask(`/api/notebook/${encodeURIComponent(e.name)}`).catch(() => null)));
    this.pictures = all.filter(Boolean).flatMap((e) => e.files.filter((f) => /\.(png|mp4|webm|wav)$/.test(f)).map((f) => ({ entry: e.name, request: e.request, file: f })));
  }

  async draw(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    this.busy = true;
    this.app.announce('The renderer draws.');
    try {
      const answer = await this.app.api('/api/still', { raw: true, json: { colour_by: form.get('colour'), azimuth_deg: Number(form.get('azimuth')), hide_axons: form.get('axons') !== 'on', time_ms: this.app.time.t_ms, simulation: this.app.selection.dataset } });
      if (this.still) {
        URL.revokeObjectURL(this.still);
      }
      this.still = URL.createObjectURL(await answer.blob());
      this.app.announce('The still is drawn.');
    } catch {
      // the note tells
    } finally {
      this.busy = false;
    }
  }

  view() {
    if (!this.pictures) {
      return html`<p class="loading">Loading…</p>`;
    }
    const file = (p, how) => `/api/notebook/${encodeURIComponent(p.entry)}/${how}?name=${encodeURIComponent(p.file)}`;
    return html`<div class="stack"><form class="stack" @submit=${(e) => this.draw(e)}><div class="fields">
        <div class="field"><label for="still-colour">Colour by</label><select id="still-colour" name="colour"><option value="v">voltage at the time of the bar</option><option value="layer">layer</option><option value="m_type">m-type</option></select></div>
        <div class="field"><label for="still-azimuth">Seen from (degrees)</label><input id="still-azimuth" name="azimuth" type="number" min="-360" max="360" value="20"></div></div>
        <label><input type="checkbox" name="axons"> with axons</label>
        <div><button class="primary" ?disabled=${this.busy}>${this.busy ? 'Drawing…' : 'Draw a still'}</button></div></form>
      ${this.still ? html`<figure><img src=${this.still} alt="The last circuit as the renderer draws it"><figcaption><a href=${this.still} download="still.png">Download as PNG</a></figcaption></figure>` : nothing}
      ${this.pictures.length === 0 ? emptyView('No pictures yet', 'Pictures, movies and sounds of your studies are collected here.') : html`<h3>From the notebook</h3><ul class="plain scroll">${this.pictures.map((p) => html`<li class="hit"><a href=${file(p, 'file')} target="_blank">${p.file}</a>
        <a class="small" href=${file(p, 'download')}>download</a><p class="small quiet">${p.request}</p></li>`)}</ul>`}</div>`;
  }
}
customElements.define('bw-panel-renders', RendersPanel);
