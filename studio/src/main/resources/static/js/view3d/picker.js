import * as THREE from 'three';
import { CAPSULE_FRAGMENT, CAPSULE_VERTEX } from './shaders.js';

const SIZE = 9;

/** Tells which capsule lies under the pointer: draws a few pixels around it with numbers for colours. */
export class Picker {
  constructor() {
    this.target = new THREE.WebGLRenderTarget(SIZE, SIZE, {
      type: THREE.FloatType, format: THREE.RGBAFormat, minFilter: THREE.NearestFilter, magFilter: THREE.NearestFilter,
    });
    this.pixels = new Float32Array(4 * SIZE * SIZE);
    /** @type {Map<THREE.Mesh, THREE.ShaderMaterial>} */
    this.materials = new Map();
  }

  /**
   * @param {import('./stage.js').Stage} stage
   * @param {number} x pixels from the left of the canvas
   * @param {number} y pixels from its top
   * @returns {{mesh: import('./capsules.js').GroupMesh, capsule: number} | null}
   */
  pick(stage, x, y) {
    const { renderer, camera, levels } = stage;
    const { width, height } = stage.size;
    const meshes = levels.shown.filter(Boolean).flatMap((g) => (levels.axons ? [g.body, g.axon] : [g.body]));
    const scene = new THREE.Scene();
    camera.setViewOffset(width, height, x - SIZE / 2, y - SIZE / 2, SIZE, SIZE);
    const drawn = meshes.map((mesh) => {
      const twin = new THREE.Mesh(mesh.geometry, this.material(mesh));
      twin.userData = mesh.userData;
      twin.frustumCulled = false;
      scene.add(twin);
      return twin;
    });
    const numbered = new Map(drawn.map((twin, i) => [i, twin]));
    drawn.forEach((twin, i) => {
      twin.onBeforeRender = () => {
        twin.material.uniforms.uGroup.value = i;
        twin.material.uniformsNeedUpdate = true;
      };
    });
    const before = renderer.getRenderTarget();
    renderer.setRenderTarget(this.target);
    renderer.setClearColor(0, 0);
    renderer.clear();
    renderer.render(scene, camera);
    renderer.readRenderTargetPixels(this.target, 0, 0, SIZE, SIZE, this.pixels);
    renderer.setRenderTarget(before);
    camera.clearViewOffset();
    return this.nearest(numbered);
  }

  nearest(numbered) {
    let best = null;
    let least = Infinity;
    const middle = (SIZE - 1) / 2;
    for (let i = 0; i < SIZE * SIZE; i++) {
      const distance = ((i % SIZE) - middle) ** 2 + (Math.floor(i / SIZE) - middle) ** 2;
      if (this.pixels[4 * i] > 0.5 && distance < least) {
        const mesh = numbered.get(Math.round(this.pixels[4 * i]) - 1);
        best = { mesh: mesh.userData.mesh, capsule: mesh.userData.first + Math.round(this.pixels[4 * i + 1]) };
        least = distance;
      }
    }
    return best;
  }

  material(mesh) {
    let material = this.materials.get(mesh);
    if (!material) {
      material = new THREE.ShaderMaterial({
        glslVersion: THREE.GLSL3,
        vertexShader: CAPSULE_VERTEX,
        fragmentShader: CAPSULE_FRAGMENT,
        uniforms: { ...mesh.material.uniforms, uGroup: { value: 0 } },
        defines: { PICK: 1 },
        side: THREE.DoubleSide,
        blending: THREE.NoBlending,
      });
      this.materials.set(mesh, material);
    }
    return material;
  }

  dispose() {
    this.target.dispose();
    this.materials.forEach((m) => m.dispose());
  }
}
