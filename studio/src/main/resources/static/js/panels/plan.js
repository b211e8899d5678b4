import { html, nothing } from 'lit';
import { emptyView, Panel, problemView } from 'bw/panel.js';
import { ProblemError, problemOf } from 'bw/problem.js';
import { bytes, duration, number, parameters, source, unit } from 'bw/words.js';

/** The plan that waits: steps, assumptions that can be changed in place, cost, open questions, versions, and the approval. */
class PlanPanel extends Panel {
  static properties = { seen: { state: true }, editing: { state: true }, run: { state: true }, busy: { state: true }, refused: { state: true } };

  constructor() {
    super();
    /** @type {any} */
    this.seen = null;
    this.editing = '';
    /** @type {any} */
    this.run = null;
    this.busy = false;
    /** @type {any} */
    this.refused = null;
  }

  start() {
    this.ends.push(this.app.on('plan', () => this.reload()));
    this.ends.push(this.app.on('run', (run) => (this.run = run)));
  }

  async load() {
    this.seen = await this.ask('/api/plan');
    const run = await this.ask('/api/run');
    this.run = run;
  }

  async act(path, json) {
    this.busy = true;
    try {
      this.seen = await this.app.api(path, { json });
      this.editing = '';
      this.app.announce('The plan is changed; it waits for your approval.');
    } catch {
      // the note tells; the plan stays as it was
    } finally {
      this.busy = false;
    }
  }

  async approve() {
    this.busy = true;
    try {
      const run = await this.app.api('/api/run', { json: { hash: this.seen.hash } });
      this.run = run;
      this.app.dispatchEvent(new CustomEvent('run', { detail: run }));
      this.app.announce('Approved. The run has begun.');
    } catch {
      await this.reload();
    } finally {
      this.busy = false;
    }
  }

  view() {
    if (!this.seen) {
      return html`<p class="loading">Loading…</p>`;
    }
    const { plan } = this.seen;
    if (!plan) {
      return emptyView('There is no plan yet', 'Ask for something on the left. A plan appears here: its steps, everything that is assumed and why, and what it costs. You change it, and only you approve it.');
    }
    return html`<article class="plan stack" aria-busy=${this.busy}>
      <div><p class="small quiet">Version ${plan.version} · <code title="SHA-256 of the plan">${this.seen.hash.slice(0, 12)}</code></p>
        <h3 class="question">${plan.hypothesis.text}</h3>
        ${plan.hypothesis.prediction ? html`<p><span class="tag">Hypothesis</span> ${plan.hypothesis.prediction}</p>` : nothing}</div>
      ${this.unavailable()}
      ${this.questions(plan)}
      ${this.approval(plan)}
      <section><h4>Steps</h4><ol class="steps">${plan.steps.map((step) => this.step(step))}</ol></section>
      ${plan.variants.length > 0 ? html`<section><h4>Variants</h4><ul>${plan.variants.map((v) => html`<li><strong>${v.name}</strong>
        ${Object.entries(v.set).map(([path, value]) => html` <code>${path}</code> = ${JSON.stringify(value)}`)}</li>`)}</ul></section>` : nothing}
      ${this.assumptions(plan)}
      ${this.hand(plan)}
      ${this.review()}
      ${this.versions()}
    </article>`;
  }

  unavailable() {
    const { unavailable } = this.seen;
    return unavailable.length === 0 ? nothing : html`<div class="problem"><p><strong>Parts of this plan cannot run in this version.</strong></p>
      <ul>${unavailable.map((u) => html`<li><code>${u.field}</code> ${u.fault}</li>`)}</ul></div>`;
  }

  questions(plan) {
    return plan.questions.length === 0 ? nothing : html`<div class="notice"><h4>Open</h4><ul>${plan.questions.map((q) => html`<li>${q}</li>`)}</ul></div>`;
  }

  approval(plan) {
    const going = this.run && this.run.status === 'RUNNING';
    const cost = plan.estimate;
    return html`<div class="approve">
      ${cost ? html`<dl class="cost"><div><dt>Time</dt><dd>${duration(cost.seconds)}</dd></div><div><dt>Memory</dt><dd>${bytes(cost.memory_bytes)}</dd></div>
        <div><dt>Disk</dt><dd>${bytes(cost.disk_bytes)}</dd></div></dl>` : nothing}
      <div class="bar push">
        <button ?disabled=${this.busy || this.seen.versions.length < 2} @click=${() => this.act('/api/plan/undo', {})}>Undo</button>
        <button class="needs-you" data-approve ?disabled=${this.busy || going || this.seen.unavailable.length > 0} @click=${() => this.approve()}>
          ${going ? 'A run goes on' : 'Approve and run'}</button></div>
    </div>`;
  }

  step(step) {
    const list = parameters(step.params);
    return html`<li><div><strong>${step.action}</strong>${step.needs.length > 0 ? html`<span class="small quiet"> after ${step.needs.join(', ')}</span>` : nothing}
      <span class="id small quiet">${step.id}</span></div>
      ${list.length === 0 ? nothing : html`<p class="params">${list.map((p, i) => html`${i > 0 ? ' · ' : nothing}<span class="quiet">${p.label}</span>
        ${p.text}${p.unit ? html` <span class="unit">${p.unit}</span>` : nothing}`)}</p>`}</li>`;
  }

  assumptions(plan) {
    if (plan.assumptions.length === 0) {
      return nothing;
    }
    return html`<section><h4>Assumed, because you did not say</h4><ul class="plain assumptions">
      ${plan.assumptions.map((a) => this.assumption(a, plan))}</ul></section>`;
  }

  assumption(a, plan) {
    const editable = plan.steps.some((s) => a.path.startsWith(s.action + '.')) && (typeof a.value === 'number' || typeof a.value === 'string');
    const value = typeof a.value === 'number' ? number(a.value) : typeof a.value === 'string' ? a.value : JSON.stringify(a.value);
    return html`<li>
      <div class="bar"><code>${a.path}</code>
        ${this.editing === a.path
          ? this.editor(a)
          : html`<span class="value">${value} <span class="unit">${unit(a.unit)}</span></span>
            ${editable ? html`<button class="bare" aria-label="Change ${a.path}" @click=${() => this.edit(a.path)}>Change</button>` : nothing}`}</div>
      <p class="small quiet">${source(a.source)}</p>
      ${a.alternatives.length > 0 ? html`<p class="small">Instead: ${a.alternatives.map((alt) => html`<button class="chip" ?disabled=${this.busy || !editable}
        @click=${() => this.choose(a, alt)}>${alt}</button> `)}</p>` : nothing}</li>`;
  }

  async edit(path) {
    this.editing = path;
    await this.updateComplete;
    /** @type {HTMLInputElement | null} */ (this.querySelector('.assumptions input'))?.select();
  }

  editor(a) {
    return html`<form class="bar" @submit=${(e) => { e.preventDefault(); this.choose(a, new FormData(e.target).get('value')); }}>
      <input name="value" aria-label="New value of ${a.path}" .value=${String(a.value)} inputmode=${typeof a.value === 'number' ? 'decimal' : 'text'}>
      <span class="unit">${unit(a.unit)}</span><button class="primary">Set</button>
      <button type="button" @click=${() => (this.editing = '')}>Keep</button></form>`;
  }

  choose(a, text) {
    const value = typeof a.value === 'number' ? Number.parseFloat(text) : text;
    if (Number.isNaN(value)) {
      this.app.show(new Error(`'${text}' is not a number.`));
      return;
    }
    this.act('/api/plan/assume', { hash: this.seen.hash, path: a.path, value });
  }

  /** The plan as JSON, to be changed by hand: as a whole, or by a JSON Patch. */
  hand(plan) {
    const { estimate, version, request, ...rest } = plan;
    return html`<details class="by-hand"><summary>Edit by hand</summary>
      <form class="stack" @submit=${(e) => { e.preventDefault(); this.rewrite(new FormData(e.target).get('edit')); }}>
        <label for="plan-edit" class="small">Change the plan, or write a JSON Patch (RFC 6902) in its place:
          <code>[{"op": "replace", "path": "/steps/0/params/…", "value": …}]</code></label>
        <textarea id="plan-edit" name="edit" class="code" rows="16" spellcheck="false" .value=${JSON.stringify(rest, null, 2)}></textarea>
        ${this.refused ? problemView(this.refused) : nothing}
        <div class="bar"><button class="primary" ?disabled=${this.busy}>Change the plan</button></div>
      </form></details>`;
  }

  async rewrite(text) {
    this.busy = true;
    this.refused = null;
    try {
      let edit;
      try {
        edit = JSON.parse(text);
      } catch (broken) {
        throw new ProblemError({ reason: 'NOT_JSON', detail: `This is no JSON: ${broken.message}`, remedy: 'Mend it, or close this box: the plan is as it was.', status: 0 });
      }
      this.seen = await this.ask('/api/plan/edit', { json: { hash: this.seen.hash, edit } });
      this.app.announce('The plan is changed; it waits for your approval.');
    } catch (failure) {
      this.refused = problemOf(failure);
    } finally {
      this.busy = false;
    }
  }

  review() {
    return this.seen.review.length === 0 ? nothing : html`<details open><summary>The experts say</summary>
      <ul>${this.seen.review.map((line) => html`<li>${line}</li>`)}</ul></details>`;
  }

  versions() {
    const { versions } = this.seen;
    return versions.length < 2 ? nothing : html`<details><summary>${versions.length} versions</summary><ol class="plain stack">
      ${versions.map((v, i) => html`<li><strong>Version ${v.version}</strong> <code class="small">${v.hash.slice(0, 12)}</code>
        ${i === 0 ? html`<p class="small quiet">The first draft.</p>` : html`<ul class="small">${v.changes.map((c) => html`<li>${c}</li>`)}</ul>`}</li>`)}</ol></details>`;
  }
}
customElements.define('bw-panel-plan', PlanPanel);
