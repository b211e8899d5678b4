package io.brainwright.studio.web.experiment;

import io.brainwright.studio.web.NothingYet;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Recordings of an entry's simulations. */
@RestController
final class ExperimentController {
    private final Recorded recorded;

    private final RecordedField field;

    ExperimentController(Recorded recorded, RecordedField field) {
        this.recorded = recorded;
        this.field = field;
    }

    /** The simulations of an entry, the newest entry where none is named. */
    @GetMapping("/api/runs")
    ResponseEntity<Recorded.Runs> runs(@RequestParam(defaultValue = "") String entry) {
        return NothingYet.or(() -> recorded.runs(entry));
    }

    @GetMapping("/api/activity")
    ResponseEntity<Recorded.Activity> activity(
            @RequestParam(defaultValue = "") String entry, @RequestParam(defaultValue = "") String run) {
        return NothingYet.or(() -> recorded.activity(entry, run));
    }

    @GetMapping("/api/lfp")
    ResponseEntity<RecordedField.Potentials> lfp(
            @RequestParam(defaultValue = "") String entry, @RequestParam(defaultValue = "") String run) {
        return NothingYet.or(() -> field.potentials(entry, run));
    }

    @GetMapping("/api/traces")
    Recorded.Traces traces(
            @RequestParam(defaultValue = "") String entry,
            @RequestParam(defaultValue = "") String run,
            @RequestParam(name = "node_ids", defaultValue = "") long[] nodeIds) {
        return recorded.traces(entry, run, nodeIds);
    }
}
