package io.brainwright.library.service;

import io.brainwright.fabric.work.Builds;
import io.brainwright.library.model.morphology.ImportedShape;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.library.v1.ImportMorphologyRequest;
import io.brainwright.proto.library.v1.ImportMorphologyResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/** Takes a file into the data bank, and says what it holds. */
final class MorphologyImports {
    private final MorphologyImportStage stage;
    private final Builds builds;

    MorphologyImports(MorphologyImportStage stage, Builds builds) {
        this.stage = stage;
        this.builds = builds;
    }

    /** @throws Problem INVALID with all faults of the request together, or with file and line */
    ImportMorphologyResponse answer(ImportMorphologyRequest request) {
        check(request);
        var kept = stage.complete(
                stage.shelf().keep(Path.of(request.getPath()), request.getLicence(), request.getCitation()));
        var built = builds.build(stage, kept, _ -> {});
        var shape = ImportedShape.of(stage.shelf().read(kept));
        return ImportMorphologyResponse.newBuilder()
                .setDataset(DatasetRef.newBuilder().setId(built.manifest().id().hex()))
                .setName(kept.getName())
                .setSections(shape.cell().sectionCount())
                .setPoints(shape.cell().pointCount())
                .setDendriteLengthUm(shape.length_um(SectionType.BASAL, SectionType.APICAL))
                .setAxonLengthUm(shape.length_um(SectionType.AXON))
                .addAllNotes(shape.notes())
                .build();
    }

    private static void check(ImportMorphologyRequest request) {
        var faults = new ArrayList<FieldFault>();
        if (request.getPath().isBlank()) {
            faults.add(new FieldFault("path", "is empty; give the path of an SWC or H5 file on this machine"));
        } else if (!Files.isRegularFile(Path.of(request.getPath()))) {
            faults.add(new FieldFault("path", "'%s' is no file".formatted(request.getPath())));
        } else if (!MorphologyShelf.format(Path.of(request.getPath())).matches("swc|h5")) {
            faults.add(new FieldFault("path", "'%s' ends neither with .swc nor with .h5".formatted(request.getPath())));
        }
        MorphologyImportStage.required(faults, "licence", request.getLicence());
        MorphologyImportStage.required(faults, "citation", request.getCitation());
        if (!faults.isEmpty()) {
            throw Problem.invalid("This morphology cannot be imported.", faults);
        }
    }
}
