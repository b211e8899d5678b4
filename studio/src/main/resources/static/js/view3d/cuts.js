import * as THREE from 'three';

/** Most planes at once. */
export const MOST = 3;

/**
 * Planes that cut the picture open: what lies before a plane, on the side of its normal, is not drawn.
 * @typedef {[number, number, number, number]} Cut normal and place: n · p > d is cut away
 */

/** A plane through a point that faces the eye. @param {THREE.Vector3} eye @param {THREE.Vector3} through @returns {Cut} */
export function facing(eye, through) {
  const n = eye.clone().sub(through).normalize();
  return [n.x, n.y, n.z, n.dot(through)];
}

/** A plane across an axis through the middle. @param {'x' | 'y' | 'z'} axis @param {THREE.Vector3} middle @returns {Cut} */
export function across(axis, middle) {
  const n = new THREE.Vector3(Number(axis === 'x'), Number(axis === 'y'), Number(axis === 'z'));
  return [n.x, n.y, n.z, n.dot(middle)];
}

/** Where a plane's place begins and ends within a box. @param {Cut} cut @param {THREE.Box3} box @returns {[number, number]} */
export function reach(cut, box) {
  const half = box.getSize(new THREE.Vector3()).multiplyScalar(0.55);
  const middle = cut[0] * (box.min.x + box.max.x) / 2 + cut[1] * (box.min.y + box.max.y) / 2 + cut[2] * (box.min.z + box.max.z) / 2;
  const wide = Math.abs(cut[0]) * half.x + Math.abs(cut[1]) * half.y + Math.abs(cut[2]) * half.z;
  return [middle - wide, middle + wide];
}

/** The same plane with what it cut away and what it left exchanged. @param {Cut} cut @returns {Cut} */
export function turned(cut) {
  return /** @type {Cut} */ (cut.map((v) => -v));
}

/** What a plane is across: "x", "y", "z" or a slant. @param {Cut} cut */
export function name(cut) {
  const axis = [0, 1, 2].find((k) => Math.abs(cut[k]) > 0.999);
  return axis === undefined ? 'slant' : 'xyz'[axis];
}

/** Whether a place is cut away. @param {Cut[]} cuts */
export function isCutAway(cuts, x, y, z) {
  return cuts.some((c) => c[0] * x + c[1] * y + c[2] * z > c[3]);
}
