package io.brainwright.agents.frames;

import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.neuro.units.Dimension;
import java.util.Locale;

/** What the network is tuned to. */
final class CalibrateFrame {
    private final Reading r;
    private final Utterance u;

    CalibrateFrame(Reading reading) {
        this.r = reading;
        this.u = reading.u();
    }

    void read(Want want) {
        var target = want.object("target");
        r.take(Dimension.FREQUENCY, _ -> true).ifPresent(a -> {
            target.put("metric", "mean_rate_Hz");
            target.set("value", Want.number(a.value()));
        });
        if (!target.has("metric")) {
            r.take(Dimension.VOLTAGE, _ -> true).ifPresent(a -> {
                target.put("metric", u.has("metric.resting_potential") ? "resting_mV" : "psp_amplitude_mV");
                target.set("value", Want.number(a.value()));
            });
        }
        boolean pyramids = u.named(Named.Kind.M_CLASS).stream()
                .anyMatch(n -> n.name().toLowerCase(Locale.ROOT).contains("pyramid"));
        boolean e = u.has("class.excitatory") || pyramids;
        boolean i = u.has("class.inhibitory");
        if (e != i) {
            target.put("population", e ? "excitatory" : "inhibitory");
        } else if (e) {
            target.put("population", "all");
        }
        var group = Measures.group(u, "layer", "m_type");
        if (group != null) {
            target.put("group_by", group);
        }
    }
}
