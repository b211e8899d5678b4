/** What hidden layers and free planes cut away; the same for neurites and dots. */
const CUTS = /* glsl */ `
uniform vec2 uBands[8];
uniform int uBandCount;
uniform vec4 uPlanes[3];
uniform int uPlaneCount;
bool isCutAway(vec3 place) {
  for (int i = 0; i < uBandCount; i++) {
    if (place.y >= uBands[i].x && place.y < uBands[i].y) return true;
  }
  for (int i = 0; i < uPlaneCount; i++) {
    if (dot(uPlanes[i].xyz, place) > uPlanes[i].w) return true;
  }
  return false;
}`;

/** How a cell's last spikes burn at a distance along its axon. */
const HEAT = /* glsl */ `
uniform float uAxonSpeed;
float spikeHeat(int cell, float path) {
  vec4 spikes = texelFetch(uSpikes, ivec2(cell & 255, cell >> 8), 0);
  float heat = 0.0;
  for (int i = 0; i < 4; i++) {
    float age = uTime - spikes[i] - path / uAxonSpeed;
    if (age > 0.0 && age < 6.0) heat = max(heat, smoothstep(0.0, 0.12, age) * exp(-age / 0.7));
  }
  return heat;
}`;

/**
 * One instance is one capsule: two ends with radii as 16-bit shares of its group's box, and a 32-bit word that names a compartment of
 * the report, or a cell and a path distance where nothing was recorded. The vertex stage lays a quad over the capsule that faces the
 * camera, never narrower than a pixel; what is thinner fades instead of sparkling.
 */
export const CAPSULE_VERTEX = /* glsl */ `
precision highp float;
precision highp int;
precision highp usampler2D;
in vec4 aFrom, aTo;
in vec4 aFlatFrom, aFlatTo;
in vec2 aWord;
uniform vec3 uBox, uExtent, uFlatBox, uFlatExtent;
uniform float uRadius, uFlatRadius, uMorph;
uniform float uPixel;
uniform float uThin, uScale;
uniform int uFirstCell;
uniform usampler2D uWhere;
uniform sampler2D uBefore, uAfter, uCells;
uniform highp sampler2D uSpikes;
uniform float uBetween, uTime;
uniform bool uHasVoltage, uByColumn;
uniform vec3 uTypes[4];
uniform float uOffset, uStep, uRest, uPeak, uLightGround;
out vec3 vBase;
out float vHeat, vGlow, vFade;
out vec3 vPlace;
out vec2 vAt;
flat out vec3 vEnds;
out float vDepth;
out vec3 vSide, vAlong, vEye;
flat out float vDim;
#ifdef PICK
flat out float vInstance;
#endif

${HEAT}
void main() {
  uint word = uint(aWord.x + 0.5) | uint(aWord.y + 0.5) << 16u;
  bool recorded = (word >> 31u) == 0u;
  int row = int(word);
  int cell, type;
  float heatFrom, heatTo;
  vec3 p0 = uBox + aFrom.xyz * uExtent;
  vec3 p1 = uBox + aTo.xyz * uExtent;
  float length0 = distance(p0, p1);
  if (recorded) {
    uvec2 where = texelFetch(uWhere, ivec2(row & 2047, row >> 11), 0).xy;
    cell = int(where.x);
    type = int(where.y);
    float v = mix(texelFetch(uBefore, ivec2(row & 2047, row >> 11), 0).r, texelFetch(uAfter, ivec2(row & 2047, row >> 11), 0).r, uBetween);
    float mV = uOffset + uStep * 255.0 * v;
    heatFrom = heatTo = uHasVoltage ? clamp((mV - uRest) / (uPeak - uRest), 0.0, 1.0) : 0.0;
  } else {
    cell = uFirstCell + int((word >> 17u) & 0x3fffu);
    type = int((word >> 15u) & 3u);
    float path = float(word & 0x7fffu);
    heatFrom = uHasVoltage && type == 1 ? spikeHeat(cell, path) : 0.0;
    heatTo = uHasVoltage && type == 1 ? spikeHeat(cell, path + length0) : 0.0;
  }
  vec4 look = texelFetch(uCells, ivec2(cell & 255, cell >> 8), 0);
  if (look.a < 0.1) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  vDim = look.a < 0.6 ? 1.0 : look.a > 0.95 ? 0.0 : -1.0;
  float overFrom = max(0.0, heatFrom - 0.3) / 0.7;
  float overTo = max(0.0, heatTo - 0.3) / 0.7;
  // Light does not glow on a light ground: what fires swells there instead.
  float r0 = aFrom.w * uRadius * uScale * (1.0 + uLightGround * overFrom);
  float r1 = aTo.w * uRadius * uScale * (1.0 + uLightGround * overTo);
  if (uMorph > 0.0) {
    p0 = mix(p0, uFlatBox + aFlatFrom.xyz * uFlatExtent, uMorph);
    p1 = mix(p1, uFlatBox + aFlatTo.xyz * uFlatExtent, uMorph);
  }
  vec3 a = (modelViewMatrix * vec4(p0, 1.0)).xyz;
  vec3 b = (modelViewMatrix * vec4(p1, 1.0)).xyz;
  vec3 axis = b - a;
  vec3 look3 = normalize(-(a + b));
  vec3 flatAxis = axis - dot(axis, look3) * look3;
  float flatLength = length(flatAxis);
  vec3 along = flatLength > 1e-4 ? flatAxis / flatLength : normalize(cross(look3, vec3(0.31, 0.95, 0.1)));
  vec3 side = normalize(cross(along, look3));
  bool second = position.x > 0.5;
  vec3 end = second ? b : a;
  float r = second ? r1 : r0;
  float over = second ? overTo : overFrom;
  float least = uThin * uPixel * max(1.0, -end.z) * (1.0 + uLightGround * over);
  float wide = max(r, least);
  vFade = clamp(r / wide, 0.0, 1.0);
  float out_um = wide;
  vec3 at = end + side * position.y * wide + along * (second ? out_um : -out_um);
  vAt = vec2(second ? flatLength + out_um : -out_um, position.y * wide);
  vEnds = vec3(
    flatLength,
    max(r0, uThin * uPixel * max(1.0, -a.z) * (1.0 + uLightGround * overFrom)),
    max(r1, uThin * uPixel * max(1.0, -b.z) * (1.0 + uLightGround * overTo)));
  vSide = side;
  vAlong = along;
  vEye = look3;
  vHeat = second ? heatTo : heatFrom;
  vGlow = 1.6 * over * over + 0.5 * over;
  vBase = uByColumn ? look.rgb : uTypes[type];
  vPlace = second ? p1 : p0;
  vDepth = -at.z;
#ifdef PICK
  vInstance = float(gl_InstanceID);
#endif
  gl_Position = projectionMatrix * vec4(at, 1.0);
}`;

export const CAPSULE_FRAGMENT = /* glsl */ `
precision highp float;
precision highp int;
in vec3 vBase;
in float vHeat, vGlow, vFade;
in vec3 vPlace;
in vec2 vAt;
flat in vec3 vEnds;
in float vDepth;
in vec3 vSide, vAlong, vEye;
flat in float vDim;
#ifdef PICK
flat in float vInstance;
uniform float uGroup;
#endif
uniform vec3 uFire[5], uFog, uLight, uTop, uBottom;
uniform vec2 uFogRange;
uniform float uGlow, uAlpha, uLightGround, uAmbient, uFogMost, uHigh;
layout(location = 0) out vec4 colour;
${CUTS}
vec3 fire(float heat) {
  float at = heat * 4.0;
  int low = int(min(at, 3.0));
  return mix(uFire[low], uFire[low + 1], clamp(at - float(low), 0.0, 1.0));
}

void main() {
  if (isCutAway(vPlace)) discard;
  float x = clamp(vAt.x, 0.0, vEnds.x);
  float r = mix(vEnds.y, vEnds.z, vEnds.x > 0.0 ? x / vEnds.x : 0.0);
  vec2 off = vec2(vAt.x - x, vAt.y) / r;
  float d = length(off);
  if (d > 1.0) discard;
#ifdef PICK
  if (vDim > 0.5) discard;
  colour = vec4(uGroup + 1.0, vInstance, 0.0, 1.0);
#else
  vec3 n = normalize(vSide * off.y + vAlong * off.x + vEye * sqrt(max(0.0, 1.0 - d * d)));
  float share = clamp((vHeat - 0.05) / 0.18, 0.0, 1.0);
  vec3 base = vDim < -0.5 ? mix(vBase, vec3(1.0), 0.18) : vBase;
  float dim = vDim > 0.5 ? 0.12 : 1.0;
  float fog = clamp((vDepth - uFogRange.x) / (uFogRange.y - uFogRange.x), 0.0, 1.0);
  float edge = 1.0 - clamp(dot(n, vEye), 0.0, 1.0);
  if (uLightGround > 0.5) {
    float lambert = 0.5 + 0.5 * dot(n, uLight);
    vec3 lit = base * (0.25 + 0.85 * lambert * lambert);
    vec3 c = mix(lit, fire(vHeat) * (0.8 + 0.25 * lambert), share);
    c = mix(c, uFog, fog * 0.45 * (1.0 - 0.85 * share));
    float fade = mix(0.66 + 0.34 * vFade, 1.0, 0.8 * share);
#ifdef VEIL
    colour = vec4(c, mix(uAlpha, 0.95, share) * fade * dim);
#else
    colour = vec4(mix(uFog, c, fade * dim), 1.0);
#endif
    return;
  }
  // The light of the renderer on the server (render-svc, Shading), without its shadows: both draw one scene alike.
  vec3 world = n * mat3(viewMatrix);
  float brightness = uAmbient + 0.3 * (0.5 + 0.5 * world.y) + 0.18 * edge * edge + 0.85 * max(0.0, dot(world, uLight));
  vec3 ground = mix(uBottom, uTop, clamp(gl_FragCoord.y / uHigh, 0.0, 1.0));
  float keep = (1.0 - uFogMost * fog) * (0.35 + 0.65 * vFade);
  float glow = vGlow * uGlow;
  vec3 c = mix(base, fire(vHeat), share) * (brightness + glow);
#ifdef VEIL
  colour = vec4(mix(ground, c, keep), clamp(uAlpha * mix(1.0, 2.2, share) * max(0.6, vFade) * dim, 0.0, 1.0));
#else
  colour = vec4(mix(ground, c, keep * dim), glow / (brightness + glow)); // alpha: the share that bleeds
#endif
#endif
}`;

/**
 * Points with a size in um. A soma (SOMA) knows its cell and, where it was recorded, its compartment: it burns with its voltage, or with its
 * spikes where no voltage was recorded.
 */
export const DOT_VERTEX = /* glsl */ `
precision highp float;
precision highp int;
in vec3 aColour;
in float aSize;
uniform float uPixel, uLeast;
out vec3 vColour, vPlace;
out float vDepth, vHeat;
flat out float vRadius;
#ifdef SOMA
in vec2 aCell;
uniform sampler2D uCells, uBefore, uAfter;
uniform highp sampler2D uSpikes;
uniform float uBetween, uTime, uOffset, uStep, uRest, uPeak;
uniform bool uHasVoltage, uByColumn;
uniform vec3 uTypes[4];
${HEAT}
#endif
void main() {
  vec4 at = modelViewMatrix * vec4(position, 1.0);
  vColour = aColour;
  vHeat = 0.0;
  float size = aSize;
#ifdef SOMA
  int cell = int(aCell.x + 0.5);
  vec4 look = texelFetch(uCells, ivec2(cell & 255, cell >> 8), 0);
  if (look.a < 0.1) size = 0.0;
  vColour = (uByColumn ? look.rgb : uTypes[0]) * (look.a < 0.6 ? 0.25 : 1.0);
  if (uHasVoltage && aCell.y >= 0.0) {
    int row = int(aCell.y + 0.5);
    float v = mix(texelFetch(uBefore, ivec2(row & 2047, row >> 11), 0).r, texelFetch(uAfter, ivec2(row & 2047, row >> 11), 0).r, uBetween);
    vHeat = clamp((uOffset + uStep * 255.0 * v - uRest) / (uPeak - uRest), 0.0, 1.0);
  } else if (uHasVoltage) {
    vHeat = spikeHeat(cell, 0.0);
  }
#endif
  vPlace = position;
  vDepth = -at.z;
  vRadius = max(uLeast, 2.0 * size / (uPixel * max(1.0, -at.z)));
  gl_PointSize = size <= 0.0 ? 0.0 : vRadius;
  at.z += 0.5 * vRadius * uPixel * max(1.0, -at.z); // the front of the ball: what it sits on does not bury it
  gl_Position = size <= 0.0 ? vec4(2.0, 2.0, 2.0, 1.0) : projectionMatrix * at;
}`;

export const DOT_FRAGMENT = /* glsl */ `
precision highp float;
precision highp int;
in vec3 vColour, vPlace;
in float vDepth, vHeat;
flat in float vRadius;
uniform vec3 uFog, uFire[5], uTop, uBottom, uLight;
uniform vec2 uFogRange;
uniform float uGlow, uLightGround, uAmbient, uFogMost, uHigh;
layout(location = 0) out vec4 colour;
${CUTS}
void main() {
  if (isCutAway(vPlace)) discard;
  vec2 at = 2.0 * gl_PointCoord - 1.0;
  float d = dot(at, at);
  if (d > 1.0) discard;
  float share = clamp((vHeat - 0.05) / 0.18, 0.0, 1.0);
  float along = vHeat * 4.0;
  int low = int(min(along, 3.0));
  vec3 hot = mix(uFire[low], uFire[low + 1], clamp(along - float(low), 0.0, 1.0));
  float fog = clamp((vDepth - uFogRange.x) / (uFogRange.y - uFogRange.x), 0.0, 1.0);
  if (uLightGround > 0.5) {
    vec3 c = mix(vColour * (0.55 + 0.5 * sqrt(1.0 - d)), hot, share);
    colour = vec4(mix(c, uFog, fog * (0.7 - 0.5 * share)), 1.0);
    return;
  }
  float facing = sqrt(1.0 - d);
  vec3 world = vec3(at.x, -at.y, facing) * mat3(viewMatrix);
  float brightness = uAmbient + 0.3 * (0.5 + 0.5 * world.y) + 0.18 * (1.0 - facing) * (1.0 - facing) + 0.85 * max(0.0, dot(world, uLight));
  float over = max(0.0, vHeat - 0.3) / 0.7;
  vec3 ground = mix(uBottom, uTop, clamp(gl_FragCoord.y / uHigh, 0.0, 1.0));
  float glow = uGlow * (1.6 * over * over + 0.5 * over);
  colour = vec4(mix(ground, mix(vColour, hot, share) * (brightness + glow), 1.0 - uFogMost * fog), glow / (brightness + glow));
}`;

export const GROUND_VERTEX = /* glsl */ `
out vec2 vAt;
void main() {
  vAt = position.xy;
  gl_Position = vec4(position.xy, 1.0, 1.0);
}`;

export const GROUND_FRAGMENT = /* glsl */ `
precision highp float;
in vec2 vAt;
uniform vec3 uTop, uBottom;
uniform float uVignette;
layout(location = 0) out vec4 colour;
void main() {
  vec3 c = mix(uBottom, uTop, 0.5 + 0.5 * vAt.y);
  float grain = fract(sin(dot(gl_FragCoord.xy, vec2(12.9898, 78.233))) * 43758.5453) - 0.5;
  colour = vec4(c * (1.0 - uVignette * dot(vAt, vAt)) + grain / 400.0, 0.0);
}`;

/** Only what burns bleeds: the share of each pixel's light that is its own. */
export const BURNING_FRAGMENT = /* glsl */ `
uniform sampler2D tDiffuse;
varying vec2 vUv;
void main() {
  vec4 texel = texture2D(tDiffuse, vUv);
  gl_FragColor = vec4(texel.rgb * texel.a, 1.0);
}`;

export const SCREEN_VERTEX = /* glsl */ `
out vec2 vAt;
void main() {
  vAt = 0.5 + 0.5 * position.xy;
  gl_Position = vec4(position.xy, 1.0, 1.0);
}`;

/**
 * Darkness in crevices, as the renderer on the server has it: each pixel's depth against twelve neighbours on a spiral that turns from pixel
 * to pixel. What casts a shadow there darkens here with it, since most of what hides the sky hides the key light too.
 */
export const CREVICE_FRAGMENT = /* glsl */ `
precision highp float;
in vec2 vAt;
uniform sampler2D uPicture;
uniform highp sampler2D uDepth;
uniform vec2 uSize;
uniform float uNear, uFar, uReach, uPixel, uStrength;
layout(location = 0) out vec4 colour;
float depth(vec2 at) {
  float z = 2.0 * texture(uDepth, at).r - 1.0;
  return 2.0 * uNear * uFar / (uFar + uNear - z * (uFar - uNear));
}
void main() {
  colour = texture(uPicture, vAt);
  float z = depth(vAt);
  if (z > 0.98 * uFar) return;
  float reach = clamp(uReach / (uPixel * z), 1.0, 12.0);
  vec2 pixel = floor(gl_FragCoord.xy);
  float turn = 2.39996323 * mod(pixel.x * 7.0 + pixel.y * 13.0, 64.0);
  float hidden = 0.0;
  for (int i = 0; i < 12; i++) {
    float angle = 2.39996323 * float(i) + turn;
    vec2 tap = sqrt((float(i) + 0.5) / 12.0) * reach * vec2(cos(angle), sin(angle));
    float closer = z - depth(vAt + tap / uSize);
    if (closer > 1.5) hidden += 1.0 / (1.0 + closer * closer / (16.0 * uReach * uReach));
  }
  colour.rgb *= 1.0 - uStrength * hidden / 12.0;
}`;
