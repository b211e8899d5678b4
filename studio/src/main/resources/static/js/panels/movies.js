import { html, nothing } from 'lit';
import { emptyView, Panel } from 'bw/panel.js';

const STATES = { QUEUED: 'waits', RUNNING: 'is drawn', DONE: 'done', STOPPED: 'stopped', FAILED: 'failed' };

/** The queue of movies: how far each is, what is left, stop and resume, play and download. */
class MoviesPanel extends Panel {
  static properties = { jobs: { state: true }, playing: { state: true } };

  constructor() {
    super();
    /** @type {any[] | null} */
    this.jobs = null;
    this.playing = '';
  }

  start() {
    this.ends.push(this.app.on('render', (job) => this.heard(job)));
  }

  async load() {
    this.jobs = await this.ask('/api/renders');
  }

  /** The server tells how far a movie is. */
  heard(job) {
    const jobs = this.jobs || [];
    const known = jobs.findIndex((j) => j.id === job.id);
    const before = known >= 0 ? jobs[known] : null;
    this.jobs = (known >= 0 ? jobs.map((j) => (j.id === job.id ? job : j)) : [job, ...jobs]).sort((a, b) => b.asked_ms - a.asked_ms);
    if (job.state === 'DONE' && (!before || before.state !== 'DONE')) {
      this.app.announce(`The movie ${job.title} is done.`);
    }
  }

  async act(job, what) {
    const answer = what === 'delete'
      ? await this.app.api(`/api/renders/${job.id}`, { method: 'DELETE' })
      : await this.app.api(`/api/renders/${job.id}/${what}`, { method: 'POST' });
    if (answer && what === 'resume') {
      this.heard(answer);
    }
    if (what === 'delete') {
      this.jobs = (this.jobs || []).filter((j) => j.id !== job.id);
    }
  }

  view() {
    if (!this.jobs) {
      return html`<p class="loading">Loading…</p>`;
    }
    if (this.jobs.length === 0) {
      return emptyView('No movies yet', '“Make the movie” beside the scene puts it here. What is drawn of a movie that you stop is kept for when you go on.');
    }
    return html`<ul class="plain stack movies">${this.jobs.map((job) => this.job(job))}</ul>`;
  }

  job(job) {
    const open = job.state === 'QUEUED' || job.state === 'RUNNING';
    const frames = job.total > 0 ? `${job.done} of ${job.total} frames` : '';
    return html`<li class="hit" data-movie=${job.id} data-state=${job.state}>
      <div class="bar"><strong>${job.title}</strong><span class="tag ${job.state === 'DONE' ? 'good' : job.state === 'FAILED' ? 'bad' : ''}">${STATES[job.state]}</span>
        <span class="push bar">
          ${open ? html`<button @click=${() => this.act(job, 'cancel')}>Stop</button>` : nothing}
          ${job.state === 'STOPPED' || job.state === 'FAILED' ? html`<button class="primary" @click=${() => this.act(job, 'resume')}>Resume</button>` : nothing}
          ${job.state === 'DONE' ? html`<button @click=${() => (this.playing = this.playing === job.id ? '' : job.id)}>${this.playing === job.id ? 'Close' : 'Play'}</button><a href="/api/renders/${job.id}/download">Download</a>` : nothing}
          ${open ? nothing : html`<button class="bare" aria-label="Forget the movie ${job.title}" @click=${() => this.act(job, 'delete')}>Forget</button>`}</span></div>
      ${open ? html`<progress max=${job.total || 1} value=${job.done} aria-label="Frames drawn"></progress>` : nothing}
      <p class="small quiet">${[frames, open && job.left_s > 0 ? `about ${duration(job.left_s)} left` : '', open ? job.detail : '', job.state === 'DONE' ? `${(job.bytes / 1e6).toFixed(1)} MB, drawn in ${duration(job.took_s)}` : '', new Date(job.asked_ms).toLocaleString()].filter(Boolean).join(' · ')}</p>
      ${job.problem ? html`<div class="problem"><p><strong>${job.problem.detail}</strong></p>
        ${job.frames ? html`<p>All ${job.total} frames are drawn and kept: Resume tries to write the movie again, or take the frames.</p>` : html`<p>${job.problem.remedy}</p>`}</div>` : nothing}
      ${job.frames && job.state !== 'DONE' && !open ? html`<p><a class="button" href="/api/renders/${job.id}/frames">Download the frames (ZIP of PNG)</a></p>` : nothing}
      ${this.playing === job.id ? html`<video controls autoplay width="100%" src="/api/renders/${job.id}/movie"></video>` : nothing}</li>`;
  }
}

/** Seconds as a person says them. @param {number} s */
function duration(s) {
  return s < 1 ? 'a second' : s < 90 ? `${Math.round(s)} s` : s < 5400 ? `${Math.round(s / 60)} min` : `${(s / 3600).toFixed(1)} h`;
}
customElements.define('bw-panel-movies', MoviesPanel);
