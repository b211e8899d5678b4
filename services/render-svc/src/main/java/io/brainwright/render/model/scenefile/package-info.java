/**
 * The scene file: what is drawn and heard, as the scientist or an agent wrote it. Reads JSON against {@code scene-1.0.schema.json} and
 * hands out records; knows names of sources and places, but no data. Language: docs/science/scene.md.
 */
@NullMarked
@NamedInterface
package io.brainwright.render.model.scenefile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
