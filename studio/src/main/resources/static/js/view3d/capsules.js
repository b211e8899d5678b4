import * as THREE from 'three';
import { CAPSULE } from './data.js';
import { CAPSULE_FRAGMENT, CAPSULE_VERTEX } from './shaders.js';

const QUAD = new Float32Array([0, -1, 0, 1, -1, 0, 0, 1, 0, 1, 1, 0]);

/** Uniforms that all groups share. */
export function sharedUniforms() {
  const v3 = () => ({ value: new THREE.Vector3() });
  return {
    uMorph: { value: 0 }, uPixel: { value: 0.001 }, uThin: { value: 0.58 }, uScale: { value: 1 },
    uWhere: { value: null }, uBefore: { value: null }, uAfter: { value: null }, uCells: { value: null }, uSpikes: { value: null },
    uBetween: { value: 0 }, uTime: { value: 0 }, uAxonSpeed: { value: 300 }, uHasVoltage: { value: false }, uByColumn: { value: false },
    uTypes: { value: [0, 1, 2, 3].map(() => new THREE.Vector3()) },
    uOffset: { value: -90 }, uStep: { value: 0.51 }, uRest: { value: -72 }, uPeak: { value: 30 },
    uFire: { value: [0, 1, 2, 3, 4].map(() => new THREE.Vector3()) },
    uFog: v3(), uLight: { value: new THREE.Vector3(0.45, 0.75, 0.48).normalize() }, uFogRange: { value: new THREE.Vector2(1000, 4000) },
    uGlow: { value: 1 }, uAlpha: { value: 0.4 }, uLightGround: { value: 0 },
    uTop: v3(), uBottom: v3(), uAmbient: { value: 0.34 }, uFogMost: { value: 0.6 }, uHigh: { value: 1 },
    uBands: { value: Array.from({ length: 8 }, () => new THREE.Vector2()) }, uBandCount: { value: 0 },
    uPlanes: { value: [0, 1, 2].map(() => new THREE.Vector4()) }, uPlaneCount: { value: 0 },
  };
}

/** One group of cells at one level of detail: somata and dendrites in one draw, axons in another. */
export class GroupMesh {
  /**
   * @param {number} number of the group
   * @param {number} firstCell row of its first cell
   * @param {import('./data.js').Group} data
   * @param {Record<string, any>} shared uniforms
   */
  constructor(number, firstCell, data, shared) {
    this.number = number;
    this.data = data;
    this.words = new DataView(data.capsules);
    const own = {
      uBox: { value: new THREE.Vector3(...data.box) },
      uExtent: { value: new THREE.Vector3(...data.extent) },
      uRadius: { value: data.radius },
      uFlatBox: { value: new THREE.Vector3() },
      uFlatExtent: { value: new THREE.Vector3() },
      uFlatRadius: { value: 1 },
      uFirstCell: { value: firstCell },
      uGroup: { value: number },
    };
    this.uniforms = { ...shared, ...own };
    this.body = this.mesh(0, data.body, false);
    this.axon = this.mesh(data.body, data.count - data.body, true);
    this.object = new THREE.Group();
    this.object.add(this.body, this.axon);
    this.hasFlat = false;
    /** @type {import('./data.js').Group | null} */
    this.flat = null;
  }

  mesh(first, count, veil) {
    const geometry = new THREE.InstancedBufferGeometry();
    geometry.setAttribute('position', new THREE.BufferAttribute(QUAD, 3));
    geometry.setIndex([0, 1, 2, 2, 1, 3]);
    geometry.instanceCount = count;
    const buffer = part(this.data.capsules, first, count);
    geometry.setAttribute('aFrom', new THREE.InterleavedBufferAttribute(buffer, 4, 0, true));
    geometry.setAttribute('aTo', new THREE.InterleavedBufferAttribute(buffer, 4, 4, true));
    geometry.setAttribute('aWord', new THREE.InterleavedBufferAttribute(buffer, 2, 8, false));
    geometry.setAttribute('aFlatFrom', geometry.getAttribute('aFrom'));
    geometry.setAttribute('aFlatTo', geometry.getAttribute('aTo'));
    const { box, extent } = this.data;
    const half = new THREE.Vector3(...extent).multiplyScalar(0.5);
    geometry.boundingSphere = new THREE.Sphere(new THREE.Vector3(...box).add(half), half.length());
    const material = new THREE.ShaderMaterial({
      glslVersion: THREE.GLSL3,
      vertexShader: CAPSULE_VERTEX,
      fragmentShader: CAPSULE_FRAGMENT,
      uniforms: this.uniforms,
      defines: veil ? { VEIL: 1 } : {},
      side: THREE.DoubleSide,
      transparent: veil,
      depthWrite: !veil,
      toneMapped: false,
      // a veil leaves the share that bleeds (alpha) to what lies behind it
      ...(veil
        ? { blending: THREE.CustomBlending, blendSrc: THREE.SrcAlphaFactor, blendDst: THREE.OneMinusSrcAlphaFactor, blendSrcAlpha: THREE.ZeroFactor, blendDstAlpha: THREE.OneMinusSrcAlphaFactor }
        : { blending: THREE.NoBlending }),
    });
    const mesh = new THREE.Mesh(geometry, material);
    mesh.userData = { group: this.number, first, mesh: this };
    mesh.renderOrder = veil ? 2 : 1;
    return mesh;
  }

  /** Learns where the capsules lie in the cells' dendrograms. @param {import('./data.js').Group} flat */
  lay(flat) {
    this.uniforms.uFlatBox.value.set(...flat.box);
    this.uniforms.uFlatExtent.value.set(...flat.extent);
    this.uniforms.uFlatRadius.value = flat.radius;
    for (const mesh of [this.body, this.axon]) {
      const buffer = part(flat.capsules, mesh.userData.first, mesh.geometry.instanceCount);
      mesh.geometry.setAttribute('aFlatFrom', new THREE.InterleavedBufferAttribute(buffer, 4, 0, true));
      mesh.geometry.setAttribute('aFlatTo', new THREE.InterleavedBufferAttribute(buffer, 4, 4, true));
      mesh.geometry.boundingSphere.radius *= 2;
    }
    this.flat = flat;
    this.hasFlat = true;
  }

  /** The 32-bit word of a capsule. @param {number} capsule */
  word(capsule) {
    return this.words.getUint32(capsule * CAPSULE + 16, true);
  }

  /** Middle of a capsule, in space or in another laying. @param {number} capsule @param {import('./data.js').Group} [laid] */
  middle(capsule, laid = this.data) {
    const words = laid === this.data ? this.words : new DataView(laid.capsules);
    const at = capsule * CAPSULE;
    return new THREE.Vector3(
      ...[0, 1, 2].map((k) => {
        const share = (words.getUint16(at + 2 * k, true) + words.getUint16(at + 8 + 2 * k, true)) / 131070;
        return laid.box[k] + share * laid.extent[k];
      }),
    );
  }

  dispose() {
    for (const mesh of [this.body, this.axon]) {
      mesh.geometry.dispose();
      mesh.material.dispose();
    }
  }
}

function part(capsules, first, count) {
  const shorts = new Uint16Array(capsules, first * CAPSULE, (count * CAPSULE) / 2);
  return new THREE.InstancedInterleavedBuffer(shorts, CAPSULE / 2, 1);
}
