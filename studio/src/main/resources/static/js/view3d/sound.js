import { datasetOf } from './scenefile.js';

const AHEAD_S = 0.15;
/** Voices add up; the compressor levels what remains. */
const LOUDNESS = 0.25;

/**
 * Spikes as sound. Which spike sounds where, how high and in which voice is resolved by the server, from the scene on the page or from the
 * run alone: the movie is mixed from the same events. Here they are only handed to the sound card: a spike sounds at the time of the
 * spike times the slow-down, by its clock.
 */
export class Sound {
  /**
   * @param {import('../app.js').App} app
   * @param {import('./data.js').Circuit} circuit
   */
  constructor(app, circuit) {
    this.app = app;
    this.circuit = circuit;
    this.context = new AudioContext();
    this.out = this.context.createDynamicsCompressor();
    this.out.connect(this.context.destination);
    this.next = 0;
    this.anchor = null;
    /** @type {{time_ms: number, pan: number, pitch_Hz: number, timbre: string, gain: number}[]} */
    this.events = [];
    /** @type {Record<string, {length_s: number, decay_per_s: number, partials: number[], loudness: number[]}>} */
    this.voices = {};
    /** Onsets that were handed to the sound card: [spike in ms, seconds of its clock, and the two that were brought together: ms of the run, seconds of the clock]. @type {[number, number, number, number][]} */
    this.onsets = [];
    this.timer = setInterval(() => this.schedule(), 40);
    this.end = app.time.subscribe((_, change) => {
      if (change.by !== 'ticker') {
        this.anchor = null;
      }
    });
    this.endScene = app.on('scene', () => this.read());
    this.ready = this.read();
  }

  /** Asks for the events of the scene on the page, or of the run alone. */
  async read() {
    const scene = /** @type {any} */ (this.app).scene;
    const fits = scene && scene.audio && datasetOf(scene) === this.circuit.id;
    try {
      const score = await (fits ? this.app.api('/api/scene-sound', { json: scene, quiet: true }) : this.app.api(`/api/view/${this.circuit.id}/sound.json`));
      this.events = [...score.events].sort((a, b) => a.time_ms - b.time_ms);
      this.voices = score.voices;
      this.times = this.events.map((e) => e.time_ms);
      this.anchor = null;
    } catch (failure) {
      if (!fits) {
        throw failure;
      }
      // A scene that is just being written may be wrong; its editor says so, and what sounded goes on.
    }
  }

  /** Hands the spikes of the next moment to the sound card. */
  schedule() {
    const { playing, t_ms, slowdown } = this.app.time;
    if (!playing || !this.times) {
      this.anchor = null;
      return;
    }
    const now = this.context.currentTime;
    if (!this.anchor || t_ms < this.anchor.last) {
      this.anchor = { t_ms, at: now + 0.02, last: t_ms };
      this.next = firstAfter(this.times, t_ms);
    }
    this.anchor.last = t_ms;
    while (this.next < this.events.length) {
      const event = this.events[this.next];
      const at = this.anchor.at + ((event.time_ms - this.anchor.t_ms) * slowdown) / 1000;
      if (at > now + AHEAD_S) {
        break;
      }
      if (at >= now) {
        this.strike(event, at);
        this.onsets.push([event.time_ms, at, this.anchor.t_ms, this.anchor.at]);
      }
      this.next++;
    }
    this.onsets = this.onsets.slice(-500);
  }

  /** Partials that die away together, as the server mixes them. */
  strike(event, at) {
    const voice = this.voices[event.timbre];
    const pan = this.context.createStereoPanner();
    pan.pan.value = event.pan;
    pan.connect(this.out);
    voice.partials.forEach((times, k) => {
      const tone = this.context.createOscillator();
      tone.frequency.value = event.pitch_Hz * times;
      const gain = this.context.createGain();
      gain.gain.setValueAtTime(LOUDNESS * event.gain * voice.loudness[k], at);
      gain.gain.setTargetAtTime(0, at, 1 / voice.decay_per_s);
      tone.connect(gain).connect(pan);
      tone.start(at);
      tone.stop(at + voice.length_s);
    });
  }

  close() {
    clearInterval(this.timer);
    this.end();
    this.endScene();
    this.context.close();
  }
}

/** Place of the first value after a time, in rising values. */
export function firstAfter(values, t) {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    values[middle] <= t ? (low = middle + 1) : (high = middle);
  }
  return low;
}
