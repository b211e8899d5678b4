import { html, nothing } from 'lit';
import { emptyView, linkTo, Panel, problemView } from 'bw/panel.js';

/** The run that goes on, and what came of it. */
class ProgressPanel extends Panel {
  static properties = { run: { state: true }, pictures: { state: true }, live: { state: true } };

  constructor() {
    super();
    /** @type {any} */
    this.run = null;
    /** @type {string[]} */
    this.pictures = [];
    this.told = '';
    /** The simulation that goes on and can be watched. */
    this.live = '';
  }

  start() {
    this.ends.push(this.app.on('run', (run) => this.heard(run)));
    this.ends.push(this.app.on('live', ({ id, growing }) => (this.live = growing ? id : '')));
  }

  async load() {
    this.heard(await this.ask('/api/run'));
  }

  heard(run) {
    this.run = run;
    if (!run) {
      return;
    }
    const said = run.status === 'RUNNING' ? (run.now ? run.now.step : '') : run.status;
    if (said && said !== this.told) {
      this.told = said;
      this.app.announce(run.status === 'RUNNING' ? `Step ${said}` : run.status === 'DONE' ? `The run is done. ${run.findings[0] || ''}` : 'The run has ended early.');
    }
    if (run.entry && run.entry !== this.shown) {
      this.shown = run.entry;
      this.ask(`/api/notebook/${encodeURIComponent(run.entry)}`).then((e) => (this.pictures = e.files.filter((f) => f.endsWith('.png') && !f.includes('/'))), () => {});
    }
  }

  async cancel() {
    await this.app.api('/api/run/cancel', { method: 'POST' });
  }

  view() {
    const { run } = this;
    if (!run) {
      return emptyView('Nothing has run yet', 'Once you approve a plan, each step tells here how far it is; then come findings and pictures.');
    }
    const going = run.status === 'RUNNING';
    return html`<div class="stack run" data-status=${run.status}>
      <p class="small quiet">${run.request}</p>
      ${run.done.length > 0 ? html`<ul class="plain done">${run.done.map((l) => html`<li><span aria-hidden="true">✓</span> <strong>${l.step}</strong> <span class="quiet">${l.words}</span></li>`)}</ul>` : nothing}
      ${going ? this.now(run) : nothing}
      ${run.problem ? problemView(run.problem) : nothing}
      ${run.status === 'DONE' ? this.found(run) : nothing}
    </div>`;
  }

  now(run) {
    const step = run.now;
    return html`<div><p><strong>${step ? step.step : 'Getting ready'}</strong> <span class="quiet">${step ? step.words : '…'}</span></p>
      <progress max=${step && step.total > 0 ? step.total : nothing} value=${step && step.total > 0 ? step.done : nothing} aria-label="Progress of this step"></progress>
      <p class="bar">${this.live ? linkTo(this.app, `/circuit#run=${this.live}&live=1`, 'Watch it live', 'button primary') : nothing}<button @click=${() => this.cancel()}>Cancel</button><span class="small quiet">What is finished is kept.</span></p></div>`;
  }

  found(run) {
    const entry = encodeURIComponent(run.entry);
    return html`<div class="findings"><h3>Finding</h3>${run.findings.map((w) => html`<p>${w}</p>`)}
      <div class="pictures">${this.pictures.map((p) => html`<figure><a href="/api/notebook/${entry}/file?name=${p}" target="_blank">
        <img loading="lazy" src="/api/notebook/${entry}/file?name=${p}" alt="${p.replace('.png', '')} of this run"></a></figure>`)}</div>
      <p class="bar">${linkTo(this.app, `/experiment/${entry}`, 'Spikes and voltages', 'button primary')}${linkTo(this.app, `/circuit/${entry}`, 'See it in 3D', 'button')}
        ${linkTo(this.app, `/notebook/${entry}`, 'Notebook entry', 'button')}</p></div>`;
  }
}
customElements.define('bw-panel-progress', ProgressPanel);
