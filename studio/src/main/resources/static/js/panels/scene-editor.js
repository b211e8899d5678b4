import { html, nothing } from 'lit';
import { Panel, problemView } from 'bw/panel.js';
import { problemOf } from 'bw/problem.js';

/** What a scene looks like before there is a circuit to show. */
const EMPTY = { version: '1.0', title: 'My scene', sources: {}, layers: [] };

/** The scene as text: checked against its schema while it is written, shown at once in the 3D view beside it, kept as a file of the workspace. */
class SceneEditorPanel extends Panel {
  static properties = { names: { state: true }, fault: { state: true }, state: { state: true } };

  constructor() {
    super();
    /** @type {string[]} */
    this.names = [];
    /** @type {any} */
    this.fault = null;
    this.state = '';
    this.text = '';
  }

  async load() {
    this.names = await this.ask('/api/scenes');
    const name = this.app.route.entry || (this.names.length > 0 ? this.names[0] : '');
    const scene = name && this.names.includes(name) ? await this.ask(`/api/scenes/${encodeURIComponent(name)}`) : await this.ask('/api/scene-example');
    this.name = name || 'my-scene';
    this.text = JSON.stringify(scene || EMPTY, null, 2);
    await this.updateComplete;
    this.area().value = this.text;
    if (scene) {
      await this.check();
    } else {
      this.state = 'There is no circuit to draw yet: run a plan, then come back.';
    }
  }

  area() {
    return /** @type {HTMLTextAreaElement} */ (this.querySelector('textarea'));
  }

  typed() {
    clearTimeout(this.wait);
    this.wait = setTimeout(() => this.check(), 400);
  }

  /** The scene as it stands in the field; null where it is no JSON. */
  scene() {
    try {
      return JSON.parse(this.area().value);
    } catch (failure) {
      this.fault = { detail: 'This is no JSON yet.', remedy: failure instanceof Error ? failure.message : '', faults: [] };
      this.state = '';
      return null;
    }
  }

  async check() {
    const scene = this.scene();
    if (!scene) {
      return false;
    }
    try {
      await this.ask('/api/scene-check', { json: scene });
      this.fault = null;
      this.state = 'The scene is valid.';
      this.app.dispatchEvent(new CustomEvent('scene', { detail: { scene } }));
      return true;
    } catch (failure) {
      this.fault = problemOf(failure);
      this.state = '';
      return false;
    }
  }

  async save() {
    const scene = this.scene();
    const name = /** @type {HTMLInputElement} */ (this.querySelector('input[name=name]')).value.trim();
    if (scene) {
      await this.app.api(`/api/scenes/${encodeURIComponent(name)}`, { method: 'PUT', json: scene });
      this.app.tell(`Saved as scenes/${name}.json in your workspace.`);
      this.names = await this.ask('/api/scenes');
      this.app.dispatchEvent(new CustomEvent('scenes'));
    }
  }

  async open(name) {
    this.app.go(`/scene/${encodeURIComponent(name)}`, true);
    await this.reload();
  }

  view() {
    return html`<div class="stack">
      ${this.names.length > 0 ? html`<div class="bar"><label for="scene-choice">Open</label><select id="scene-choice" class="which" @change=${(e) => this.open(e.target.value)}>
        ${this.names.map((n) => html`<option ?selected=${n === this.name}>${n}</option>`)}</select></div>` : nothing}
      <label class="for-reader" for="scene-text">The scene as JSON</label>
      <textarea id="scene-text" class="mono code" rows="22" spellcheck="false" autocapitalize="off" @input=${() => this.typed()} aria-describedby="scene-state"></textarea>
      <div id="scene-state" role="status">${this.fault ? problemView(this.fault) : html`<p class="small quiet">${this.state}</p>`}</div>
      <form class="bar" @submit=${(e) => { e.preventDefault(); this.save(); }}><label for="scene-name">Name</label><input id="scene-name" name="name" class="ids" required pattern="[a-z0-9][a-z0-9\\-]*" .value=${this.name || 'my-scene'}><button class="primary">Save</button></form></div>`;
  }
}
customElements.define('bw-panel-scene-editor', SceneEditorPanel);
