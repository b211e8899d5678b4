package io.brainwright.studio.cli;

import io.brainwright.proto.library.v1.CandidateFilter;
import java.util.List;
import picocli.CommandLine.Option;

/** Which candidates are asked for. */
final class CandidateOptions {
    @Option(
            names = "--parameters",
            paramLabel = "NAME",
            split = ",",
            description = "Quantities, or parts of their names: density.")
    private List<String> parameters = List.of();

    @Option(names = "--region", paramLabel = "REGION", split = ",", description = "Regions, in any spelling.")
    private List<String> regions = List.of();

    @Option(
            names = "--pre",
            paramLabel = "CELLS",
            description = "Cells on the giving side of a connection.",
            defaultValue = "")
    private String pre = "";

    @Option(names = "--post", paramLabel = "CELLS", description = "Cells on the receiving side.", defaultValue = "")
    private String post = "";

    CandidateFilter filter() {
        return CandidateFilter.newBuilder()
                .addAllParameters(parameters)
                .addAllRegions(regions)
                .setPre(pre)
                .setPost(post)
                .build();
    }
}
