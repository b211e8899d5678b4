package io.brainwright.render.view;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.render.model.voltage.VoltageBlock;
import io.brainwright.render.model.voltage.VoltageScale;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a run's voltages are cut: into blocks of {@link VoltageBlock#FRAMES} frames, and each of those into parts of at most
 * {@link #COMPARTMENTS} compartments.
 *
 * @param compartments compartments of the report
 * @param frames frames recorded so far
 * @param t0_ms time of the first frame
 * @param dt_ms time between frames
 * @param isWhole whether the run is finished
 */
public record VoltageIndex(int compartments, long frames, double t0_ms, double dt_ms, boolean isWhole) {
    /** Most compartments of a part. */
    public static final int COMPARTMENTS = 1 << 16;

    static VoltageIndex of(Report report) {
        boolean isWhole = report.isWhole();
        long frames = report.frames();
        double t0 = frames > 0 ? report.time_ms(0) : 0;
        long last = Math.min(frames, VoltageBlock.FRAMES) - 1;
        double dt = last > 0 ? (report.time_ms(last) - t0) / last : 1;
        return new VoltageIndex(report.compartments(), frames, t0, dt, isWhole);
    }

    /** First compartment and number of compartments of a part. */
    int[] part(int number) {
        int parts = Math.ceilDiv(compartments, COMPARTMENTS);
        if (number < 0 || number >= parts) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "COMPARTMENTS_NOT_FOUND",
                    "There is no part %d of the compartments.".formatted(number),
                    "The parts are 0 to %d.".formatted(parts - 1),
                    Map.of("part", String.valueOf(number), "parts", String.valueOf(parts)));
        }
        int first = number * COMPARTMENTS;
        return new int[] {first, Math.min(COMPARTMENTS, compartments - first)};
    }

    /** As a browser reads it. */
    public Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("compartments", compartments);
        json.put("compartments_per_part", COMPARTMENTS);
        json.put("frames", frames);
        json.put("frames_per_block", VoltageBlock.FRAMES);
        json.put("t0_ms", t0_ms);
        json.put("dt_ms", dt_ms);
        json.put("offset_mV", VoltageScale.OFFSET_MV);
        json.put("step_mV", VoltageScale.STEP_MV);
        json.put("whole", isWhole);
        return json;
    }
}
