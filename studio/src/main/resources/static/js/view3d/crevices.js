import * as THREE from 'three';
import { FullScreenQuad, Pass } from 'three/addons/postprocessing/Pass.js';
import { CREVICE_FRAGMENT, SCREEN_VERTEX } from './shaders.js';

/** Darkens what lies deep between neurites, so that a thicket has depth. It reads the depths of the picture that was drawn before it. */
export class Crevices extends Pass {
  /** @param {THREE.PerspectiveCamera} camera */
  constructor(camera) {
    super();
    this.camera = camera;
    this.material = new THREE.ShaderMaterial({
      glslVersion: THREE.GLSL3, vertexShader: SCREEN_VERTEX, fragmentShader: CREVICE_FRAGMENT, depthTest: false, depthWrite: false, toneMapped: false,
      uniforms: {
        uPicture: { value: null }, uDepth: { value: null }, uSize: { value: new THREE.Vector2() }, uNear: { value: 1 }, uFar: { value: 1 },
        uReach: { value: 14 }, uPixel: { value: 0.001 }, uStrength: { value: 0.8 },
      },
    });
    this.quad = new FullScreenQuad(this.material);
  }

  render(renderer, writeBuffer, readBuffer) {
    const u = this.material.uniforms;
    u.uPicture.value = readBuffer.texture;
    u.uDepth.value = readBuffer.depthTexture;
    u.uSize.value.set(readBuffer.width, readBuffer.height);
    u.uNear.value = this.camera.near;
    u.uFar.value = this.camera.far;
    u.uPixel.value = (2 * Math.tan((this.camera.fov * Math.PI) / 360)) / readBuffer.height;
    renderer.setRenderTarget(this.renderToScreen ? null : writeBuffer);
    this.quad.render(renderer);
  }

  dispose() {
    this.material.dispose();
    this.quad.dispose();
  }
}
