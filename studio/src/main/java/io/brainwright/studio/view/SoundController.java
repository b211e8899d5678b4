package io.brainwright.studio.view;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.render.SceneScores;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The spikes of a run as sound events, by the mapping that a scene has where it says nothing. */
@RestController
final class SoundController {
    private final Views views;

    SoundController(Views views) {
        this.views = views;
    }

    @GetMapping(value = "/api/view/{id}/sound.json", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] sound(@PathVariable String id) {
        var circuit = views.view(id).circuit();
        var run = circuit.run()
                .orElseThrow(() -> Problem.invalid(
                        "Nothing was simulated here.", List.of(new FieldFault("id", "names no run; simulate first."))));
        var shapes =
                circuit.morphologies().orElseThrow(() -> new IllegalStateException("run " + id + " without shapes"));
        return SceneScores.json(circuit.cells(), shapes, run, views.datasets());
    }
}
