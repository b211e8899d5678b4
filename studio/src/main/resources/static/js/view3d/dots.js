import * as THREE from 'three';
import { linear } from './colours.js';
import { DOT_FRAGMENT, DOT_VERTEX } from './shaders.js';

/** Points with a size in um: synapses, and somata that are too far away to be anything else. */
export class Dots {
  /**
   * @param {Record<string, any>} shared uniforms of the capsules: fog, cuts, colours of cells, voltages
   * @param {number} [least] diameter in pixels that none falls below: that of the renderer on the server
   * @param {boolean} [somata] whether they are somata, which know their cell and burn
   */
  constructor(shared, least = 5, somata = false) {
    this.geometry = new THREE.BufferGeometry();
    this.material = new THREE.ShaderMaterial({
      glslVersion: THREE.GLSL3, vertexShader: DOT_VERTEX, fragmentShader: DOT_FRAGMENT,
      uniforms: { ...shared, uLeast: { value: least } },
      defines: somata ? { SOMA: 1 } : {}, blending: THREE.NoBlending,
    });
    this.object = new THREE.Points(this.geometry, this.material);
    this.object.frustumCulled = false;
    this.object.renderOrder = 3;
  }

  /**
   * @param {Float32Array} at x, y, z of each
   * @param {(i: number) => number} colour sRGB
   * @param {(i: number) => number} size radius in um, 0 hides it
   */
  fill(at, colour, size) {
    const n = at.length / 3;
    const colours = new Float32Array(3 * n);
    const sizes = new Float32Array(n);
    for (let i = 0; i < n; i++) {
      colours.set(linear(colour(i)), 3 * i);
      sizes[i] = size(i);
    }
    this.geometry.setAttribute('position', new THREE.BufferAttribute(at, 3));
    this.geometry.setAttribute('aColour', new THREE.BufferAttribute(colours, 3));
    this.geometry.setAttribute('aSize', new THREE.BufferAttribute(sizes, 1));
    this.geometry.setDrawRange(0, n);
  }

  dispose() {
    this.geometry.dispose();
    this.material.dispose();
  }
}
