package io.brainwright.connectome.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.work.LastAnswer;
import io.brainwright.proto.fabric.v1.DatasetRef;

/** The circuit of a build, which all its chunks share: what one has learned of where cells are stored, the next one knows. */
final class Circuits {
    private final LastAnswer<Question, Circuit> last = new LastAnswer<>();

    private record Question(Datasets inputs, DatasetId cells, DatasetId morphologies) {}

    Circuit of(Datasets inputs, DatasetRef cells, DatasetRef morphologies) {
        var question = new Question(inputs, ConnectomeRequests.id(cells), ConnectomeRequests.id(morphologies));
        return last.to(question, () -> new Circuit(inputs, question.cells(), question.morphologies()));
    }
}
