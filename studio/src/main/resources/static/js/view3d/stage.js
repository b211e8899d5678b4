import * as THREE from 'three';
import { OrbitControls } from 'three/addons/controls/OrbitControls.js';
import { EffectComposer } from 'three/addons/postprocessing/EffectComposer.js';
import { OutputPass } from 'three/addons/postprocessing/OutputPass.js';
import { RenderPass } from 'three/addons/postprocessing/RenderPass.js';
import { UnrealBloomPass } from 'three/addons/postprocessing/UnrealBloomPass.js';
import { sharedUniforms } from './capsules.js';
import { Crevices } from './crevices.js';
import { linear } from './colours.js';
import { Fly } from './fly.js';
import { Gauge } from './gauge.js';
import { Levels } from './levels.js';
import { Picker } from './picker.js';
import { BURNING_FRAGMENT, GROUND_FRAGMENT, GROUND_VERTEX } from './shaders.js';
import { Textures } from './textures.js';

const FOV = 36;

/** The curve of the renderer on the server (render-svc, Film): ACES in the rational fit of Narkowicz 2016. */
THREE.ShaderChunk.tonemapping_pars_fragment = THREE.ShaderChunk.tonemapping_pars_fragment.replace(
  /vec3 CustomToneMapping\( vec3 color \) \{ return color; \}/,
  'vec3 CustomToneMapping( vec3 x ) { return saturate( x * ( 2.51 * x + 0.03 ) / ( x * ( 2.43 * x + 0.59 ) + 0.14 ) ); }',
);

/** The picture itself: camera, light, glow, and what is drawn. It draws when something changed, and while something moves. */
export class Stage {
  /** @param {HTMLCanvasElement} canvas @param {Record<string, any>} stats where it counts what it draws */
  constructor(canvas, stats) {
    this.stats = stats;
    this.renderer = new THREE.WebGLRenderer({ canvas, antialias: false, powerPreference: 'high-performance', preserveDrawingBuffer: true });
    this.renderer.info.autoReset = false;
    this.software = /llvmpipe|swiftshader|software/i.test(rendererName(this.renderer));
    this.camera = new THREE.PerspectiveCamera(FOV, 1, 1, 60000);
    this.camera.position.set(0, 0, 3000);
    this.controls = new OrbitControls(this.camera, canvas);
    Object.assign(this.controls, { enableDamping: true, dampingFactor: 0.12, zoomSpeed: 1.1, minDistance: 4, maxDistance: 40000 });
    this.controls.addEventListener('change', () => this.touch());
    this.fly = new Fly(this, canvas);
    this.gauge = new Gauge(/** @type {WebGL2RenderingContext} */ (this.renderer.getContext()), stats);
    this.scene = new THREE.Scene();
    this.uniforms = sharedUniforms();
    this.ground = ground(this.uniforms);
    this.scene.add(this.ground);
    this.world = new THREE.Group();
    this.scene.add(this.world);
    this.picker = new Picker();
    this.size = { width: 1, height: 1 };
    this.detail = 1;
    this.glow = true;
    /** Light as the scene language has it where a scene says nothing. */
    this.fog = { near: 0.2, far: 2, strength: 0.6 };
    this.crevices = 0.8;
    this.sphere = new THREE.Sphere();
    this.moved = 0;
    this.dirty = true;
    /** Told before each picture; gives whether it must go on. @type {(now: number) => boolean} */
    this.beforeDraw = () => false;
    this.afterDraw = () => {};
    this.composer = null;
    this.loop = this.loop.bind(this);
    this.ended = false;
    requestAnimationFrame(this.loop);
  }

  /** Puts a circuit on. @param {import('./data.js').Circuit} circuit @param {number} level to begin with */
  async open(circuit, level) {
    this.circuit = circuit;
    this.textures = new Textures(circuit);
    const u = this.uniforms;
    u.uWhere.value = this.textures.where;
    u.uCells.value = this.textures.cells;
    u.uSpikes.value = this.textures.spikes;
    u.uBefore.value = this.textures.before;
    u.uAfter.value = this.textures.after;
    u.uAxonSpeed.value = circuit.index.axon_um_per_ms;
    u.uHasVoltage.value = Boolean(circuit.index.voltage);
    if (circuit.index.voltage) {
      u.uOffset.value = circuit.index.voltage.offset_mV;
      u.uStep.value = circuit.index.voltage.step_mV;
    }
    this.levels = new Levels(circuit, this.world, u, () => this.touch());
    if (this.software) {
      this.levels.budget = 500_000;
    }
    await this.levels.open(level);
    this.bounds = this.levels.bounds();
    this.sphere = this.levels.sphereOfBodies();
  }

  /** @param {typeof import('./colours.js').DARK} theme */
  dress(theme) {
    const u = this.uniforms;
    [theme.soma, theme.axon, theme.basal, theme.apical].forEach((c, i) => u.uTypes.value[i].set(...linear(c)));
    theme.fire.forEach((c, i) => u.uFire.value[i].set(...linear(c)));
    u.uFog.value.set(...linear(theme.fog));
    u.uLightGround.value = theme.dark ? 0 : 1;
    u.uAlpha.value = theme.dark ? 0.42 : 0.2;
    u.uTop.value.set(...linear(theme.top));
    u.uBottom.value.set(...linear(theme.bottom));
    this.ground.material.uniforms.uVignette.value = theme.dark ? 0.22 : 0.03;
    this.dark = theme.dark;
    this.arrange();
    this.touch();
  }

  /** @param {number} width @param {number} height CSS pixels */
  resize(width, height) {
    this.size = { width: Math.max(1, width), height: Math.max(1, height) };
    this.camera.aspect = this.size.width / this.size.height;
    this.camera.updateProjectionMatrix();
    this.arrange();
    this.touch();
  }

  /** Sets up the passes for size, theme and glow. */
  arrange() {
    const ratio = Math.min(devicePixelRatio || 1, 2) * this.detail;
    this.renderer.setPixelRatio(ratio);
    this.renderer.setSize(this.size.width, this.size.height, false);
    this.composer?.dispose();
    const target = new THREE.WebGLRenderTarget(Math.ceil(this.size.width * ratio), Math.ceil(this.size.height * ratio), {
      type: THREE.HalfFloatType, samples: this.software && this.detail < 1 ? 0 : 4,
    });
    target.depthTexture = new THREE.DepthTexture(target.width, target.height);
    this.composer = new EffectComposer(this.renderer, target);
    this.uniforms.uHigh.value = target.height;
    this.composer.addPass(new RenderPass(this.scene, this.camera));
    if (this.crevices > 0 && !(this.software && this.detail < 1)) {
      const pass = new Crevices(this.camera);
      pass.material.uniforms.uStrength.value = (this.dark ? 1 : 0.6) * this.crevices;
      this.composer.addPass(pass);
    }
    if (this.glow && this.dark) {
      this.bloom = new UnrealBloomPass(new THREE.Vector2(this.size.width, this.size.height), 0.9, 0.5, 0);
      this.bloom.materialHighPassFilter.fragmentShader = BURNING_FRAGMENT;
      this.composer.addPass(this.bloom);
    }
    const output = new OutputPass();
    output.material.fragmentShader = output.material.fragmentShader.replace(/\}\s*$/, 'gl_FragColor.a = 1.0; }'); // alpha has done its work
    this.composer.addPass(output);
    this.renderer.toneMapping = this.dark ? THREE.CustomToneMapping : THREE.NoToneMapping;
    this.renderer.toneMappingExposure = 1;
    this.uniforms.uGlow.value = this.glow && this.dark ? 1 : 0;
  }

  /** Size in um of a pixel at a distance of 1 um. */
  get pixel() {
    return (2 * Math.tan((FOV * Math.PI) / 360)) / this.size.height;
  }

  /** Puts the camera so that a box fills the picture. @param {THREE.Box3} box @param {number} [azimuth] degrees @param {number} [elevation] */
  fit(box = this.bounds, azimuth = 12, elevation = 4) {
    const centre = box.getCenter(new THREE.Vector3());
    const size = box.getSize(new THREE.Vector3());
    const high = size.y / 2 / Math.tan((FOV * Math.PI) / 360);
    const wide = Math.max(size.x, size.z) / 2 / Math.tan((FOV * Math.PI) / 360) / this.camera.aspect;
    const distance = 1.13 * Math.max(high, wide, 30) + size.z / 4;
    const a = (azimuth * Math.PI) / 180;
    const e = (elevation * Math.PI) / 180;
    this.controls.target.copy(centre);
    this.camera.position.set(Math.sin(a) * Math.cos(e), Math.sin(e), Math.cos(a) * Math.cos(e)).multiplyScalar(distance).add(centre);
    this.controls.update();
    this.touch();
  }

  /** Moves camera and target together, in shares of their distance. */
  move(right, up, forward) {
    const distance = Math.max(60, this.camera.position.distanceTo(this.controls.target));
    const step = new THREE.Vector3(right, up, -forward).multiplyScalar(0.06 * distance).applyQuaternion(this.camera.quaternion);
    this.camera.position.add(step);
    this.controls.target.add(step);
    this.touch();
  }

  /** Turns the camera about its target, in steps of 6 degrees. */
  turn(right, up) {
    const off = this.camera.position.clone().sub(this.controls.target);
    const at = new THREE.Spherical().setFromVector3(off);
    at.theta += 0.105 * right;
    at.phi = Math.min(Math.PI - 0.02, Math.max(0.02, at.phi - 0.105 * up));
    this.camera.position.setFromSpherical(at).add(this.controls.target);
    this.touch();
  }

  /** Asks for a new picture. */
  touch() {
    this.dirty = true;
    this.moved = performance.now();
  }

  loop(now) {
    if (this.ended) {
      return;
    }
    requestAnimationFrame(this.loop);
    this.gauge.look();
    this.fly.on ? this.camera.lookAt(this.controls.target) : this.controls.update();
    const flying = this.fly.advance(now);
    const busy = this.beforeDraw(now) || flying;
    this.adapt(busy, now);
    if (!this.bounds || !(this.dirty || busy)) {
      return;
    }
    this.dirty = false;
    this.draw();
    this.afterDraw();
  }

  /** Draws one picture now. */
  draw() {
    if (!this.bounds) {
      return;
    }
    const u = this.uniforms;
    u.uPixel.value = this.pixel / this.detail;
    u.uBefore.value = this.textures.before;
    u.uAfter.value = this.textures.after;
    if (this.dark) {
      const forward = this.camera.getWorldDirection(new THREE.Vector3());
      const front = this.sphere.center.clone().sub(this.camera.position).dot(forward) - this.sphere.radius;
      u.uFogRange.value.set(front + this.fog.near * this.sphere.radius, Math.max(front + this.fog.far * this.sphere.radius, front + this.fog.near * this.sphere.radius + 1));
      u.uFogMost.value = this.fog.strength;
    } else {
      const distance = this.camera.position.distanceTo(this.controls.target);
      const reach = this.bounds.getSize(new THREE.Vector3()).length() / 2;
      u.uFogRange.value.set(Math.max(1, distance - 0.35 * reach), distance + 1.7 * reach + 200);
    }
    this.levels.choose(this.camera, this.pixel);
    this.renderer.info.reset();
    this.gauge.measure(() => this.composer?.render());
    this.count();
  }

  count() {
    const { render } = this.renderer.info;
    const capsules = this.levels.capsules;
    Object.assign(this.stats, {
      drawCalls: render.calls, triangles: render.triangles, capsules, dots: this.levels.somata.count, vertices: 4 * capsules + this.levels.somata.count,
      bytes: this.circuit.bytes, upload_bytes: this.textures.sent, renderer: rendererName(this.renderer), pictures: (this.stats.pictures || 0) + 1,
    });
  }

  /** Fewer pixels while things move on a machine that cannot keep up; all of them once they rest. */
  adapt(busy, now) {
    const moving = busy || now - this.moved < 350;
    const slow = Math.max(this.stats.gpu_ms || 0, this.stats.cpu_ms || 0) > 90;
    const wanted = moving && (slow || this.detail < 1) ? 0.5 : 1;
    if (wanted !== this.detail && !(wanted < 1 && this.stats.still)) {
      this.detail = wanted;
      this.arrange();
      this.dirty = true;
    }
  }

  dispose() {
    this.ended = true;
    this.controls.dispose();
    this.levels?.dispose();
    this.textures?.dispose();
    this.picker.dispose();
    this.composer?.dispose();
    this.renderer.dispose();
  }
}

function ground(shared) {
  const geometry = new THREE.BufferGeometry();
  geometry.setAttribute('position', new THREE.BufferAttribute(new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]), 3));
  const material = new THREE.ShaderMaterial({
    glslVersion: THREE.GLSL3, vertexShader: GROUND_VERTEX, fragmentShader: GROUND_FRAGMENT, depthWrite: false, depthTest: false,
    blending: THREE.NoBlending,
    uniforms: { uTop: shared.uTop, uBottom: shared.uBottom, uVignette: { value: 0.2 } },
  });
  const mesh = new THREE.Mesh(geometry, material);
  mesh.frustumCulled = false;
  mesh.renderOrder = -1;
  return mesh;
}

/** Name of what draws, as the browser tells it. */
export function rendererName(renderer) {
  const gl = renderer.getContext();
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  return String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
}
