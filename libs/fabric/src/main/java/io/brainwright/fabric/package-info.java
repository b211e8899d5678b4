/**
 * How stages trade data: {@link io.brainwright.fabric.Fabric} connects a process to Kafka, builds and reads datasets, and takes
 * chunk tasks; {@link io.brainwright.fabric.FabricWiring} does so for a Spring application, with a broker of its own by default.
 */
@NullMarked
package io.brainwright.fabric;

import org.jspecify.annotations.NullMarked;
