import * as THREE from 'three';
import { busiest_ms } from './busiest.js';
import { linear } from './colours.js';

/** What a scene says about colour, in the viewer's words. */
const COLOURS = { section: 'type', constant: 'type', class: 'synapse_class', report: 'voltage', spikes: 'voltage', 'path-distance': 'type' };

/** The dataset behind a scene's run or circuit, or '' where it names none of the workspace. @param {any} scene */
export function datasetOf(scene) {
  const sources = Object.values(scene.sources || {});
  const kinds = ['compartment-report', 'spikes', 'circuit'];
  for (const kind of kinds) {
    for (const source of sources.filter((s) => s.kind === kind)) {
      const id = /^dataset:([0-9a-f]{64})$/.exec(source.uri || source.morphologies || '');
      if (id) {
        return id[1];
      }
    }
  }
  return '';
}

/**
 * Shows what a scene file says of layers, colours, light, time and its first camera key. The renderer on the server draws the rest of it too.
 * @param {import('./viewer.js').Viewer} viewer
 * @param {any} scene
 */
export async function play(viewer, scene) {
  const morphology = (scene.layers || []).find((l) => l.type === 'morphology');
  const synapses = (scene.layers || []).find((l) => l.type === 'synapses');
  /** @type {Record<string, any>} */
  const look = {};
  if (morphology) {
    const { color, parts, radius, select, glow } = morphology;
    look.axons = !parts || parts.includes('axon');
    look.glow = !glow || glow.strength !== 0;
    look.only = select && select.node_ids ? rows(viewer, select.node_ids) : [];
    if (color) {
      look.colour = color.by === 'column' ? (color.column === 'gid' ? 'node_id' : color.column) : COLOURS[color.by] || 'voltage';
      if (color.rest !== undefined) {
        viewer.stage.uniforms.uRest.value = color.rest;
      }
    }
    viewer.stage.uniforms.uScale.value = radius && radius.scale ? radius.scale : 1;
    viewer.stage.uniforms.uThin.value = 0.65 * (radius && radius.minPx ? radius.minPx : 0.7);
    if (morphology.axonOpacity !== undefined) {
      viewer.stage.uniforms.uAlpha.value = morphology.axonOpacity;
    }
  }
  look.synapses = Boolean(synapses && synapses.visible !== false);
  if (scene.time) {
    const { sim, slowdown } = scene.time;
    const [from, to] = sim ? sim.map(moment_ms) : [viewer.app.time.t0_ms, viewer.app.time.t1_ms];
    viewer.app.time.set({ t0_ms: from, t1_ms: to, t_ms: busiest_ms(viewer.circuit.spikes.t_ms, from, to), ...(slowdown ? { slowdown } : {}) });
  }
  ground(viewer, scene.background);
  lighten(viewer, scene.light, scene.output && scene.output.quality === 'draft');
  await viewer.show(look);
  aim(viewer, scene.camera);
}

/** Background of a scene that names none, as the renderer has it. */
const NIGHT = { top: '#0b1026', bottom: '#02030a' };

/** Lays the scene's background under the cells. */
function ground(viewer, background) {
  const { stage } = viewer;
  if (!stage.dark) {
    return;
  }
  const solid = background && background.type === 'solid' ? background.color || NIGHT.bottom : '';
  const { top, bottom } = solid ? { top: solid, bottom: solid } : { ...NIGHT, ...(background || {}) };
  const u = stage.uniforms;
  u.uTop.value.set(...linear(parseInt(top.slice(1), 16)));
  u.uBottom.value.set(...linear(parseInt(bottom.slice(1), 16)));
  stage.ground.material.uniforms.uVignette.value = 0;
  stage.touch();
}

/** The scene's light: key, sky, crevices, fog; what it does not say is the language's own. */
function lighten(viewer, light, draft) {
  const { key = [0.45, 0.75, 0.48], ambient = 0.34, ao = {}, fog = {} } = light || {};
  const { stage } = viewer;
  stage.uniforms.uLight.value.set(...key).normalize();
  stage.uniforms.uAmbient.value = ambient;
  stage.fog = { near: 0.2, far: 2, strength: 0.6, ...fog };
  stage.crevices = draft ? 0 : ao.strength === undefined ? 0.8 : ao.strength;
}

/** Puts the camera where the first key of a scene has it. */
function aim(viewer, camera) {
  if (!camera) {
    return;
  }
  const key = (camera.keys || [])[0] || {};
  const { azimuth = 12, elevation = 4, distance_um } = key.orbit || {};
  viewer.stage.fit(viewer.stage.bounds, azimuth, elevation);
  const target = spot(viewer, key.target || camera.target);
  const { controls, camera: eye } = viewer.stage;
  const off = eye.position.clone().sub(controls.target);
  if (distance_um) {
    off.setLength(distance_um);
  }
  if (target) {
    controls.target.copy(target);
  }
  eye.position.copy(controls.target).add(off);
  controls.update();
}

/** A named place: a cell's soma, a layer's middle, the middle of everything. */
function spot(viewer, place) {
  if (Array.isArray(place)) {
    return new THREE.Vector3(...place);
  }
  const cell = /^[^.]+\.(\d+)\.soma$/.exec(place || '');
  const layer = /^(?:layer\.|region\.L)(\d)$/.exec(place || '');
  const { x, y, z } = viewer.circuit.cells;
  const chosen = cell
    ? rows(viewer, [Number(cell[1])])
    : layer
      ? viewer.circuit.column('layer').values.map((l, i) => (l === Number(layer[1]) ? i : -1)).filter((i) => i >= 0)
      : /\.soma$/.test(place || '') ? (viewer.look.only.length > 0 ? viewer.look.only : x.map((_, i) => i)) : [];
  if (chosen.length === 0) {
    return null;
  }
  const mean = (values) => chosen.reduce((sum, i) => sum + values[i], 0) / chosen.length;
  return new THREE.Vector3(mean(x), mean(y), mean(z));
}

function rows(viewer, node_ids) {
  const wanted = new Set(node_ids);
  const ids = viewer.circuit.column('node_id').values;
  return ids.map((id, i) => (wanted.has(Number(id)) ? i : -1)).filter((i) => i >= 0);
}

/** "2 ms" in ms. @param {string} words */
export function moment_ms(words) {
  const [, value, unit] = /^(-?[0-9.e-]+) ?(us|ms|s)$/.exec(words) || [];
  if (!unit) {
    throw new Error(`'${words}' is no moment; say "2 ms".`);
  }
  return Number(value) * { us: 1e-3, ms: 1, s: 1e3 }[unit];
}
