package io.brainwright.agents.notebook;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.brainwright.agents.run.Built;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Manifest;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A dataset of a run as an entry remembers it: enough to ask for it again and to know that the same came back.
 *
 * @param label what it is in the run: "sim control"
 * @param stage the stage that made it; empty where no catalogue was at hand
 * @param version version of that stage's algorithm
 * @param id its name: the hash of what made it
 * @param inputs ids of the datasets that it was made from
 * @param request the typed request that made it, with defaults and seed, as the JSON form of the protocol message
 * @param rows rows by table
 * @param rowHash by table, the sum modulo 2^128 of the rows' hashes: equal where the contents are equal
 * @param bytes bytes on the wire
 * @param seconds wall time of its build
 */
public record Made(
        String label,
        String stage,
        int version,
        String id,
        List<String> inputs,
        JsonNode request,
        Map<String, Long> rows,
        @JsonProperty("row_hash") Map<String, String> rowHash,
        long bytes,
        double seconds) {
    public Made {
        inputs = List.copyOf(inputs);
        rows = Map.copyOf(rows);
        rowHash = Map.copyOf(rowHash);
    }

    static Made of(String label, Manifest m) {
        return new Made(
                label,
                m.stage(),
                m.version(),
                m.id().hex(),
                m.inputs().stream().map(DatasetId::hex).toList(),
                JsonMapper.shared().readTree(m.request()),
                m.rows(),
                m.rowHash(),
                m.bytes(),
                m.seconds());
    }

    /** What a run tells by itself, without the catalogue: no request and no checksum. */
    static Made unchecked(Built built) {
        return new Made(
                built.stage(),
                "",
                0,
                built.id(),
                List.of(),
                JsonNodeFactory.instance.objectNode(),
                Map.of("all", built.rows()),
                Map.of(),
                built.bytes(),
                built.seconds());
    }

    /** Rows over all tables. */
    public long allRows() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    /** First digits of the id. */
    public String brief() {
        return id.substring(0, Math.min(12, id.length()));
    }
}
