package io.brainwright.library.service;

import io.brainwright.proto.library.v1.ReleaseRequest;

/** Tells a reader of a release what the folder holds, and what not. */
final class ReleaseReadme {
    private ReleaseReadme() {}

    /** @param joined sections that were joined to their parent */
    static String of(ReleaseRequest request, int joined) {
        var ids = new StringBuilder();
        line(ids, "cells", request.hasCells(), request.getCells().getId());
        line(
                ids,
                "morphologies",
                request.hasMorphologies(),
                request.getMorphologies().getId());
        line(ids, "synapses", request.hasSynapses(), request.getSynapses().getId());
        line(ids, "thalamic", request.hasThalamic(), request.getThalamic().getId());
        line(
                ids,
                "gap junctions",
                request.hasGapJunctions(),
                request.getGapJunctions().getId());
        line(ids, "astrocytes", request.hasAstrocytes(), request.getAstrocytes().getId());
        line(ids, "vessels", request.hasVessels(), request.getVessels().getId());
        line(ids, "end-feet", request.hasEndfeet(), request.getEndfeet().getId());
        line(ids, "wrapped synapses", request.hasWrapped(), request.getWrapped().getId());
        line(ids, "simulation", request.hasSimulation(), request.getSimulation().getId());
        return """
                # A circuit in the SONATA format

                Open `circuit_config.json` with libsonata or bluepysnap, `simulation_config.json` for a run's spikes and voltages.
                Section 0 of a cell is its soma; section n is section n - 1 of MorphIO.

                - `nodes.h5`, `edges.h5`: cells and synapses. `threshold_current` is not a number where the run needed none measured.
                - `morphologies/`: one SWC and one H5 file per cell, soma at the origin, +y to the pia. A section that went on in one single child
                  was joined with it, since SWC cannot say such a section (%d of them); synapses and compartments are numbered
                  accordingly. In SWC a branch begins with the diameter of its parent's end (one diameter per point); H5 has
                  its own. `brainwright sim run simulation_config.json` reads H5 and repeats the run from this folder alone.
                - `hoc/`: cell templates that load a morphology and insert the passive channel only. The active channels of the
                  simulation are not among them: they are to follow as NMODL.
                - `reporting/`: spikes and voltages. The two sections of the axon's stub are numbered on from a cell's last section.
                - Thalamic fibres, where there are any, are the virtual population `thalamus` (`nodes_thalamus.h5`, `edges_thalamus.h5`; `spine_length` is
                  not a number: a fibre has no surface). Their spikes in a run are replayed from `inputs/`.
                - A synapse whose `efferent_center_x` is not a number comes from an axon between regions, which has no shape; its `delay` is that of the way.
                - Astrocytes, where there are any, are the population `astrocytes`: somata, spheres in `morphologies_astrocytes/`. They have no processes, so
                  that every place on them is section 0, the soma, and no cell template (`NULL`). `microdomains.h5`: their domains; behind the border of
                  the tissue a face has the neighbour -1.
                - Vessels are the population `vasculature`, a node a straight piece; `vasculature.h5` has their sections, `vasculature.obj` their surface.
                  SONATA's type of a capillary is 7, transitional: on which side of the bed it lies is not said.
                - `edges_endfeet.h5`: end-feet, from vessels to astrocytes; `endfeet_areas.h5`: their areas, without meshes. `edges_wrapped.h5`: from an
                  astrocyte to the cell of a synapse that it wraps; `synapse_id` is the row in `edges.h5`.
                - Stimuli by synaptic events of no fibre have no word in SONATA: `metadata` of the simulation holds the whole request.

                Datasets that this was written from:

                %s""".formatted(joined, ids);
    }

    private static void line(StringBuilder text, String name, boolean present, String id) {
        if (present) {
            text.append("- ").append(name).append(": ").append(id).append('\n');
        }
    }
}
