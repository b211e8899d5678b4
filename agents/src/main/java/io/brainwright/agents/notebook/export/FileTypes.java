package io.brainwright.agents.notebook.export;

/** What the files of an entry are. */
final class FileTypes {
    private FileTypes() {}

    /**
     * @param title what it is, in words
     * @param media its media type
     */
    record FileType(String title, String media) {}

    static FileType of(String name) {
        return new FileType(title(name), media(name));
    }

    private static String title(String name) {
        if (name.matches("plan\\.v\\d+\\.json")) {
            return "A version of the plan";
        }
        if (name.endsWith(".patch.json")) {
            return "What changed between two versions of the plan, as JSON Patch";
        }
        return switch (name) {
            case "request.md" -> "What the scientist asked, in their words";
            case "plan.json" -> "The plan that ran";
            case "findings.json" -> "Datasets, measured numbers and verdict";
            case "notebook.md" -> "The entry as a page";
            case "runs.jsonl" -> "Log of the plan's runs";
            default -> name.endsWith(".png") ? "Picture " + name.replace(".png", "") : name;
        };
    }

    private static String media(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "md" -> "text/markdown";
            case "json" -> "application/json";
            case "jsonl" -> "application/jsonl";
            case "png" -> "image/png";
            case "h5" -> "application/x-hdf5";
            case "swc", "hoc", "mod", "csv", "txt" -> "text/plain";
            default -> "application/octet-stream";
        };
    }
}
