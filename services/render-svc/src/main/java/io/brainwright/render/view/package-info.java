/**
 * The browser's 3D data: reads cells, morphologies, synapses and runs, gives packed bytes and small tables. Whoever serves them over HTTP
 * adds nothing but headers.
 */
@NullMarked
@NamedInterface
package io.brainwright.render.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
