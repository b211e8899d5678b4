import { html, nothing } from 'lit';
import { Panel, problemView } from 'bw/panel.js';
import { problemOf } from 'bw/problem.js';
import { sceneShown } from 'bw/scene-shown.js';

/** What a scene looks like before there is a circuit to show. */
const EMPTY = { version: '1.0', title: 'My scene', sources: {}, layers: [] };
const EXAMPLE = 'Colour by layer, hide axons, slow down to 1000x while the spike climbs the apical dendrite, orbit once';
const MOST_UNDO = 50;

/**
 * The scene as words and as text: a sentence edits it, the text is checked against its schema while it is written; both are shown at once in
 * the 3D view beside it. It is kept as a file of the workspace, and becomes a movie in the queue.
 */
class SceneEditorPanel extends Panel {
  static properties = { names: { state: true }, fault: { state: true }, state: { state: true }, shown: { state: true }, busy: { state: true }, past: { state: true } };

  constructor() {
    super();
    /** @type {string[]} */
    this.names = [];
    /** @type {any} */
    this.fault = null;
    this.state = '';
    this.text = '';
    /** @type {any} */
    this.shown = null;
    this.busy = '';
    /** Scenes before the last edits by words. @type {string[]} */
    this.past = [];
  }

  start() {
    // The talk on the page Plan changed the scene of the workspace.
    this.ends.push(this.app.on('scene-edited', ({ scene }) => {
      if (!this.app.route.entry || this.app.route.entry === 'current') {
        this.put(scene);
      }
    }));
  }

  async load() {
    this.names = await this.ask('/api/scenes');
    const name = this.app.route.entry || (this.names.includes('current') ? '' : this.names[0]) || '';
    const scene = name && this.names.includes(name) ? await this.ask(`/api/scenes/${encodeURIComponent(name)}`) : await this.begin();
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

  /** The scene that the talk has made of the last circuit, or the one that it begins with. */
  async begin() {
    return (await this.ask('/api/scene-current')) || this.ask('/api/scene-example');
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

  /** Puts another scene into the field and into the 3D view. */
  put(scene) {
    this.area().value = JSON.stringify(scene, null, 2);
    this.fault = null;
    this.show(scene);
  }

  /** Shows a scene in the 3D view, and lets its sound be heard there. */
  show(scene) {
    /** @type {any} */ (this.app).scene = scene;
    this.app.dispatchEvent(new CustomEvent('scene', { detail: { scene } }));
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
      this.show(scene);
      return true;
    } catch (failure) {
      this.fault = problemOf(failure);
      this.state = '';
      return false;
    }
  }

  /** Edits the scene by words. */
  async wish(event) {
    event.preventDefault();
    const field = /** @type {HTMLInputElement} */ (this.querySelector('input[name=words]'));
    const scene = this.scene();
    if (!scene || !field.value.trim() || this.busy) {
      return;
    }
    this.busy = 'Edits the scene and looks at it…';
    this.app.announce(this.busy);
    try {
      const before = this.area().value;
      const shown = await this.ask('/api/scene-edit', { json: { scene, words: field.value } });
      this.past = [...this.past, before].slice(-MOST_UNDO);
      this.shown = shown;
      this.put(shown.scene);
      this.state = `Done: ${field.value}`;
      this.app.announce(`The scene is changed. ${shown.seen ? `${shown.seen.cells_seen} cells are visible.` : ''}`);
      field.value = '';
    } catch (failure) {
      this.fault = problemOf(failure);
      this.state = '';
    } finally {
      this.busy = '';
    }
  }

  /** Takes the last edit by words back. */
  undo() {
    const before = this.past[this.past.length - 1];
    this.past = this.past.slice(0, -1);
    this.shown = null;
    this.put(JSON.parse(before));
    this.state = 'The last edit is taken back.';
    this.app.announce(this.state);
  }

  /** Asks for a thumbnail of the scene as it stands. */
  async look() {
    const scene = this.scene();
    if (!scene || this.busy) {
      return;
    }
    this.busy = 'Looks at the scene…';
    try {
      this.shown = { diff: [], ...(await this.ask('/api/scene-look', { json: { scene } })) };
      this.fault = null;
    } catch (failure) {
      this.fault = problemOf(failure);
    } finally {
      this.busy = '';
    }
  }

  /** Puts the scene into the queue of movies. */
  async film() {
    const scene = this.scene();
    if (!scene) {
      return;
    }
    try {
      const job = await this.ask('/api/renders', { json: scene });
      this.app.dispatchEvent(new CustomEvent('render', { detail: job }));
      this.app.tell(job.state === 'DONE' ? 'This movie was drawn before; it stands in the list.' : 'The movie is in the queue.');
    } catch (failure) {
      this.fault = problemOf(failure);
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
    this.past = [];
    this.shown = null;
    await this.reload();
  }

  view() {
    return html`<div class="stack">
      <form class="stack" @submit=${(e) => this.wish(e)}><label for="scene-words">What is to be different?</label>
        <div class="bar"><input id="scene-words" name="words" class="ids" maxlength="2000" placeholder=${EXAMPLE} autocomplete="off"><button class="primary" ?disabled=${Boolean(this.busy)}>Change</button>
          <button type="button" ?disabled=${this.past.length === 0} @click=${() => this.undo()}>Undo</button></div>
        <p class="small quiet">In English, French, German or Spanish: colours, parts, camera, time, layers, title, sound.</p></form>
      <div id="scene-state" role="status">${this.busy ? html`<p class="small quiet">${this.busy}</p>` : this.fault ? problemView(this.fault) : html`<p class="small quiet">${this.state}</p>`}</div>
      ${this.shown ? sceneShown(this.shown) : nothing}
      <div class="bar"><button @click=${() => this.look()} ?disabled=${Boolean(this.busy)}>Look at it</button><button class="primary" @click=${() => this.film()}>Make the movie</button></div>
      ${this.names.length > 0 ? html`<div class="bar"><label for="scene-choice">Open</label><select id="scene-choice" class="which" @change=${(e) => this.open(e.target.value)}>
        ${this.names.map((n) => html`<option ?selected=${n === (this.app.route.entry || 'current')}>${n}</option>`)}</select></div>` : nothing}
      <label class="for-reader" for="scene-text">The scene as JSON</label>
      <textarea id="scene-text" class="mono code" rows="22" spellcheck="false" autocapitalize="off" @input=${() => this.typed()} aria-describedby="scene-state"></textarea>
      <form class="bar" @submit=${(e) => { e.preventDefault(); this.save(); }}><label for="scene-name">Name</label><input id="scene-name" name="name" class="ids" required pattern="[a-z0-9][a-z0-9\\-]*" .value=${this.name || 'my-scene'}><button class="primary">Save</button></form></div>`;
  }
}
customElements.define('bw-panel-scene-editor', SceneEditorPanel);
