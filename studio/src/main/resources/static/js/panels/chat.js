import { html, nothing } from 'lit';
import { linkTo, Panel } from 'bw/panel.js';
import { sceneShown } from 'bw/scene-shown.js';

const STARTERS = [
  'Take 300 neurons from a 150 µm wide column of rat S1HL, stimulate layer 4 at 50 ms and show me the activity for 200 ms',
  'How thick is each layer of S1HL?',
  'Sweep extracellular calcium from 1.0 to 2.0 mM in 0.25 steps and tell me where the network turns synchronous',
];

/** The talk with the planner, or with a chat model where one is configured. */
class ChatPanel extends Panel {
  static properties = { turns: { state: true }, asking: { state: true }, live: { state: true } };

  constructor() {
    super();
    /** @type {any[]} */
    this.turns = [];
    this.asking = '';
    this.live = '';
    this.draft = '';
  }

  start() {
    this.ends.push(this.app.on('chat', (piece) => this.heard(piece)));
  }

  async load() {
    this.turns = await this.ask('/api/chat');
    await this.updateComplete;
    const offered = this.app.route.query.get('words');
    if (offered && this.field() && !this.field().value) {
      this.field().value = offered; // another page offered words; the scientist sends them
      this.app.remember({ words: null });
      this.field().focus();
    }
  }

  heard(piece) {
    this.live = piece.words ? this.live + piece.words : `${this.live}\n[${piece.note}]\n`;
  }

  async say(words) {
    if (!words.trim() || this.asking) {
      return;
    }
    this.asking = words;
    this.live = '';
    this.app.announce('Asked. Waiting for the answer.');
    try {
      const turn = await this.app.api('/api/chat', { json: { words } });
      this.turns = [...this.turns, turn];
      this.app.announce(turn.kind === 'ready' || turn.kind === 'edit' ? 'A plan waits for your approval.' : turn.text.slice(0, 300));
      this.app.dispatchEvent(new CustomEvent('plan'));
    } catch {
      this.field().value = words;
    } finally {
      this.asking = '';
      this.live = '';
      await this.updateComplete;
      this.field()?.focus();
    }
  }

  field() {
    return /** @type {HTMLTextAreaElement} */ (this.querySelector('textarea'));
  }

  send() {
    const words = this.field().value;
    this.field().value = '';
    this.say(words);
  }

  key(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.send();
    }
  }

  updated() {
    const log = this.querySelector('.talk');
    if (log) {
      log.scrollTop = log.scrollHeight;
    }
  }

  view() {
    return html`<div class="chat">
      <div class="talk" role="log" aria-label="The talk so far" tabindex="0">
        ${this.turns.length === 0 && !this.asking ? this.beginning() : nothing}
        ${this.turns.map((turn) => this.turn(turn))}
        ${this.asking ? html`<p class="said">${this.asking}</p><div class="answer">${this.live
          ? html`<pre>${this.live}</pre>` : html`<p class="quiet">Thinking…</p>`}</div>` : nothing}
      </div>
      <div class="ask">
        <label class="for-reader" for="ask-words">What do you want to know?</label>
        <textarea id="ask-words" rows="3" data-first-field maxlength="20000"
          placeholder="What do you want to know? Or what is to be different in the plan?" @keydown=${(e) => this.key(e)}></textarea>
        <div class="bar"><span class="small quiet">Enter sends, Shift+Enter breaks the line.</span>
          <button class="primary push" ?disabled=${Boolean(this.asking)} @click=${() => this.send()}>Ask</button></div>
      </div></div>`;
  }

  beginning() {
    return html`<div class="empty"><h3>What do you want to know?</h3>
      <p>Say it as you would to a colleague. You get a plan in which every number has a source or is marked as a choice.</p>
      ${STARTERS.map((words) => html`<button class="link" @click=${() => this.say(words)}>${words}</button>`)}</div>`;
  }

  turn(turn) {
    const plan = ['ready', 'edit', 'undo'].includes(turn.kind);
    return html`<p class="said">${turn.words}</p>
      <div class="answer kind-${turn.kind}">
        ${turn.expert ? html`<p class="small quiet">${turn.expert}</p>` : nothing}
        ${plan ? this.planTurn(turn) : turn.kind === 'scene' ? html`<p>The scene is changed; “undo” takes it back. It stands on the page <a href="/scene">Scene</a>.</p>` : html`<pre class="words">${turn.text}</pre>`}
        ${turn.scene ? sceneShown(turn.scene) : nothing}
        ${turn.found.length > 0 ? html`<ul class="found">${turn.found.map((line) => html`<li>${line}</li>`)}</ul>` : nothing}
        ${turn.kind === 'page' ? html`<p>${linkTo(this.app, turn.suggestions[0], 'Open the page', 'button primary')}</p>` : nothing}
        ${turn.suggestions.length > 0 && turn.kind !== 'page' ? html`<div class="bar">${turn.suggestions.map((s) =>
          html`<button class="chip" ?disabled=${Boolean(this.asking)} @click=${() => this.say(s)}>${s}</button>`)}</div>` : nothing}
        ${turn.notes.map((n) => html`<p class="small quiet">${n}</p>`)}
      </div>`;
  }

  planTurn(turn) {
    const told = { ready: 'Here is a plan. Read it, change what you like, and approve it.', edit: 'The plan is changed; it waits for your approval.', undo: 'The last edit is taken back.' };
    return html`<p>${told[turn.kind]}</p><details><summary>The plan as text</summary><pre>${turn.text}</pre></details>`;
  }
}
customElements.define('bw-panel-chat', ChatPanel);
